"""The timeline: whole weeks from before the onset, unknown days as unknown."""

from dataclasses import replace
from datetime import date, timedelta

from athletes import ANNA, TODAY, days_of
from hand_samples import K, history, page
from unload.model.daily import Daily
from unload.model.history import History
from unload.science.timeline import load_now, timeline

DAY = timedelta(days=1)


def days(*pains: float) -> Daily:
    return days_of(history(*pains), TODAY)


def test_nothing_sore_has_no_timeline() -> None:
    """No spot, no picture."""
    assert None is timeline((), (), days(), (K.body, K.signals))


def test_it_begins_eight_weeks_before_the_onset_with_whole_weeks() -> None:
    """Onset two days ago: 59 days, so nine weeks."""
    line = page(2, 3, 4).timeline
    assert line is not None
    assert (63, 9) == (len(line.run_m), len(line.weeks))
    assert TODAY - 62 * DAY == line.first_day
    assert {"A": TODAY - 2 * DAY} == line.onset


def test_pain_is_known_where_it_was_asked() -> None:
    """Sore, quiet before it, and None before the first check-in."""
    line = page(2, 3, 4).timeline
    assert line is not None
    assert (None, 0, 2, 3, 4) == (line.pain["A"][0], *line.pain["A"][-4:])


def test_a_week_holds_its_runs() -> None:
    """An ordinary week of 48 km."""
    line = page(2, 3, 4).timeline
    assert line is not None
    assert (48_000, TODAY) == (line.weeks[-1].run_m, line.weeks[-1].last_day)


def test_lighter_weeks_are_told_by_their_monday() -> None:
    """Every fourth week of Anna's, as far as the picture reaches."""
    spots = page(2, 3, 4).spots
    ran = days_of(replace(ANNA, check_ins=history(2, 3, 4).check_ins))
    line = timeline(spots, (), ran, (K.body, K.signals))
    assert line is not None
    assert (date(2024, 10, 7), date(2024, 11, 4)) == tuple(
        monday + timedelta(7) for monday in line.lighter
    )
    even = page(2, 3, 4).timeline
    assert even is not None
    assert () == even.lighter


def test_the_load_of_now() -> None:
    """The last week, the usual week, the longest run."""
    now = load_now(days(2), K.body)
    assert (48_000, 48_000, 16_000) == (now.last_week_m, now.usual_week_m, now.longest_m)


def test_a_load_that_is_not_known_is_none() -> None:
    """A history that begins today knows of no week."""
    now = load_now(days_of(History(), TODAY), K.body)
    assert (None, None, None) == (now.last_week_m, now.usual_week_m, now.longest_m)
