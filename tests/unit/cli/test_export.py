"""`unload export`: the week as a file, or printed."""

import io
import zipfile
from pathlib import Path

import fitdecode
import pytest
from click.testing import CliRunner, Result

from unload import cli, service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
ANSWERS = ("--answers", str(SORE / "answers.toml"))
ASKED = ("export", str(SORE), "--today", "2024-11-17", "--zone", "UTC", *ANSWERS)


def run(*words: str) -> Result:
    return CliRunner(env={"NO_COLOR": "1"}).invoke(cli.main, (*ASKED, *words))


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("ics", b"BEGIN:VCALENDAR"),
        ("fit", b"PK\x03\x04"),
        ("intervals", b"2024-11-19 "),
        ("csv", b"date,session,"),
        ("markdown", b"| day |"),
    ],
)
def test_every_kind_is_printed_or_written(kind: str, begins: bytes, tmp_path: Path) -> None:
    """To the screen without --out, else to the file, which is named."""
    assert run("--as", kind).stdout_bytes.startswith(begins)
    out = tmp_path / "week"
    written = run("--as", kind, "--out", str(out))
    assert (0, f"wrote {out}") == (written.exit_code, written.stderr.strip())
    assert out.read_bytes().startswith(begins)


def test_targets_go_to_the_watch_alone() -> None:
    """Heart-rate zones in the workouts, only where they are asked for."""
    plain, zoned = (run("--as", "fit", *more).stdout_bytes for more in ((), ("--targets",)))
    assert plain != zoned
    with zipfile.ZipFile(io.BytesIO(zoned)) as archive:
        told = fitdecode.FitReader(io.BytesIO(archive.read(archive.namelist()[0])))
        steps = [f for f in told if getattr(f, "name", "") == "workout_step" and f.frame_type == 4]
    assert ["heart_rate"] == [step.get_value("target_type") for step in steps]


def test_without_a_lighter_week_it_says_how_to_get_one() -> None:
    """The steady runner has none due."""
    steady = SORE.with_name("steady")
    words = ("export", str(steady), "--today", "2024-11-17", "--zone", "UTC", "--as", "csv")
    result = CliRunner().invoke(cli.main, words)
    assert (2, True) == (result.exit_code, "--force" in result.stderr)
    assert 0 == CliRunner().invoke(cli.main, (*words, "--force")).exit_code


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """Where, and why."""
    result = run("--as", "csv", "--out", str(tmp_path / "no" / "week.csv"))
    assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)


def test_a_feed_is_written_where_no_week_is_due() -> None:
    """Empty then, so that a calendar which subscribed to it lets the old week go."""
    steady = ("export", str(SORE.with_name("steady")), *ASKED[2:], "--as", "ics", "--feed")
    empty = CliRunner().invoke(cli.main, steady)
    assert (0, 0) == (empty.exit_code, empty.stdout.count("BEGIN:VEVENT"))
    assert "REFRESH-INTERVAL" in run("--as", "ics", "--feed").stdout
    refused = run("--as", "csv", "--feed")
    assert (2, True) == (refused.exit_code, "--as ics" in refused.stderr)


OPEN = "\n".join(
    f"[[check_in]]\nday = {day}\nsleep = 4\nfatigue = 4\nsoreness = 4\nstress = 4\nmood = 4\n"
    f"ill = false\nspots = []\n[[gate]]\nday = {day}\nwalks_freely = true\nraises = [18, 18]\n"
    for day in ("2024-11-16", "2024-11-17")
)  # fmt: skip


def test_the_ladder_is_written_once_the_gate_is_open(tmp_path: Path) -> None:
    """Before that one sentence says what it waits for."""
    answers = tmp_path / "me.toml"
    steady = ("export", str(SORE.with_name("steady")), *ASKED[2:], "--ladder", "--as")
    shut = CliRunner().invoke(cli.main, (*steady, "ics"))
    assert (2, True) == (shut.exit_code, "`unload gate --ladder` says" in shut.stderr)
    answers.write_text(OPEN, "utf-8")
    for kind, begins in (("ics", b"BEGIN:VCALENDAR"), ("fit", b"PK"), ("intervals", b"2024-11-17"),
                         ("csv", b"date,"), ("markdown", b"| day | rung |")):  # fmt: skip
        written = CliRunner().invoke(cli.main, (*steady, kind, "--answers", str(answers)))
        assert written.stdout_bytes.startswith(begins), written.stderr


def test_sessions_are_named_in_the_runner_s_language() -> None:
    """On the calendar; reasons and everything else stay English."""
    week = run("--as", "ics", "--language", "de").stdout
    assert "SUMMARY:Locker" in week
    assert "SUMMARY:Easy" not in week
    assert 2 == run("--as", "ics", "--language", "xx").exit_code
