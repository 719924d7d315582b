"""Verdict: the rules in their order, one answer for every day."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    MARATHON,
    PLAIN,
    TODAY,
    K,
    days_of,
    hurts,
    pains,
    run,
    running,
    said,
    state_of,
    weekly,
)
from unload.model.advice import VerdictKind
from unload.model.history import History, Runner
from unload.science.load import stack
from unload.science.signals import signals
from unload.science.verdict import KINDS, RULES, not_enough_data, since, state, supported, verdicts

DAY = timedelta(days=1)
ILL = replace(said(TODAY), ill=True)
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))


def kinds(history: History, today: date = TODAY) -> list[VerdictKind]:
    """The answer of every day."""
    return [KINDS[code] for code in verdicts(state_of(history, today), K.verdict)]


def kind(history: History, today: date = TODAY) -> VerdictKind:
    return kinds(history, today)[-1]


@pytest.mark.parametrize(
    ("history", "answer"),
    [
        (ANNA, VerdictKind.TRAIN_ON),
        (BEN, VerdictKind.UNLOAD_NOW),
        (CLEO, VerdictKind.UNLOAD_SOON),
        (DARA, VerdictKind.TRAIN_ON),
        (ELI, VerdictKind.UNLOAD_SOON),
        (FINN, VerdictKind.NOT_ENOUGH_DATA),
        (weekly(48, 48, 48, 48, 48, 24), VerdictKind.ALREADY_UNLOADING),
        (replace(ANNA, race=replace(MARATHON, day=TODAY + DAY)), VerdictKind.TAPER),
        (replace(ANNA, runner=FEVER), VerdictKind.SEE_SOMEONE),
    ],
)
def test_every_answer_has_its_runner(history: History, answer: VerdictKind) -> None:
    """Six named runners, one in her easy week, one before her race, one with a red flag."""
    assert answer is kind(history)


def test_the_order_of_the_rules_is_the_order_of_the_answers() -> None:
    """Red flags first; training on is what is left."""
    assert [kind for kind, _ in RULES] == list(VerdictKind)[:-1]
    assert tuple(VerdictKind) == KINDS


def test_a_red_flag_overrides_everything() -> None:
    """No record at all, a race tomorrow, an easy week: see someone."""
    race = replace(MARATHON, day=TODAY + DAY)
    for history in (FINN, replace(ANNA, race=race), weekly(48, 48, 48, 48, 24), BEN):
        assert VerdictKind.SEE_SOMEONE is kind(replace(history, runner=FEVER))


@pytest.mark.parametrize(
    ("days_ago", "answer"), [(6, VerdictKind.SEE_SOMEONE), (7, VerdictKind.TRAIN_ON)]
)
def test_a_flag_of_a_check_in_stands_for_a_week(days_ago: int, answer: VerdictKind) -> None:
    """A bone that hurts is not over because it was not asked again."""
    bone = next(key for key, region in K.regions.items() if region.tissue == "bone")
    check_ins = (said(TODAY - days_ago * DAY, hurts(3, bone)),)
    assert answer is kind(replace(ANNA, check_ins=check_ins))


class TestNotEnough:
    @pytest.mark.parametrize(("age", "enough"), [(14, True), (15, False)])
    def test_the_newest_session_may_be_two_weeks_old(self, age: int, enough: bool) -> None:
        """Its coverage must still do: 28 days of which 14 are unknown do not."""
        now = state_of(ANNA, TODAY + age * DAY)
        patched = replace(now, coverage=np.ones(now.coverage.shape))
        assert enough == (not not_enough_data(patched, K.verdict)[-1])

    @pytest.mark.parametrize(("days", "enough"), [(27, False), (28, True)])
    def test_four_weeks_of_record_are_the_least(self, days: int, enough: bool) -> None:
        """A day short is a day short (X7)."""
        jogs = History(tuple(run(TODAY - n * DAY, 5) for n in range(days)))
        assert enough == (kind(jogs) is not VerdictKind.NOT_ENOUGH_DATA)

    @pytest.mark.parametrize(
        ("name", "levels", "enough"),
        [
            ("coverage", (0.7, 0.59), True),
            ("coverage", (0.7, 0.5), True),
            ("coverage", (0.7, 0.49), False),
            ("coverage", (0.7, 0.49, 0.59), False),
            ("coverage", (0.7, 0.49, 0.6), True),
            ("coverage", (0.59,), False),
            ("coverage", (0.6,), True),
            ("runs", (4, 3), True),
            ("runs", (4, 2), False),
            ("runs", (4, 2, 3), False),
            ("runs", (4, 2, 4), True),
            ("runs", (3,), False),
        ],
    )
    def test_what_was_enough_takes_a_clear_lack_to_be_too_little(
        self, name: str, levels: tuple[float, ...], enough: bool
    ) -> None:
        """Six days of ten and four runs open an answer; under half, or under three, closes it."""
        now = state_of(ANNA)
        track = np.full(now.coverage.shape, levels[0])
        track[-len(levels) :] = levels
        whole = {"coverage": np.ones(track.shape), "runs": np.full(track.shape, 9.0), name: track}
        assert enough == (not not_enough_data(replace(now, **whole), K.verdict)[-1])

    @pytest.mark.parametrize(("runs", "enough"), [(3, False), (4, True)])
    def test_four_running_days_in_four_weeks_can_be_unloaded(self, runs: int, enough: bool) -> None:
        """Who runs less has nothing to take away."""
        jogs = [run(TODAY - 8 * n * DAY, 5) for n in range(8)]
        kept = [jog for jog in jogs if jog.day > TODAY - 28 * DAY][:runs]
        old = [jog for jog in jogs if jog.day <= TODAY - 28 * DAY]
        kept += [run(TODAY - 8 * DAY, 3)] * (runs - len(kept)) if runs < len(kept) else []
        assert enough == (kind(History((*old, *kept))) is not VerdictKind.NOT_ENOUGH_DATA)

    def test_a_history_without_sessions_is_not_enough(self) -> None:
        """No age, no days, no runs, and no error."""
        assert [VerdictKind.NOT_ENOUGH_DATA] == kinds(History())


@pytest.mark.parametrize(
    ("ahead", "answer"),
    [
        (-1, VerdictKind.TRAIN_ON),
        (0, VerdictKind.TAPER),
        (21, VerdictKind.TAPER),
        (22, VerdictKind.TRAIN_ON),
    ],
)
def test_the_taper_begins_three_weeks_before_the_race(ahead: int, answer: VerdictKind) -> None:
    """At 21 days it has begun, at 22 not yet, after the race it is over."""
    assert answer is kind(replace(ANNA, race=replace(MARATHON, day=TODAY + ahead * DAY)))


class TestAlready:
    def test_it_is_said_as_soon_as_the_week_cannot_end_otherwise(self) -> None:
        """Half a light week is light only if the other half as usual leaves it so."""
        light = (0, 4, 4, 3, 0, 3, 8)
        told = kinds(History(running(*[PLAIN] * 6, light)))[-7:]
        assert VerdictKind.ALREADY_UNLOADING not in told[:2]
        assert [VerdictKind.ALREADY_UNLOADING] * 4 == told[3:]

    def test_it_ends_with_its_sunday(self) -> None:
        """On Monday the lighter week is over, whether or not Monday has been read yet."""
        light = weekly(48, 48, 48, 48, 48, 24)
        told = [kind(light, TODAY + n * DAY) for n in (0, 1, 8)]
        assert [
            VerdictKind.ALREADY_UNLOADING,
            VerdictKind.TRAIN_ON,
            VerdictKind.TRAIN_ON,
        ] == told

    def test_an_open_end_keeps_it(self) -> None:
        """With Sunday unknown nobody can say that the lighter week was not one to its end."""
        light = History(running(*[PLAIN] * 6, (0, 4, 4, 3, 0, 3, 0)))
        assert VerdictKind.ALREADY_UNLOADING is kind(light, TODAY + DAY)


class TestBody:
    @pytest.mark.parametrize("supporting", [False, True])
    def test_a_flat_heart_needs_company_to_ask_at_once(self, supporting: bool) -> None:
        """Efficiency alone says soon; with a spike beside it, now (X16)."""
        runs = [run(TODAY - 2 * n * DAY, 10, hr=155 if n < 2 else 140) for n in range(30)]
        hard = run(TODAY - 61 * DAY, 8, hr=195)
        leap = [run(TODAY - 3 * DAY, 14)] if supporting else []
        history = History((hard, *runs, *leap))
        now = state_of(history)
        assert supporting == supported(now)[-1]
        told = kind(history)
        assert told is (VerdictKind.UNLOAD_NOW if supporting else VerdictKind.UNLOAD_SOON)

    def test_illness_asks_at_once(self) -> None:
        """An ill runner needs no second sign (X15)."""
        assert VerdictKind.UNLOAD_NOW is kind(replace(ANNA, check_ins=(ILL,)))

    def test_a_supporting_signal_alone_decides_nothing(self) -> None:
        """Anna with a leap of 1.4 on Sunday trains on, and is told of the leap."""
        leap = [s for s in ANNA.sessions if s.day != TODAY]
        history = replace(ANNA, sessions=(*leap, run(TODAY, 22.4)))
        assert supported(state_of(history))[-1]
        assert VerdictKind.TRAIN_ON is kind(history)

    def test_a_step_back_does_not_answer_a_calf_that_complains(self) -> None:
        """The calendar is quiet; the calf is not."""
        step = History(running(*[PLAIN] * 6, (0, 8, 10, 8, 0, 6, 13)))
        assert VerdictKind.TRAIN_ON is kind(step)
        sore = replace(step, check_ins=pains(4, 4, 4))
        assert VerdictKind.UNLOAD_NOW is kind(sore)


def test_the_answer_stands_since_its_unbroken_run_began() -> None:
    """An answer that was different in between stands only since it came back."""
    codes = np.array([5, 6, 6, 5, 5, 5])
    assert (2, 5, 0) == (since(codes), since(np.array([6] * 6)), since(np.array([1, 2])))


def test_a_fleet_is_answered_as_its_runners_are() -> None:
    """Order among runners changes nothing."""
    alone = [days_of(h) for h in (ANNA, BEN, CLEO, DARA, ELI, FINN)]
    answers = [verdicts(state_of(h), K.verdict)[-1] for h in (ANNA, BEN, CLEO, DARA, ELI, FINN)]
    for order in (1, -1):
        fleet = stack(alone[::order])
        together = state(fleet, signals(fleet, K.signals), K.signals, K.verdict)
        assert answers[::order] == verdicts(together, K.verdict)[:, -1].tolist()
