"""check-in as it is typed: asked on a terminal, told by options, or read from a file."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from unload import cli
from unload.cli import check_in as command


def run(*words: str, typed: str | None = None) -> Result:
    """One run of the program in this process, stdout and stderr apart."""
    runner = CliRunner(env={"NO_COLOR": "1", "COLUMNS": "100"})
    return runner.invoke(cli.main, ("check-in", *words), input=typed)


def told(*words: str) -> Any:
    """The JSON a run prints."""
    result = run(*words, "--json")
    assert 0 == result.exit_code, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there and can be asked."""
    monkeypatch.setattr(command, "can_ask", lambda: True)


def test_enter_skips_and_what_is_skipped_is_unknown(store: Path, terminal: None) -> None:
    """Never zero; what cannot be read is asked again; ? lists the places (I50)."""
    typed = "4\n\nten\n9\n2,5\n\n\n?\ncalf left 0\nn\n"
    result = run("--day", "2024-11-17", typed=typed)
    assert 0 == result.exit_code, result.stderr
    assert 2 == result.stdout.count("A number from 1 to 5, or enter to skip.")
    assert "achilles" in result.stdout
    (day,) = told("--day", "2024-11-17", "--mood", "5")
    assert (4.0, None, 2.5, None, 5.0, False) == tuple(
        day[name] for name in ("sleep", "fatigue", "soreness", "stress", "mood", "ill")
    )
    assert [("calf", 0.0)] == [(spot["region"], spot["pain"]) for spot in day["spots"]]


def test_an_answer_of_before_is_shown_and_enter_keeps_it(store: Path, terminal: None) -> None:
    """The second check-in of a day begins where the first ended."""
    run("--day", "2024-11-17", "--sleep", "4")
    result = run("--day", "2024-11-17", typed="\n\n\n\n\nnone\nmaybe\ny\n")
    assert "to 5 (good) [4]" in result.stdout
    assert "y or n, or enter to skip." in result.stdout
    assert "2024-11-17 kept sleep 4 ill yes sore nothing" in " ".join(result.stdout.split())


def test_nothing_answered_is_nothing_kept(store: Path, terminal: None) -> None:
    """Seven times enter is no check-in."""
    result = run(typed="\n" * 7)
    assert (2, True) == (result.exit_code, "Nothing was answered" in result.stderr)


def test_options_ask_nothing(store: Path) -> None:
    """Every question has its option."""
    words = ("--sleep", "4", "--fatigue", "3", "--soreness", "2", "--stress", "1", "--mood", "5")
    (day,) = told(*words, "--ill", "--sore", "calf:left:3", "--sore", "sole:right:1")
    assert [4.0, 3.0, 2.0, 1.0, 5.0, True] == [
        day[name] for name in ("sleep", "fatigue", "soreness", "stress", "mood", "ill")
    ]
    assert ["calf", "sole"] == [spot["region"] for spot in day["spots"]]
    (later,) = told("--nothing-hurts", "--not-ill")
    assert ([], False, 4.0) == (later["spots"], later["ill"], later["sleep"])


def test_nobody_is_asked_where_nobody_sits(store: Path) -> None:
    """A script that gives no answer gets an error, not a question."""
    for words in ((), ("--json",)):
        assert 2 == run(*words).exit_code
    assert 2 == run("--sore", "calf:left:3", "--nothing-hurts").exit_code
    assert 2 == run("--sleep", "0").exit_code


def test_a_file_of_answers_is_kept(store: Path, tmp_path: Path) -> None:
    """What could not be used is told beside; a file without a check-in is an error."""
    path = tmp_path / "me.toml"
    path.write_text("[[check_in]]\nday = 2024-11-17\nmood = 3\n[[check_in]]\nmood = 3\n")
    result = run("--answers", str(path))
    assert (0, True) == (result.exit_code, "kept mood 3" in " ".join(result.stdout.split()))
    assert "me.toml check_in 2: needs its day" in result.stderr
    path.write_text("[red_flags]\n")
    assert "holds no check-in" in run("--answers", str(path)).stderr


def test_a_day_is_its_date(store: Path) -> None:
    """The day may be said; else it is today."""
    assert "2024-11-17" == told("--day", "2024-11-17", "--sleep", "3")[0]["date"]
    assert told("--sleep", "3")[0]["date"] > "2024-11-17"
