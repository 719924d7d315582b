"""The command line: what it prints, what it says when it cannot, and with which exit code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from unload import cli, service
from unload.cli import program
from unload.errors import UnloadError

SCHEMAS = Path(__file__).parents[3] / "docs" / "schema"
SORE = Path(service.__file__).parents[1] / "demo" / "sore"


def run(*words: str) -> Result:
    """One run of the program in this process, stdout and stderr apart."""
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli.main, words)


def told(*words: str, schema: str | None = None) -> Any:
    """The JSON a run prints, held against its schema."""
    result = run(*words, "--json")
    assert 0 == result.exit_code, result.stderr
    value = json.loads(result.stdout)
    if schema is not None:
        rules = json.loads((SCHEMAS / f"{schema}.schema.json").read_text("utf-8"))
        assert [] == [e.message for e in Draft202012Validator(rules).iter_errors(value)]
    return value


@pytest.mark.parametrize("runner", service.DEMOS)
def test_every_demo_runner_gets_an_answer(runner: str) -> None:
    """The screen and the JSON tell the same verdict."""
    shown = run("demo", "--runner", runner)
    assert 0 == shown.exit_code, shown.stderr
    advice = told("demo", "--runner", runner, schema="advice")
    assert advice["verdict"]["sentence"] in " ".join(shown.stdout.split())


def test_the_demo_shows_a_runner_who_needs_the_week() -> None:
    """The sore runner is the demo, and the screen holds its parts."""
    shown = run("demo").stdout
    for part in ("Why", "Would change", "Work-it-out", "You are wondering", "Sources"):
        assert part in shown


def test_no_demo_screen_is_wider_than_asked() -> None:
    """The real words fit 60 columns as they fit 80."""
    for width in (60, 80):
        lines = run("demo", "--width", str(width)).stdout.splitlines()
        assert max(len(line.rstrip()) for line in lines) <= width


def test_miles_leave_no_kilometre_on_the_screen() -> None:
    """The real words follow the units too."""
    words = run("demo", "--units", "mi").stdout.split()
    assert "mi" in words
    assert [] == [word for word in words if word.strip("().,;") in {"km", "kg"}]


def test_a_week_is_answered_for_a_day_and_a_race() -> None:
    """Every option of the week reaches the answer."""
    options = ("--today", "2024-11-17", "--race", "2025-03-01:half", "--weight", "60")
    advice = told("week", str(SORE), *options, "--zone", "UTC", schema="advice")
    assert "2024-11-17" == advice["today"]
    assert {"date": "2025-03-01", "distance_km": 21.1} == advice["race"]


def test_a_plan_and_how_it_is_wanted_reach_the_week(tmp_path: Path) -> None:
    """The runner's own plan, one sharp session kept, Friday to work it out."""
    plan = tmp_path / "plan.csv"
    plan.write_text("date,session\n2024-11-19,12 km easy\n2024-11-22,8 km easy\n", "utf-8")
    options = (
        "--plan",
        str(plan),
        "--mode",
        "keep-one",
        "--work-day",
        "fri",
        "--force",
        "--answers",
        str(SORE / "answers.toml"),
    )
    week = told("week", str(SORE), "--today", "2024-11-17", *options, schema="advice")["week"]
    assert ("your own plan", "2024-11-22", 20) == (
        week["basis"], week["work_it_out"], week["before"]["distance_km"]
    )  # fmt: skip


def test_force_writes_the_week_whatever_the_verdict() -> None:
    """Who wants a lighter week gets one, and the verdict stays what it is."""
    free, forced = (told("demo", "--runner", "steady", *more) for more in ((), ("--force",)))
    assert free["week"] is None
    assert forced["week"] is not None
    assert free["verdict"] == forced["verdict"]


def test_inspect_tells_what_was_read() -> None:
    """On the screen and as JSON."""
    found = told("inspect", str(SORE), schema="inspect")
    shown = run("inspect", str(SORE))
    assert 0 < found["runs"] <= found["activities"]
    assert f"{found['runs']}: " in shown.stdout
    assert found["first_run"] in shown.stdout


def test_inspect_without_a_path_tells_what_is_kept(store: Path) -> None:
    """Or what to do where nothing is."""
    assert "unload import PATH" in run("inspect").stderr
    run("import", str(SORE), "--zone", "UTC")
    files, own = told("inspect", str(SORE)), told("inspect", schema="inspect")
    counts = ("runs", "run_km", "first_run", "last_run", "runners")
    assert [files[name] for name in counts] == [own[name] for name in counts]
    assert 0 < own["files"] <= files["files"]


def test_an_argument_that_is_missing_is_named_with_its_example() -> None:
    """In one sentence more; what an option wants is told by itself."""
    assert "`unload import --help` shows an example." in run("import").stderr
    assert "--help" not in run("export").stderr


