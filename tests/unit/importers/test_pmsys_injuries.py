"""Reading injury reports: which parts, which days, and what is no report."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from file_samples import memory_file, records
from unload.importers import read_path
from unload.importers.pmsys_injuries import PmSysInjuries, read_injuries
from unload.model.proof import InjuryReport

HEAD = "effective_time_frame,injuries\n"


def written(folder: Path, *rows: str, name: str = "injury.csv", head: str = HEAD) -> Path:
    (folder / name).write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return folder


def test_reports_are_read_oldest_first(tmp_path: Path) -> None:
    """Parts below the ribs count, a hand does not; major is major of those alone."""
    rows = (
        "2024-02-01T10:00:00.000Z,\"{'groin_hip': 'minor', 'left_foot': 'major'}\"",
        "2024-01-01T10:00:00.000Z,{}",
        "2024-01-08T10:00:00.000Z,{'right_hand': 'major'}",
    )
    reports, problems = read_injuries(written(tmp_path, *rows), UTC)
    assert () == problems
    assert (
        InjuryReport(date(2024, 1, 1)),
        InjuryReport(date(2024, 1, 8)),
        InjuryReport(date(2024, 2, 1), ("groin_hip", "left_foot"), True),
    ) == reports


def test_a_report_belongs_to_the_runners_own_day(tmp_path: Path) -> None:
    """Half past eleven at night in London is the next day in Oslo."""
    folder = written(tmp_path, "2024-01-01T23:30:00.000Z,{'left_knee': 'minor'}")
    reports, _ = read_injuries(folder, ZoneInfo("Europe/Oslo"))
    assert reports is not None
    assert [date(2024, 1, 2)] == [report.day for report in reports]


def test_rows_that_are_no_report_become_problems(tmp_path: Path) -> None:
    """Each with its line, and the rest is read."""
    rows = (
        "soon,{}",
        "2024-01-01T10:00:00Z,knee",
        "2024-01-01T10:00:00Z",
        "2024-01-01T10:00:00Z,{'left_knee': 'awful'}",
        '2024-01-01T10:00:00Z,"[1, 2]"',
        "2024-01-02T10:00:00Z,{}",
    )
    reports, problems = read_injuries(written(tmp_path, *rows), UTC)
    assert (InjuryReport(date(2024, 1, 2)),) == reports
    assert [f"injury.csv line {n}" for n in range(2, 7)] == [p.where for p in problems]


def test_other_tables_hold_no_reports(tmp_path: Path) -> None:
    """None, not an empty list: nobody was asked."""
    written(tmp_path, "2024-01-01,3", name="feel.csv", head="date,sleep\n")
    written(tmp_path, "x", name="injury.txt")
    assert (None, ()) == read_injuries(tmp_path, UTC)
    assert ((), ()) == read_injuries(written(tmp_path), UTC)


def test_reports_are_known_and_reach_no_history(tmp_path: Path) -> None:
    """Nothing is set aside, and nothing of them stands beside a run."""
    text = f"{HEAD}2024-01-01T10:00:00Z,{{'left_knee': 'minor'}}\n"
    assert PmSysInjuries().identify(memory_file("injury.csv", text))
    assert [] == records(PmSysInjuries(), text, "injury.csv")
    written(tmp_path, "2024-01-01T10:00:00Z,{'left_knee': 'minor'}")
    (tmp_path / "runs.csv").write_text("date,distance_km,duration\n2024-01-01,8,40:00\n", "utf-8")
    reading = read_path(tmp_path, zone=UTC, now=datetime(2024, 2, 1))
    assert (1, 1, ()) == (len(reading.sessions), reading.not_activities, reading.problems)


def test_a_row_the_table_cannot_hold_is_a_problem(tmp_path: Path) -> None:
    """A cell beyond what the table reader takes stops that row alone."""
    huge = "x" * 200_000
    folder = written(tmp_path, f"{huge},{{}}", "2024-01-02T10:00:00Z,{}")
    reports, problems = read_injuries(folder, UTC)
    assert reports is not None
    assert 1 == len(problems)
