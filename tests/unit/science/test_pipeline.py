"""Pipeline: all stages in order, and what only the whole path can show."""

from dataclasses import replace
from datetime import timedelta
from math import isnan

import pytest
from numpy.random import default_rng

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    EMPTY,
    FINN,
    MARATHON,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    advice_of,
    hurts,
    numbers_in,
    pains,
    run,
    running,
    said,
)
from unload.model.advice import VerdictKind
from unload.model.history import CheckIn, History, Race, Runner, Sport
from unload.model.plan import Depth
from unload.model.specialist import Instruction
from unload.science.pipeline import around, recent_spots, red_flags, shown

DAY = timedelta(days=1)
DENIES = Runner(denied=tuple(flag.key for flag in K.red_flags))
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
BONE = next(key for key, region in K.regions.items() if region.tissue == "bone")
HOLES = History(
    (
        *running(PLAIN, PLAIN, EMPTY, EMPTY, PLAIN, EMPTY, PLAIN, PLAIN),
        run(TODAY - DAY, None, minutes=40),
        run(MONDAY, None, minutes=40, sport=Sport.STRENGTH),
        run(TODAY, 0, minutes=1),
    ),
    (CheckIn(TODAY, sleep=1), said(TODAY - 40 * DAY, hurts(10))),
    race=Race(TODAY + 400 * DAY, 100),
)
UNIVERSE = {
    "anna": ANNA,
    "ben": BEN,
    "cleo": CLEO,
    "dara": DARA,
    "eli": ELI,
    "finn": FINN,
    "holes": HOLES,
    "nobody": History(),
    "one run": History((run(TODAY, 5),)),
    "one answer": History((), (said(TODAY, hurts(3)),)),
    "partial first week": History(running((0, 0, 0, 0, 0, 6, 16), *[PLAIN] * 5)),
    "flagged": replace(ANNA, runner=FEVER),
    "racer": replace(ANNA, race=MARATHON),
}


@pytest.mark.parametrize("name", UNIVERSE)
@pytest.mark.parametrize("ahead", [-30, -1, 0, 1, 9, 10, 15, 100])
def test_nan_never_reaches_advice(name: str, ahead: int) -> None:
    """Before, at and after the newest session: no noun holds a number that is none."""
    advice = advice_of(UNIVERSE[name], TODAY + ahead * DAY)
    assert [] == [x for x in numbers_in(advice) if isnan(x)]


@pytest.mark.parametrize("name", UNIVERSE)
def test_the_same_history_gives_the_same_advice(name: str) -> None:
    """With the same day and the same seed."""
    assert advice_of(UNIVERSE[name]) == advice_of(UNIVERSE[name])


@pytest.mark.parametrize("name", UNIVERSE)
def test_tomorrow_does_not_change_today(name: str) -> None:
    """Sessions and answers after today are not looked at."""
    history = UNIVERSE[name]
    later = replace(
        history,
        sessions=(*history.sessions, run(TODAY + DAY, 40), run(TODAY + 9 * DAY, 5)),
        check_ins=(*history.check_ins, said(TODAY + DAY, hurts(9), hurts(9, BONE))),
    )
    known = advice_of(history)
    foreseen = advice_of(later)
    assert known.verdict.kind is foreseen.verdict.kind
    assert known.verdict.reasons == foreseen.verdict.reasons
    assert (known.week, known.doubts, known.coverage) == (
        foreseen.week,
        foreseen.doubts,
        foreseen.coverage,
    )


class TestRace:
    @pytest.mark.parametrize(("ahead", "there"), [(-1, False), (0, True), (1, True)])
    def test_a_race_that_has_been_run_is_none(self, ahead: int, there: bool) -> None:
        """Yesterday's race has no taper, no prediction and no line in the answer."""
        advice = advice_of(replace(ANNA, race=Race(TODAY + ahead * DAY, 42_195)))
        assert there == (advice.race is not None)
        assert there == (advice.verdict.kind is VerdictKind.TAPER)
        race = next(d for d in advice.doubts if d.name == "race")
        assert there == (race.middle is not None)


class TestFlags:
    def test_a_yes_counts_today(self) -> None:
        """And stops everything but the referral."""
        advice = advice_of(replace(ANNA, runner=FEVER))
        assert VerdictKind.SEE_SOMEONE is advice.verdict.kind
        assert (None, (), None) == (advice.routine, advice.findings, advice.futures)
        assert [FEVER.red_flags[0]] == [flag.key for flag in advice.verdict.flags]

    def test_a_check_in_counts_on_its_own_day(self) -> None:
        """The days on which something stopped training are told apart."""
        history = replace(ANNA, check_ins=(said(TODAY - 3 * DAY, hurts(3, BONE)), said(TODAY)))
        flags, days = red_flags(history, TODAY, K)
        assert frozenset({TODAY - 3 * DAY}) == days
        assert any(flag.level.stops for flag in flags)

    def test_a_forced_week_under_a_red_flag_has_no_running(self) -> None:
        """Insisting shows a week; it does not show a run."""
        advice = advice_of(replace(CLEO, runner=FEVER))
        week = shown(advice, force=True)
        assert week is not None
        assert (Depth.NO_RUNNING, 0) == (week.depth, week.after.distance_m)
        assert shown(advice, force=False) is None

    def test_a_flag_that_only_warns_stops_nothing(self) -> None:
        """Seven of ten in a calf is shown; routine and verdict go on."""
        calf = replace(ANNA, check_ins=(said(TODAY, hurts(7)),), runner=DENIES)
        advice = advice_of(calf)
        assert advice.verdict.kind is not VerdictKind.SEE_SOMEONE
        assert advice.routine is not None
        assert len(advice.verdict.flags) > 0


