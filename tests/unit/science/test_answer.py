"""Answer: the verdict with its date, its reasons and what is unknown."""

from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import pytest

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    MARATHON,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    hurts,
    numbers_in,
    pains,
    run,
    running,
    said,
    verdict_of,
    weekly,
)
from unload.model.advice import Role, VerdictKind
from unload.model.history import Entry, EntryKind, History, Runner
from unload.science.signals import SIGNALS

DAY = timedelta(days=1)
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
UNLOADING = weekly(48, 48, 48, 48, 24)
EVERYBODY = (ANNA, BEN, CLEO, DARA, ELI, FINN, UNLOADING, History(), replace(ANNA, runner=FEVER))


@pytest.mark.parametrize("history", EVERYBODY)
def test_no_verdict_holds_a_number_that_is_none(history: History) -> None:
    """NaN ends in the arrays and never reaches advice."""
    assert [] == [x for x in numbers_in(verdict_of(history)) if isnan(x)]


@pytest.mark.parametrize("history", EVERYBODY)
def test_whatever_is_said_has_words(history: History) -> None:
    """Headline, unknowns and changes are keys of the text."""
    verdict = verdict_of(history)
    phrases = (verdict.says, *verdict.unknown, *verdict.would_change)
    assert [] == [phrase.key for phrase in phrases if phrase.key not in K.text]


class TestDate:
    @pytest.mark.parametrize(
        ("history", "by"),
        [
            (BEN, MONDAY + 7 * DAY),
            (CLEO, MONDAY + 7 * DAY),
            (weekly(48, 48, 48, 24, 48, 48, 48), MONDAY + 14 * DAY),
            (ANNA, MONDAY + 21 * DAY),
            (UNLOADING, None),
            (FINN, None),
            (replace(ANNA, race=MARATHON, runner=FEVER), None),
        ],
    )
    def test_each_answer_has_its_day(self, history: History, by: date | None) -> None:
        """Now is tomorrow; soon leaves a week, or none with support; train on says the latest."""
        assert by == verdict_of(history).by

    def test_a_date_once_given_does_not_move_away(self) -> None:
        """From the end of her lighter week to the Monday it named, Anna hears one date."""
        steady = weekly(48, 48, 48, 48, 24, 48, 48, 48, 48)
        first = TODAY - 27 * DAY
        told = []
        for n in range(28):
            day = first + n * DAY
            read = tuple(s for s in steady.sessions if s.day <= day)
            told.append(verdict_of(replace(steady, sessions=read), day).by)
        assert {MONDAY + 7 * DAY} == set(told)

    def test_a_date_missed_becomes_the_next_monday(self) -> None:
        """Who builds on is asked again every week."""
        late = weekly(48, 48, 48, 24, *[48] * 5)
        assert MONDAY + 7 * DAY == verdict_of(late).by
        assert MONDAY + 14 * DAY == verdict_of(late, TODAY + DAY).by

    def test_a_weak_sign_of_the_body_does_not_wait_for_the_calendar(self) -> None:
        """A flat heart on a fresh runner says soon: the Monday after next."""
        runs = [run(TODAY - 2 * n * DAY, 10, hr=155 if n < 2 else 140) for n in range(4, 30)]
        last = [run(TODAY - 2 * n * DAY, 3.5, minutes=24, hr=165) for n in range(4)]
        hard = run(TODAY - 61 * DAY, 8, hr=210)
        verdict = verdict_of(History((hard, *runs, *last)), TODAY + 5 * DAY)
        assert VerdictKind.UNLOAD_SOON is verdict.kind
        assert MONDAY + 21 * DAY == verdict.by

    def test_the_answer_says_since_when_it_stands(self) -> None:
        """Ben's calf reached its third day on Friday."""
        assert TODAY - 2 * DAY == verdict_of(BEN).since

    def test_the_age_of_the_data_is_told(self) -> None:
        """Finn's newest run is three weeks old; without a run there is no age."""
        assert [0, 21, None] == [verdict_of(h).data_age_days for h in (ANNA, FINN, History())]


class TestReasons:
    def test_what_decides_comes_before_what_supports(self) -> None:
        """Cleo: the calendar first, the leap second."""
        reasons = verdict_of(CLEO).reasons
        assert ["build_weeks", "session_spike"] == [s.name for s in reasons]
        assert [Role.DECIDES, Role.SUPPORTS] == [s.role for s in reasons]

    def test_on_calm_days_the_calm_is_shown(self) -> None:
        """Anna is told what was looked at and found quiet."""
        assert all(s.on is False for s in verdict_of(ANNA).reasons)
        assert "build_weeks" in [s.name for s in verdict_of(ANNA).reasons]

    def test_a_leap_alone_stands_after_the_calm(self) -> None:
        """It supports; it does not push the others out."""
        sessions = [s for s in ANNA.sessions if s.day != TODAY]
        reasons = verdict_of(replace(ANNA, sessions=(*sessions, run(TODAY, 22)))).reasons
        assert "session_spike" == reasons[-1].name
        assert len(reasons) > 1

    def test_too_little_data_finds_nothing_calm(self) -> None:
        """Calm needs data as much as alarm does."""
        assert all(s.on for s in verdict_of(FINN).reasons)


