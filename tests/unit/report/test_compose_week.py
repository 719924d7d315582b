"""The week on the screen: before, after and why of each day, totals and the factor."""

from dataclasses import replace

from advice_samples import BEFORE, FORCED, NOW, SOON, TRAIN_ON, document, section
from unload.model.advice import Advice
from unload.model.plan import Kind, PlannedSession, UnloadingWeek
from unload.report.compose_week import session
from unload.report.document import Grid, Row, text_of
from unload.report.words import KM, Words


def grid(advice: Advice) -> Grid:
    """The grid of the week."""
    return next(b for b in section(advice, "week").blocks if isinstance(b, Grid))


def read(row: Row) -> list[str]:
    """The texts of a row, its note last."""
    return [*(text_of(cell) for cell in row.cells), text_of(row.note)]


def test_each_day_stands_with_what_it_was_and_why() -> None:
    """Seven rows, in order, the work-it-out day named in its place."""
    rows = [read(row) for row in grid(NOW).rows]
    assert ["Tue 19", "10 km easy", "6 km easy", "0.60 x of the usual"] == rows[1]
    assert ["Wed 20", "9 km hard", "work it out", "the routine is below"] == rows[2]
    assert "nothing hard while the left calf talks" == rows[3][3]
    assert ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] == [row[0][:3] for row in rows]


def test_the_totals_carry_the_factor() -> None:
    """Distance, time and hard minutes of both weeks, and how much lighter."""
    total, hard = (read(row) for row in grid(NOW).foot)
    wanted = ["total", "62.5 km, 5 h 56 min", "27 km, 2 h 34 min", "0.43 x the distance"]
    assert wanted == total
    assert ["hard", "34 min", "nothing", ""] == hard


def test_unknown_hard_minutes_are_not_nothing() -> None:
    """What nobody knows is said to be unknown."""
    assert ["hard", "not known", "nothing", ""] == read(grid(FORCED).foot[1])


def test_a_week_that_had_no_distance_has_no_factor() -> None:
    """Nothing is divided by nothing."""
    week = NOW.week
    assert isinstance(week, UnloadingWeek)
    idle = replace(BEFORE, days=tuple(PlannedSession(d.day, Kind.REST) for d in BEFORE.days))
    assert "" == read(grid(replace(NOW, week=replace(week, before=idle, after=idle))).foot[0])[3]


def test_the_title_says_how_deep_the_week_goes() -> None:
    """A step-back is not an unloading week, and a week without running says so."""
    titles = [text_of(section(advice, "week").title) for advice in (NOW, SOON, FORCED)]
    assert ["The unloading week", "The week, a step-back", "The week, without running"] == titles


def test_without_a_week_there_is_no_section() -> None:
    """Who trains on is shown no week."""
    assert "week" not in {s.key for s in document(TRAIN_ON).sections}


def test_a_day_without_distance_is_said_in_time() -> None:
    """Plans by the clock stay plans by the clock, and a plain run needs no kind."""
    words = Words({}, KM, NOW.today)
    timed = PlannedSession(NOW.today, Kind.EASY, 0.0, 2700.0)
    plain = PlannedSession(NOW.today, Kind.RUN, 8000.0, 2700.0)
    assert ["45 min easy", "8 km"] == [session(day, words) for day in (timed, plain)]
