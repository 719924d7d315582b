"""One session of a lighter week, and why it is what it is."""

from dataclasses import replace

import pytest

from athletes import GRID_M, MONDAY, K
from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import (
    Effort,
    Kind,
    Mode,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    Week,
    Wishes,
)
from unload.science.eased import eased, fewer, kept_quality, other, to_the_bike, why_of
from unload.science.frame import Frame
from unload.science.rewrite import Grid

GRID = Grid(GRID_M, K.week)
EASY = PlannedSession(MONDAY, Kind.EASY, 8000, 2880)
REPS = Repeat(6, (RunStep(StepKind.WORK, Effort.HARD, duration_s=180),))
HARD = replace(EASY, kind=Kind.HARD, hard_s=1080.0, parts=(REPS,))
SWIM = PlannedSession(MONDAY, Kind.EASY, 0, 3600, sport=Sport.SWIM)


def framed(**changes: object) -> Frame:
    """A healthy runner with one hard session who wants to keep one."""
    healthy = Frame(
        Week((HARD,)), 0, Phrase("week.plan"), GRID, Wishes(Mode.KEEP_ONE), 0, 0, 0, 0,
        hurts=False, ill=False, well_but_sore=False,
    )  # fmt: skip
    return replace(healthy, **changes)  # type: ignore[arg-type] # test builder


@pytest.mark.parametrize(
    ("session", "key"),
    [
        (EASY, "shorter"),
        (HARD, "easy_instead"),
        (replace(EASY, kind=Kind.LONG), "long_shorter"),
        (replace(EASY, kind=Kind.LONG, hard_s=600.0), "long_easy"),
        (replace(EASY, kind=Kind.LONG, hard_s=None), "long_shorter"),
        (replace(EASY, kind=Kind.RUN, hard_s=600.0), "easy_whole"),
        (replace(EASY, kind=Kind.RUN, hard_s=None), "shorter"),
        (replace(EASY, kind=Kind.RACE), "race_easy"),
    ],
)
def test_each_kind_of_run_has_its_reason(session: PlannedSession, key: str) -> None:
    """What is taken out of it is named."""
    assert f"why.{key}" == why_of(session, 0)


def test_an_easy_run_that_stays_says_so() -> None:
    """Nothing was shortened, so nothing is called shorter."""
    assert (EASY, Phrase("why.stays")) == eased(EASY, 9000, framed())
    assert "why.shorter" == eased(EASY, 6000, framed())[1].key
    assert "why.easy_instead" == eased(HARD, 9000, framed())[1].key


def test_a_second_long_run_is_not_called_the_long_one() -> None:
    """There is one of them; of another the faster part is only a part."""
    second = replace(EASY, kind=Kind.LONG)
    assert "why.shorter" == why_of(second, 9000)
    assert "why.easy_whole" == why_of(replace(second, hard_s=600.0), 9000)
    assert "why.long_shorter" == why_of(second, 8000)


@pytest.mark.parametrize(
    ("changes", "moved"),
    [
        ({}, []),
        ({"hurts": True, "worst_pain": 3.0, "impact_pain": 3.0}, [0]),
        ({"hurts": True, "worst_pain": 5.0, "impact_pain": 5.0}, [0, 1, 2]),
        ({"hurts": False, "worst_pain": 5.0, "impact_pain": 5.0}, [0, 1, 2]),
        ({"hurts": True, "worst_pain": 5.0, "impact_pain": 0.0}, []),
        ({"hurts": True, "worst_pain": 5.0, "impact_pain": 4.0}, [0]),
        ({"hurts": True}, [0]),
    ],
)
def test_where_landing_hurts_runs_go_to_the_bike(
    changes: dict[str, object], moved: list[int]
) -> None:
    """Hard ones; from 5 of 10 on a leg long ones and races; for a shoulder none, and no ride."""
    kinds = (Kind.HARD, Kind.LONG, Kind.RACE, Kind.EASY)
    ride = replace(SWIM, kind=Kind.HARD, sport=Sport.RIDE)
    week = Week((*(replace(EASY, kind=kind) for kind in kinds), ride))
    assert frozenset(moved) == to_the_bike(framed(before=week, **changes))


def test_one_session_stays_sharp_for_who_is_well() -> None:
    """Not where it hurts, not for who is ill, not unasked, and not one that is gone."""
    assert 0 == kept_quality(framed(), frozenset())
    for changes in ({"worst_pain": 3.0}, {"ill": True}, {"wishes": Wishes()}):
        assert kept_quality(framed(**changes), frozenset()) is None
    assert kept_quality(framed(), frozenset((0,))) is None


def test_of_a_session_without_structure_nothing_is_cut() -> None:
    """It is handed back as it was."""
    bare = replace(HARD, parts=())
    assert [1, 0] == [fewer(s, framed())[0].distance_m < s.distance_m for s in (HARD, bare)]


def test_what_does_not_land_may_stay_where_only_landing_hurts() -> None:
    """A swim and a bike; not strength, not the long ride, and nothing for who is ill."""
    sore = framed(hurts=True, well_but_sore=True)
    assert (SWIM, "why.other_stays") == ((made := other(SWIM, 0.5, sore))[0], made[1].key)
    bike = PlannedSession(MONDAY, Kind.CROSS, 0, 3600)
    assert "why.other_stays" == other(bike, 0.5, sore)[1].key
    for session, frame in (
        (replace(SWIM, sport=Sport.STRENGTH), sore),
        (replace(SWIM, kind=Kind.LONG), sore),
        (SWIM, framed(ill=True)),
    ):
        assert 1800 == other(session, 0.5, frame)[0].duration_s
    assert "why.rest_stays" == other(PlannedSession(MONDAY, Kind.REST), 0.5, sore)[1].key