class TestUnknown:
    def test_without_any_check_in_one_line_says_so(self) -> None:
        """Five signals of the body are not named one by one."""
        keys = [phrase.key for phrase in verdict_of(ANNA).unknown]
        assert 1 == keys.count("unknown.check_ins")
        assert "unknown.wellness" not in keys

    def test_with_some_check_ins_what_was_not_asked_is_named(self) -> None:
        """Ben tells of his calf and nothing of his sleep."""
        keys = [phrase.key for phrase in verdict_of(BEN).unknown]
        assert "unknown.wellness" in keys
        assert "unknown.sore_spots" not in keys
        assert "unknown.check_ins" not in keys

    def test_holes_of_the_last_two_weeks_come_first(self) -> None:
        """Finn's whole fortnight is unknown; today itself is nobody's fault."""
        first = verdict_of(FINN).unknown[0]
        assert ("unknown.days", 13) == (first.key, first.values["days"])


def test_flags_travel_with_the_verdict() -> None:
    """Whoever is sent to someone is told why."""
    bone = next(key for key, region in K.regions.items() if region.tissue == "bone")
    sore = replace(ANNA, check_ins=(said(TODAY - DAY, hurts(4, bone)), said(TODAY, hurts(0, bone))))
    verdict = verdict_of(sore)
    assert VerdictKind.SEE_SOMEONE is verdict.kind
    assert any(flag.level.stops for flag in verdict.flags)


def test_a_weekend_runner_is_answered_on_every_weekday() -> None:
    """Eli's five days off change neither answer nor date within a week."""
    history = History(running(*[(0, 0, 0, 0, 0, 8, 14)] * 14))
    told = {
        (verdict_of(history, TODAY + n * DAY).kind, verdict_of(history, TODAY + n * DAY).by)
        for n in range(1, 7)
    }
    assert {(VerdictKind.UNLOAD_SOON, MONDAY + 14 * DAY)} == told


def test_a_step_back_is_not_followed_by_soon() -> None:
    """A runner on a plan that steps back every fourth week is left alone after it."""
    cycle = [PLAIN, (0, 8, 10, 8, 0, 6, 18), (0, 8, 10, 8, 0, 6, 19), (0, 8, 10, 8, 0, 6, 13)]
    history = History(running(*cycle * 3))
    for n in range(12):
        assert VerdictKind.TRAIN_ON is verdict_of(history, TODAY + n * DAY).kind


def planning(kind: EntryKind, first: int, last: int) -> History:
    """Anna, two building weeks on, with one entry of the calendar in days from today."""
    entry = Entry(kind, TODAY + first * DAY, TODAY + last * DAY)
    return replace(ANNA, runner=Runner(calendar=(entry,)))


class TestCalendar:
    @pytest.mark.parametrize(
        ("kind", "first", "by"),
        [
            (EntryKind.PHASE_END, 0, MONDAY + 7 * DAY),
            (EntryKind.PHASE_END, 1, MONDAY + 14 * DAY),
            (EntryKind.PHASE_END, 7, MONDAY + 14 * DAY),
            (EntryKind.TRAVEL, 1, MONDAY + 7 * DAY),
            (EntryKind.TRAVEL, 3, MONDAY + 14 * DAY),
        ],
    )
    def test_a_lighter_week_follows_a_phase_and_falls_on_a_journey(
        self, kind: EntryKind, first: int, by: date
    ) -> None:
        """From the Monday after the last day of a phase; from a journey's Monday or the next."""
        verdict = verdict_of(
            planning(kind, first, first + 2 if kind is EntryKind.TRAVEL else first)
        )
        assert (VerdictKind.UNLOAD_SOON, by) == (verdict.kind, verdict.by)

    def test_a_race_of_the_calendar_is_tapered_for(self) -> None:
        """As the goal race is."""
        assert VerdictKind.TAPER is verdict_of(planning(EntryKind.RACE, 10, 10)).kind


class TestChanged:
    def test_a_new_answer_says_what_came_with_it(self) -> None:
        """Ben's calf came on, and before that he was training."""
        before, came = verdict_of(BEN).changed
        assert ("changed.before", "train on") == (before.key, before.values["kind"])
        assert "changed.sore_spots_on" == came.key

    def test_and_what_went(self) -> None:
        """On the day the spot lets go the answer is another one."""
        healed = replace(ANNA, check_ins=pains(*[0] * 28, 3, 3, 3, *[0] * 6))
        before, went = verdict_of(healed).changed
        assert "unload now" == before.values["kind"]
        assert "changed.sore_spots_off" == went.key

    @pytest.mark.parametrize("name", SIGNALS)
    def test_every_signal_can_come_and_go(self, name: str) -> None:
        """Each has its two sentences."""
        assert {f"changed.{name}_on", f"changed.{name}_off"} <= set(K.text)

    def test_the_first_answer_has_none_before_it(self) -> None:
        """Nothing to compare with."""
        assert () == verdict_of(History((run(TODAY, 5),))).changed


def test_a_day_too_odd_to_believe_is_named() -> None:
    """With its distance and its date, before anything else that is not known."""
    glitch = History(running(*[PLAIN] * 6, (0, 8, 10, 8, 0, 6, 300)))
    first = verdict_of(glitch).unknown[0]
    assert ("unknown.odd", TODAY, 300_000) == (
        first.key,
        first.values["day"],
        first.values["run_m"],
    )