def test_why_explains_a_number_and_lists_them_all() -> None:
    """Value, range, grade and source; and the histogram of grades."""
    one, every = told("why", "session_spike_green_max"), told("why")
    assert "signals" == one["stage"]
    assert one in every
    shown = run("why", "session_spike_green_max").stdout
    assert all(part in shown for part in ("range", "moderate", "Frandsen", "the stage signals"))
    assert "How good is the evidence?" in run("why").stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("why", "session_spike_gren"), 2, "session_spike_green_max"),
        (("week", "/no/such/place"), 2, "/no/such/place"),
        (("week", str(SORE), "--zone", "Mars/Olympus"), 2, "Mars/Olympus"),
        (("week", str(SORE), "--today", "soon"), 2, "soon"),
        (("week", str(SORE), "--race", "2025-04-21"), 2, "2025-04-21:marathon"),
        (("week", str(SORE), "--race", "2025-04-21:0"), 2, "is not a race"),
        (("week", str(SORE), "--weight", "7"), 2, "20"),
        (("week",), 2, "PATH"),
        (("weak",), 2, "weak"),
        (("demo", "--runner", "nobody"), 2, "nobody"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(
    words: tuple[str, ...], code: int, says: str
) -> None:
    """On stderr, for people and for programs, and never a traceback."""
    for more in ((), ("--json",)):
        result = run(*words, *more)
        assert code == result.exit_code
        assert "" == result.stdout
        assert says in result.stderr
        assert "Traceback" not in result.stderr
    assert says in json.loads(result.stderr)["error"]["message"]


def test_a_failure_of_our_own_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug says that it is one, with exit code 1; who hunts it may see it."""

    def broken() -> None:
        raise KeyError("calf")

    monkeypatch.setattr(service, "constants", broken)
    result = run("why")
    assert 1 == result.exit_code
    assert "This is a bug" in result.stderr
    monkeypatch.setenv("UNLOAD_DEBUG", "1")
    assert isinstance(run("why").exception, KeyError)


@pytest.mark.parametrize(
    ("raised", "code"),
    [(KeyboardInterrupt(), 130), (UnloadError("No."), 2), (BrokenPipeError(), 0)],
)
def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    """Ctrl-C exits with 130 and says nothing; a closed pipe is no failure."""

    def interrupted() -> None:
        raise raised

    monkeypatch.setattr(service, "constants", interrupted)
    monkeypatch.setattr(program.os, "dup2", lambda *_: None)
    result = run("why")
    assert code == result.exit_code
    assert ("unload: No." if code == 2 else "") == result.stderr.strip()


def test_problems_are_counted_after_the_advice(tmp_path: Path) -> None:
    """A file that cannot be read is named by inspect and counted by week."""
    (tmp_path / "broken.fit").write_bytes(b"<html>not a recording</html>")
    for path in SORE.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    shown = run("week", str(tmp_path), "--today", "2024-11-17", "--zone", "UTC")
    assert 0 == shown.exit_code, shown.stderr
    assert "1 problem in" in " ".join(shown.stdout.split())
    assert ["broken.fit"] == [
        Path(p["where"]).name for p in told("inspect", str(tmp_path))["problems"]
    ]


def test_importing_the_door_imports_no_workshop() -> None:
    """Help answers at once: click, the errors and the units, nothing else of ours."""
    probe = "import sys, unload.cli; print(*sorted(m for m in sys.modules if m[:6] == 'unload'))"
    ran = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    wanted = {"unload", "unload.errors", "unload.model", "unload.model.units", "unload.cli"}
    loaded = {name for name in ran.stdout.split() if not name.startswith("unload.cli.")}
    assert wanted == loaded


@pytest.mark.parametrize("command", ["week", "demo", "doubts", "inspect", "why"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    """Help shows what to type."""
    shown = run(command, "--help")
    assert 0 == shown.exit_code
    assert f"  unload {command}" in shown.stdout


def test_columns_can_be_said_to_week_and_inspect(tmp_path: Path) -> None:
    """What an unknown table holds; a word that cannot be understood is one sentence."""
    rows = "".join(f"2024-11-{n:02d},{5 + n / 10:.1f},0:{26 + n}:00\n" for n in range(1, 17))
    path = tmp_path / "t.csv"
    path.write_text("mikor,tav,ido\n" + rows, encoding="utf-8")
    said = ("--columns", "date=1,distance=2:km,duration=3", "--zone", "UTC")
    assert 16 == told("inspect", str(path), *said, schema="inspect")["runs"]
    shown = run("week", str(path), "--today", "2024-11-17", *said)
    assert 0 == shown.exit_code, shown.stderr
    assert "the distance from 2 (kilometres)" in " ".join(shown.stdout.split())
    refused = run("week", str(path), "--columns", "date=x")
    assert (2, "") == (refused.exit_code, refused.stdout)
    assert "--columns cannot be read at 'date=x'" in refused.stderr
