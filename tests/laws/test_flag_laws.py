"""Laws of the red flags: one that stops wins over everything, one that does not is still shown."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from laws.states import (
    DAYS,
    SHOWN_ONLY,
    STOPPING,
    K,
    advised,
    calm,
    histories,
    in_place_of,
)
from unload.model.advice import Advice, VerdictKind
from unload.model.body import Tissue, Trigger
from unload.model.history import CheckIn, History, Side, SoreSpot
from unload.model.plan import Depth

WINDOW = int(K.verdict.flag_window_days.value)
WITHIN = st.integers(0, WINDOW - 1)
BONES = sorted(key for key, region in K.regions.items() if region.tissue is Tissue.BONE)
AT_REST = {
    region: flag.level.stops
    for flag in reversed(K.red_flags)
    if Trigger.REST in flag.raised_by
    for region in flag.regions
}


def answered(history: History, *keys: str) -> History:
    return replace(history, runner=replace(history.runner, red_flags=keys))


def assert_stopped(advice: Advice) -> None:
    """See someone, nothing below the flag, and no running even in a week that is forced."""
    assert VerdictKind.SEE_SOMEONE is advice.verdict.kind
    assert advice.routine is None
    assert () == advice.findings
    assert advice.week is None or Depth.NO_RUNNING is advice.week.depth
    assert advice.week is None or 0 == advice.week.after.distance_m


@given(histories(), DAYS, st.sampled_from(STOPPING))
def test_a_stopping_answer_always_wins(history: History, today: date, flag: str) -> None:
    """A yes to any question of level A, B or C outranks everything else that is known (X5)."""
    advice = advised(answered(history, flag), today)
    assert_stopped(advice)
    assert flag in [f.key for f in advice.verdict.flags]


@given(histories(), DAYS)
def test_nothing_is_rolled_before_it_was_asked(history: History, today: date) -> None:
    """While a question that could stop is open there is no routine and no finding."""
    advice = advised(history, today)
    assert not advice.questions or (None, ()) == (advice.routine, advice.findings)
    every = tuple(flag.key for flag in K.red_flags)
    denied = advised(replace(history, runner=replace(history.runner, denied=every)), today)
    assert () == denied.questions
    assert denied.verdict == advice.verdict


@given(histories(), DAYS, WITHIN, st.sampled_from(BONES), st.sampled_from([0.5, 1.0, 10.0]))
def test_a_sore_bone_always_wins(
    history: History, today: date, ago: int, region: str, pain: float
) -> None:
    """A bone that hurt at all within the last days stops, by day or on the morning after (X5)."""
    for spot in (
        SoreSpot(region, Side.LEFT, pain),
        SoreSpot(region, Side.RIGHT, 0.0, next_morning=pain),
    ):
        assert_stopped(advised(sore(history, today - timedelta(days=ago), spot), today))


@given(histories(), DAYS, WITHIN, st.sampled_from(sorted(AT_REST)))
def test_pain_at_rest_counts_by_its_place(
    history: History, today: date, ago: int, region: str
) -> None:
    """At rest, a joint, the back or the groin stops; a muscle or a tendon is shown."""
    spot = SoreSpot(region, Side.LEFT, 2.0, at_rest=True)
    advice = advised(sore(calm(history), today - timedelta(days=ago), spot), today)
    if AT_REST[region]:
        assert_stopped(advice)
    else:
        assert VerdictKind.SEE_SOMEONE is not advice.verdict.kind


@given(histories(), DAYS, st.integers(WINDOW, 3 * WINDOW), st.sampled_from(BONES))
def test_a_sore_bone_is_not_held_against_the_runner_for_ever(
    history: History, today: date, ago: int, region: str
) -> None:
    """A bone that hurt before the window and not within it no longer stops."""
    before = today - timedelta(days=ago)
    spot = SoreSpot(region, Side.LEFT, 4.0)
    quiet = sore(calm(history), before, spot)
    assert VerdictKind.SEE_SOMEONE is not advised(quiet, today).verdict.kind


@given(histories(), DAYS, st.sampled_from(SHOWN_ONLY))
def test_a_d_flag_is_shown_and_stops_nothing(history: History, today: date, flag: str) -> None:
    """A yes at level D leaves the verdict as it was and stands beside it."""
    without, with_flag = advised(history, today), advised(answered(history, flag), today)
    assert without.verdict.kind is with_flag.verdict.kind
    assert flag in [f.key for f in with_flag.verdict.flags]


@given(histories(), DAYS)
def test_who_is_sent_to_someone_learns_why(history: History, today: date) -> None:
    """See someone comes with a flag that stops, and such a flag never comes without it."""
    verdict = advised(history, today).verdict
    stopped = any(flag.level.stops for flag in verdict.flags)
    assert stopped == (VerdictKind.SEE_SOMEONE is verdict.kind)


@given(histories(), DAYS, st.integers(1, WINDOW - 1), st.sampled_from(BONES))
def test_a_quiet_day_does_not_hide_the_reason(
    history: History, today: date, ago: int, region: str
) -> None:
    """A bone that hurt within the last days and is named quiet today still stops, and is told."""
    earlier = sore(calm(history), today - timedelta(days=ago), SoreSpot(region, Side.LEFT, 4.0))
    advice = advised(sore(earlier, today, SoreSpot(region, Side.LEFT, 0.0)), today)
    assert_stopped(advice)
    assert any(flag.level.stops for flag in advice.verdict.flags)


@given(histories(), DAYS)
def test_an_unasked_question_raises_no_flag(history: History, today: date) -> None:
    """Without sore spots and without a yes, nobody is sent away."""
    kind = advised(calm(history), today).verdict.kind
    assert VerdictKind.SEE_SOMEONE is not kind


def sore(history: History, day: date, spot: SoreSpot) -> History:
    """The history with one sore spot more on one day."""
    old = next((c for c in history.check_ins if c.day == day), CheckIn(day))
    return in_place_of(history, replace(old, spots=(*(old.spots or ()), spot)))
