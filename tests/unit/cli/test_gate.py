"""`unload gate`: told by options, asked on a terminal, from files or from the store."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result

from terminal import run
from unload import service
from unload.cli import gate as command
from unload.cli.gate import pair
from unload.service.checking_in import check_in_of

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
ASKED = ("gate", str(SORE), "--today", "2024-11-17", "--zone", "UTC")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there and can be asked."""
    monkeypatch.setattr(command, "can_ask", lambda: True)


def walking(result: Result) -> str:
    """Today's light of walking."""
    assert 0 == result.exit_code, result.stderr
    told = json.loads(result.stdout)["criteria"]
    return next(str(c["light"]) for c in told if c["criterion"] == "walking")


def test_options_answer_and_ask_nothing(terminal: None) -> None:
    """A limp is red, free is green, unsaid is unknown."""
    assert "red" == walking(run(*ASKED, "--limps", "--json"))
    assert "green" == walking(run(*ASKED, "--walks-freely", "--raises", "14:18", "--json"))
    assert "unknown" == walking(run(*ASKED, "--json"))


def test_a_terminal_is_asked_what_only_the_runner_knows(terminal: None) -> None:
    """The morning, walking, heel raises; what cannot be read is asked again, enter skips."""
    shown = run(*ASKED, typed="eleven\n2\nn\nmaybe\ny\n14\n14 18\n").stdout
    assert "A number from 0 to 10, or enter to skip." in shown
    assert "y or n, or enter to skip." in shown
    assert "Two whole numbers, left and right, like 14:18." in shown
    assert "ok    walking" in shown
    assert "14 heel raises on the weaker leg" in shown
    assert "No answer about walking" in run(*ASKED, typed="\n\n\n\n").stdout


def test_what_the_check_in_left_open_is_asked_too(terminal: None) -> None:
    """Five items, sore spots, ill; a calf that is named now asks for its morning and the raises."""
    steady = ("gate", str(SORE.with_name("steady")), "--today", "2024-11-18", "--zone", "UTC")
    calm = run(*steady, typed="4\n4\n4\n4\n4\nnone\nn\nn\ny\n").stdout
    well = "ok    pain, morning, walking, heel raises, wellness, illness"
    assert well == calm.partition("Monday 18 November")[2].splitlines()[1].strip()
    sore = run(*steady, typed="\n\n\n\n\n?\ncalf:left:4\nn\n3\nn\ny\n14 18\n").stdout
    assert "knee-front" in sore
    assert "On waking 3/10" in " ".join(sore.split())
    assert "14 heel raises on the weaker leg" in " ".join(sore.split())


def test_the_store_keeps_a_morning(store: Path) -> None:
    """Answered once, it is known later."""
    run("import", str(SORE), "--zone", "UTC")
    asked = ("gate", "--today", "2024-11-17", "--zone", "UTC", "--json")
    assert "green" == walking(run(*asked, "--walks-freely"))
    assert "green" == walking(run(*asked))


def test_the_store_keeps_what_the_gate_asked_of_the_check_in(store: Path, terminal: None) -> None:
    """Asked once, it is a check-in like any other."""
    run("import", str(SORE.with_name("steady")), "--zone", "UTC")
    asked = ("gate", "--today", "2024-11-18", "--zone", "UTC")
    run(*asked, typed="4\n3\n4\n4\n4\nnone\nn\nn\ny\n")
    kept = check_in_of(date(2024, 11, 18))
    assert kept is not None
    assert (4.0, 3.0, (), False) == (kept.sleep, kept.fatigue, kept.spots, kept.ill)
    assert "Sleep, 1 (poor)" not in run(*asked).stdout


def test_a_bad_answer_is_told_beside(tmp_path: Path) -> None:
    """On the error stream, and the gate answers all the same."""
    answers = tmp_path / "me.toml"
    answers.write_text("[[gate]]\nlimps = true\n", "utf-8")
    result = run(*ASKED, "--answers", str(answers))
    assert (0, True) == (result.exit_code, "me.toml gate 1: needs its day" in result.stderr)
    assert (2, True) == (
        run(*ASKED, "--raises", "many").exit_code,
        "like 14:18" in run(*ASKED, "--raises", "many").stderr,
    )


def test_two_counts_are_a_pair() -> None:
    """With a colon or a space."""
    assert (14, 18) == pair("14:18") == pair(" 14  18 ")
