"""The commands backtest and audit: what they print, write and refuse."""

import json
from pathlib import Path

import pytest

from proof_samples import AUDIT, RESULT
from terminal import run
from unload.service import proof

DEMO = Path(proof.__file__).parents[1] / "demo"


@pytest.fixture
def tested(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A back-test that is made already; what it was asked for."""
    asked: list[object] = []

    def made(folders: object, *, plans: object, zone: str | None, progress: object) -> object:
        asked.extend((folders, plans, zone))
        return RESULT

    monkeypatch.setattr(proof, "backtest_paths", made)
    return asked


@pytest.mark.parametrize(
    ("name", "begins"), [("r.html", "<!doctype html>"), ("r.md", "# Validation")]
)
def test_a_report_is_written_by_its_ending(
    tested: list[object], tmp_path: Path, name: str, begins: str
) -> None:
    """HTML or Markdown; the screen says what was found and where the rest is."""
    out = tmp_path / name
    shown = run("backtest", "a", "b", "--zone", "UTC", "--out", str(out), "--commit", "abc123")
    assert 0 == shown.exit_code, shown.stderr
    assert [(Path("a"), Path("b")), None, "UTC"] == tested
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert "commit abc123" in out.read_text(encoding="utf-8")
    assert "too few to say anything" in shown.stdout
    assert str(out) in shown.stdout


def test_a_back_test_speaks_to_programs(tested: list[object]) -> None:
    """JSON on stdout and nothing else; without --out nothing is written."""
    told = json.loads(run("backtest", "a", "--json").stdout)
    assert 3 == len(told["groups"])
    assert "The whole report" not in run("backtest", "a").stdout


def test_plans_may_stand_alone(tested: list[object]) -> None:
    """No folder is needed to ask what followers of plans are told."""
    shown = run("backtest", "--plans", "weeks.csv")
    assert [(), Path("weeks.csv"), None] == tested
    assert "on 42 days after a step-back" in shown.stdout


def test_a_back_test_needs_a_folder_that_is_there() -> None:
    """One sentence and exit code 2."""
    assert 2 == run("backtest").exit_code
    refused = run("backtest", "nowhere")
    assert (2, "") == (refused.exit_code, refused.stdout)
    assert "nowhere" in refused.stderr


def test_ones_own_year_is_shown() -> None:
    """The demo's runner, in miles too."""
    told = ("audit", str(DEMO / "sore"), "--today", "2024-11-17", "--zone", "UTC")
    shown = run(*told, "--answers", str(DEMO / "sore" / "answers.toml"))
    assert 0 == shown.exit_code, shown.stderr
    assert "2024-11-11" in shown.stdout
    assert " km" in shown.stdout
    assert " km" not in run(*told, "--units", "mi").stdout
    weeks = json.loads(run(*told, "--json").stdout)["weeks"]
    assert "2024-11-11" == weeks[-1]["first_day"]


def test_the_year_that_is_kept_is_that_of_the_files(store: Path) -> None:
    """Without PATH, as every other verb answers; an empty store says what to do."""
    asked = ("--today", "2024-11-17", "--zone", "UTC", "--json")
    assert "unload import PATH" in run("audit", *asked).stderr
    run("import", str(DEMO / "sore"), "--zone", "UTC")
    own, files = (run("audit", *path, *asked).stdout for path in ((), (str(DEMO / "sore"),)))
    assert json.loads(own) == json.loads(files)


def test_an_audit_takes_the_runner_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every option reaches the verb; today is left to it where it is not given."""
    asked: dict[str, object] = {}

    def made(path: Path, **given: object) -> object:
        asked.update(given)
        return AUDIT

    monkeypatch.setattr(proof, "audit_path", made)
    shown = run("audit", "x.csv", "--runner", "ann", "--width", "120")
    assert 0 == shown.exit_code, shown.stderr
    assert (None, "ann", None) == (asked["today"], asked["runner"], asked["zone"])


@pytest.mark.parametrize("command", ["backtest", "audit"])
def test_the_commands_have_help_with_an_example(command: str) -> None:
    """Help shows what to type."""
    assert f"  unload {command}" in run(command, "--help").stdout
