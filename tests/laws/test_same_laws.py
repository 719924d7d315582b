"""Laws of sameness: units, the order of files and doubled files do not change the verdict."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from laws.states import DAYS, HALF_KM, TODAY, advised, histories
from unload.importers import read_path
from unload.model.history import History, Session
from unload.model.units import M_PER_MILE

NOW = datetime.combine(TODAY + timedelta(days=30), time(12), UTC)
FEW = settings(max_examples=max(settings().max_examples // 3, 10))


def in_miles(session: Session) -> Session:
    """The session as a watch set to miles would have told of it."""
    metres = session.distance_m
    return replace(session, distance_m=None if metres is None else metres / M_PER_MILE * M_PER_MILE)


def table(sessions: Sequence[Session], path: Path, *, miles: bool = False) -> None:
    """The sessions as a plain table with its units in the headers."""
    unit, size = ("distance_mi", M_PER_MILE) if miles else ("distance_km", 1000)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["start_local", "type", unit, "moving_s", "avg_hr", "rpe"])
        for s in sessions:
            # Three digits behind the point may be thousands, and such a table is refused.
            distance = None if s.distance_m is None else f"{s.distance_m / size!r}00000"
            row = [s.start.isoformat(sep=" "), s.sport.value, distance, s.duration_s, s.avg_hr]
            writer.writerow(["" if cell is None else cell for cell in (*row, s.rpe)])


def read_back(path: Path, like: History) -> History:
    return replace(like, sessions=read_path(path, zone=UTC, now=NOW).sessions)


@given(histories(), DAYS)
def test_miles_and_kilometres_give_one_verdict(history: History, today: date) -> None:
    """Distances that went through miles and back change no answer and no signal (X8)."""
    miles = replace(history, sessions=tuple(map(in_miles, history.sessions)))
    one, other = advised(history, today), advised(miles, today)
    assert one.verdict.kind is other.verdict.kind
    assert one.verdict.by == other.verdict.by
    assert [s.on for s in one.signals] == [s.on for s in other.signals]
    if one.week is not None:
        assert other.week is not None
        moved_m = abs(one.week.after.distance_m - other.week.after.distance_m)
        assert moved_m <= 0.001  # a step of the grid would be 500 m


@given(histories(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    history: History, today: date, chance: object
) -> None:
    """Sessions and check-ins in any order give the same advice, to the last digit."""
    sessions, check_ins = list(history.sessions), list(history.check_ins)
    chance.shuffle(sessions)  # type: ignore[attr-defined] # hypothesis types it as object
    chance.shuffle(check_ins)  # type: ignore[attr-defined] # hypothesis types it as object
    other = replace(history, sessions=tuple(sessions), check_ins=tuple(check_ins))
    assert advised(history, today) == advised(other, today)


@FEW
@given(histories(), DAYS, st.randoms(use_true_random=False))
def test_files_in_miles_out_of_order_and_twice_give_one_verdict(
    history: History, today: date, chance: object
) -> None:
    """One table in km; the same in miles, shuffled, in two files, one of them twice (X3, X8)."""
    if not history.sessions:
        return
    with TemporaryDirectory() as folder:
        plain, other = Path(folder, "plain"), Path(folder, "other")
        plain.mkdir()
        other.mkdir()
        table(history.sessions, plain / "runs.csv")
        shuffled = list(history.sessions)
        chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis types it as object
        half = max(len(shuffled) // 2, 1)
        table(shuffled[:half], other / "z.csv", miles=True)
        table(shuffled[half:] or shuffled, other / "a.csv", miles=True)
        table(shuffled[:half], other / "copy of z.csv")
        one = advised(read_back(plain, history), today, HALF_KM)
        two = advised(read_back(other, history), today, HALF_KM)
    assert one.verdict.kind is two.verdict.kind
    assert one.verdict.by == two.verdict.by
    assert [s.on for s in one.signals] == [s.on for s in two.signals]
