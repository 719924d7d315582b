"""Laws of the rewritten plan: whatever a plan asks for, the week that comes out is lighter."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from athletes import ANNA, BEN, CLEO, DARA, ELI, TODAY, K, pains, state_of, verdict_of
from unload.model.history import CheckIn, History, Sport
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    Mode,
    Part,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    UnloadingWeek,
    Wishes,
)
from unload.model.specialist import Instruction
from unload.science.rewrite import parts_s
from unload.science.week import Size, lighter_week

START = TODAY + timedelta(1)
RUNNERS = {
    "steady": ANNA,
    "sore": BEN,
    "calendar": CLEO,
    "returning": DARA,
    "weekend": ELI,
    "ill": replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),)),
    "very sore": replace(ANNA, check_ins=pains(5, 5, 5)),
    "new": History(),
}
JUDGED = {name: (state_of(h), verdict_of(h)) for name, h in RUNNERS.items()}
SIZES = st.sampled_from([None, *Size])
KINDS = st.sampled_from([Kind.EASY, Kind.EASY, Kind.RUN, Kind.HARD, Kind.LONG, Kind.RACE])


@st.composite
def steps(draw: st.DrawFn) -> RunStep:
    """One stretch in metres or in seconds."""
    kind, effort = draw(st.sampled_from(StepKind)), draw(st.sampled_from(Effort))
    if draw(st.booleans()):
        return RunStep(kind, effort, distance_m=draw(st.sampled_from([100.0, 400.0, 5000.0])))
    return RunStep(kind, effort, duration_s=draw(st.sampled_from([20.0, 90.0, 1200.0])))


PARTS: st.SearchStrategy[Part] = steps() | st.builds(
    Repeat, st.integers(1, 20), st.lists(steps(), min_size=1, max_size=3).map(tuple)
)


@st.composite
def planned(draw: st.DrawFn) -> PlannedSession:
    """Any session of the next two weeks, told well or badly."""
    day = START + timedelta(draw(st.integers(-3, 10)))
    sport = draw(st.sampled_from([Sport.RUN, Sport.RUN, Sport.RUN, Sport.RIDE, Sport.SWIM]))
    kind = draw(KINDS)
    km = draw(st.sampled_from([0.0, 0.4, 5.0, 8.05, 13.3, 32.0, 100.0]))
    if sport is not Sport.RUN:
        km = 0.0
    minutes = draw(st.sampled_from([0.0, 10.0, 48.0, 200.0])) or km * 6
    share = draw(st.sampled_from([None, 0.0, 0.3, 1.0]))
    hard_s = None if share is None else share * minutes * 60
    parts = tuple(draw(st.lists(PARTS, max_size=4))) if kind is Kind.HARD else ()
    return PlannedSession(day, kind, 1000 * km, 60 * minutes, hard_s, sport, parts=parts)


PLANS = st.lists(planned(), min_size=1, max_size=14).map(lambda s: Plan(tuple(s)))
WISHES = st.builds(
    Wishes,
    mode=st.sampled_from(Mode),
    slot=st.integers(0, 6),
    instructions=st.lists(
        st.builds(
            Instruction,
            first_day=st.just(START),
            last_day=st.integers(0, 6).map(lambda n: START + timedelta(n)),
            running=st.booleans(),
            hard=st.booleans(),
            longest_m=st.sampled_from([None, 3000.0]),
        ),
        max_size=1,
    ).map(tuple),
)


def rewritten(
    name: str, plan: Plan, wishes: Wishes, size: Size | None, grid_m: float
) -> UnloadingWeek | None:
    """The lighter week at the depth the reasons ask for, or at any other."""
    state, verdict = JUDGED[name]
    with pytest.MonkeyPatch.context() as patch:
        if size is not None:
            patch.setattr("unload.science.week.how_much", lambda *_: size)
        return lighter_week(state, verdict, grid_m, K.week, plan=plan, wishes=wishes)


EVERY = (st.sampled_from(sorted(RUNNERS)), PLANS, WISHES, SIZES, st.sampled_from([500.0, 804.672]))


@given(*EVERY)
def test_a_rewritten_plan_keeps_the_five_invariants(
    name: str, plan: Plan, wishes: Wishes, size: Size | None, grid_m: float
) -> None:
    """Distance, time, hard minutes, longest run: never more; rest days: never fewer."""
    week = rewritten(name, plan, wishes, size, grid_m)
    if week is None:
        return
    before, after = week.before, week.after
    assert after.distance_m <= before.distance_m * (1 + 1e-12)
    assert after.duration_s <= before.duration_s * (1 + 1e-12)
    if before.hard_s is not None:
        assert after.hard_s is not None
        assert after.hard_s <= before.hard_s
    assert after.longest_m <= before.longest_m
    assert after.rest_days >= before.rest_days


@given(*EVERY)
def test_no_session_of_a_rewritten_plan_grows(
    name: str, plan: Plan, wishes: Wishes, size: Size | None, grid_m: float
) -> None:
    """Session by session: the same day, never more of anything, rest stays rest."""
    week = rewritten(name, plan, wishes, size, grid_m)
    if week is None:
        return
    assert len(week.before.days) == len(week.after.days) == len(week.whys)
    for before, after in zip(week.before.days, week.after.days, strict=True):
        assert before.day == after.day
        assert after.distance_m <= before.distance_m
        assert after.duration_s <= before.duration_s * (1 + 1e-12)
        assert before.kind is not Kind.REST or after.kind is Kind.REST
        if after.parts:
            assert parts_s(after.parts, before) <= after.duration_s * (1 + 1e-9) or (
                after.parts == before.parts or after.kind is Kind.HARD
            )


@given(*EVERY)
def test_an_unloading_week_is_clearly_lighter(
    name: str, plan: Plan, wishes: Wishes, size: Size | None, grid_m: float
) -> None:
    """By the factor of its depth, but for runs that would become a token."""
    week = rewritten(name, plan, wishes, size, grid_m)
    if week is None or week.depth is not Depth.UNLOADING:
        return
    least = K.week.shortest_run_min.value
    tokens = sum(min(d.distance_m, least) for d in week.before.days if d.is_run)
    sharp = max((d.distance_m for d in week.after.days if d.kind is Kind.HARD), default=0)
    factor = K.week.down_week_volume_factor.value
    assert week.after.distance_m <= factor * week.before.distance_m + tokens + sharp


@given(*EVERY)
def test_nothing_hard_but_the_one_that_was_asked_for(
    name: str, plan: Plan, wishes: Wishes, size: Size | None, grid_m: float
) -> None:
    """In an unloading week at most one session is sharp, and only where the runner wants it."""
    week = rewritten(name, plan, wishes, size, grid_m)
    if week is None or week.depth is not Depth.UNLOADING:
        return
    sharp = [d for d in week.after.days if d.hard_s != 0]
    assert len(sharp) <= (wishes.mode is Mode.KEEP_ONE)
    assert not (sharp and name in ("sore", "very sore"))
