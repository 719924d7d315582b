"""A light week under way is told in distance, also on a day of which nothing is known."""

from datetime import timedelta

from athletes import MONDAY, TODAY, K, running, state_of, verdict_of, weekly
from unload.model.advice import Verdict, VerdictKind
from unload.model.history import History
from unload.science.reasons import signals_today
from unload.science.under_way import lighter_so_far

LIGHT = (0, 4, 5, 4, 0, 0, 0)
STEADY = running(*[(0, 8, 10, 8, 0, 6, 16)] * 8, last=MONDAY - timedelta(7))
FRIDAY = TODAY - timedelta(2)


def light_so_far() -> History:
    """A light week of which nothing is known after Thursday."""
    return History((*STEADY, *running(LIGHT)))


def reasons(verdict: Verdict) -> list[str]:
    return [reason.says.key for reason in verdict.reasons]


def test_a_day_without_a_record_keeps_the_reason() -> None:
    """What was run up to the last known day stands beside the usual week."""
    verdict = verdict_of(light_so_far(), FRIDAY)
    assert VerdictKind.ALREADY_UNLOADING is verdict.kind
    assert ["signal.this_week.stood", "signal.build_weeks.on_start"] == reasons(verdict)
    reason = verdict.reasons[0]
    assert (13_000.0, 48_000.0, True) == (reason.value, reason.baseline, reason.on)
    assert MONDAY + timedelta(3) == reason.says.values["day"]


def test_no_count_of_nought_is_a_reason_nor_the_week_unknown() -> None:
    """Zero building weeks say nothing to somebody who rests."""
    verdict = verdict_of(light_so_far(), FRIDAY)
    assert "signal.build_weeks.off_start" not in reasons(verdict)
    assert "unknown.this_week" not in [phrase.key for phrase in verdict.unknown]


def test_a_week_that_is_known_speaks_for_itself() -> None:
    """Half of the usual by Sunday: the signal is left as it is."""
    assert ["signal.this_week.on"] == reasons(verdict_of(weekly(48, 48, 48, 48, 24)))


def test_where_no_week_ever_was_light_nothing_is_made_up() -> None:
    """The signal stays what it was."""
    now = state_of(History(STEADY), FRIDAY)
    signal = next(s for s in signals_today(now, K.signals) if s.name == "this_week")
    assert signal is lighter_so_far(signal, now)