class TestShown:
    @pytest.mark.parametrize(("name", "there"), [("anna", False), ("ben", True), ("cleo", True)])
    def test_a_week_is_shown_where_it_is_asked_for(self, name: str, there: bool) -> None:
        """By the verdict, or by the runner."""
        advice = advice_of(replace(UNIVERSE[name], runner=DENIES))
        assert there == (shown(advice, force=False) is not None)
        assert shown(advice, force=True) is advice.week

    def test_no_week_is_shown_before_a_question_that_could_stop_it(self) -> None:
        """Ben's calf asks; insisting does not answer for him."""
        advice = advice_of(BEN)
        assert len(advice.questions) > 0
        assert (None, None) == (shown(advice, force=False), shown(advice, force=True))


class TestSpots:
    def test_the_newest_entry_of_a_spot_counts(self) -> None:
        """Five on Tuesday and two today is two; the sole stands beside it."""
        check_ins = (
            said(TODAY - 2 * DAY, hurts(5), hurts(3, "sole")),
            said(TODAY, hurts(2)),
        )
        told = recent_spots(replace(ANNA, check_ins=check_ins), TODAY, K)
        assert {("calf", 2), ("sole", 3)} == {(spot.region, spot.pain) for spot in told}

    @pytest.mark.parametrize(("days_ago", "count"), [(6, 1), (7, 0), (-1, 0)])
    def test_spots_of_the_last_seven_days_are_worked_on(self, days_ago: int, count: int) -> None:
        """Older ones are history, later ones not known yet."""
        history = replace(ANNA, check_ins=pains(4, until=TODAY - days_ago * DAY))
        assert count == len(recent_spots(history, TODAY, K))

    def test_the_routine_reaches_the_sore_calf(self) -> None:
        """What hurts is worked on, and what may be behind it is told, once it may be."""
        advice = advice_of(replace(BEN, runner=DENIES))
        assert advice.routine is not None
        assert "calf" in {step.technique.region for step in advice.routine.steps}
        assert "calf" in {finding.region for finding in advice.findings}

    def test_open_questions_come_before_it(self) -> None:
        """Neither a routine nor findings until they are answered; the week may be lighter."""
        advice = advice_of(BEN)
        assert {"swollen-calf", "breathless"} <= {flag.key for flag in advice.questions}
        assert all(flag.level.stops for flag in advice.questions)
        assert (None, ()) == (advice.routine, advice.findings)
        assert () == advice_of(replace(BEN, runner=DENIES)).questions
        assert () == advice_of(replace(BEN, runner=FEVER)).questions


def test_coverage_counts_the_last_four_weeks() -> None:
    """Days known, runs, runs with heart rate and effort, days with a check-in."""
    extra = (run(TODAY - DAY, 5, hr=140), run(TODAY - 28 * DAY, 5, hr=140, rpe=3))
    check_ins = (said(TODAY), said(TODAY), said(TODAY - 28 * DAY))
    told = advice_of(replace(ANNA, sessions=(*ANNA.sessions, *extra), check_ins=check_ins)).coverage
    assert (28, 28, 21, 1, 0, 1, "pace") == (
        told.window_days,
        told.known_days,
        told.runs,
        told.runs_with_hr,
        told.runs_with_rpe,
        told.check_ins,
        told.load_source,
    )


def test_advice_carries_the_version_of_what_it_knew() -> None:
    """An old answer can be explained years later."""
    assert (K.version, TODAY) == (advice_of(ANNA).knowledge_version, advice_of(ANNA).today)


def test_what_a_specialist_asked_for_stands_in_the_routine() -> None:
    """As long as it is not over, and not under a red flag."""
    asked = Instruction(TODAY, TODAY + timedelta(9), hard=False)
    over = Instruction(TODAY - timedelta(9), TODAY - timedelta(1))
    runner = Runner(instructions=(asked, over))
    made = advice_of(replace(ANNA, runner=runner)).routine
    assert made is not None
    assert (asked,) == made.asked
    flagged = replace(runner, red_flags=("swollen-calf",))
    assert None is advice_of(replace(ANNA, runner=flagged)).routine


def test_advice_around_another_week_has_that_week_s_doubts() -> None:
    """Its own brings its own back; where there were no futures there are none."""
    advice = advice_of(BEN)
    assert advice is around(advice, advice.week, BEN, K, default_rng(1))
    week = replace(advice.week, after=advice.week.before)
    other = around(advice, week, BEN, K, default_rng(1))
    assert (week, True) == (other.week, other.doubts != advice.doubts)
    assert advice == around(other, advice.week, BEN, K, default_rng(1))
    stopped = around(replace(advice, futures=None), week, BEN, K, default_rng(1))
    assert stopped.futures is None
