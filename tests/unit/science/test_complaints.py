"""Complaints: when they began, how they go, what they followed, and the patterns among them."""

from datetime import date, datetime, time, timedelta

import pytest

from unload.knowledge import load_knowledge
from unload.model.complaint import Complaint, Course
from unload.model.history import CheckIn, History, Session, Side, SoreSpot, Sport
from unload.science.complaints import complaints, moving, one_side, told

K = load_knowledge()
TODAY = date(2024, 11, 17)
Pains = dict[int, float]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def asked(
    pains: Pains, region: str = "calf", side: Side = Side.LEFT, span: int = 60
) -> tuple[CheckIn, ...]:
    """A check-in a day; the spot is named on the days of `pains`, by days ago."""
    return tuple(
        CheckIn(ago(d), spots=(SoreSpot(region, side, pains[d]),) if d in pains else ())
        for d in range(span, -1, -1)
    )


def runs(metres: dict[int, float]) -> tuple[Session, ...]:
    return tuple(
        Session(datetime.combine(ago(d), time(8)), Sport.RUN, 3000, distance_m=m)
        for d, m in metres.items()
    )


def found(*check_ins: CheckIn, sessions: tuple[Session, ...] = ()) -> tuple[Complaint, ...]:
    return complaints(History(sessions, check_ins), TODAY, K.regions, K.body)


def test_a_complaint_has_its_days() -> None:
    """From the first sore day to the last, side and place with it."""
    (one,) = found(*asked({3: 2, 2: 3, 0: 4}))
    assert ("calf", Side.LEFT, ago(3), ago(0), 4) == (
        one.region, one.side, one.first, one.last, one.worst,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pains", "course"),
    [
        ({2: 2, 0: 2}, Course.NEW),
        ({12: 2, 9: 2, 8: 2, 5: 4, 3: 4, 2: 4, 1: 4, 0: 4}, Course.RISING),
        ({13: 4, 12: 4, 11: 4, 10: 4, 9: 4, 8: 4, 4: 2, 2: 1}, Course.EASING),
        ({12: 2, 10: 2, 8: 2, 5: 2, 3: 2, 1: 2}, Course.STEADY),
        ({12: 2, 10: 2, 8: 2}, Course.QUIET),
    ],
)
def test_a_complaint_has_its_course(pains: Pains, course: Course) -> None:
    """The last week against the week before it; five quiet days end it."""
    assert [course] == [one.course for one in found(*asked(pains))]


def test_days_nobody_asked_about_end_nothing() -> None:
    """A gap in the check-ins is unknown: neither quiet nor a new complaint."""
    gap = [c for c in asked({20: 3, 0: 3}, span=20) if c.day in (ago(20), ago(0))]
    (one,) = found(*gap)
    assert ago(20) == one.first
    assert Course.STEADY is one.course
    assert Course.STEADY is found(gap[0])[0].course


def test_a_day_is_as_bad_as_its_worst_entry() -> None:
    """Two check-ins of one day, or both sides at once, keep the worse pain of each side."""
    twice = (
        CheckIn(TODAY, spots=(SoreSpot("calf", Side.LEFT, 2),)),
        CheckIn(TODAY, spots=(SoreSpot("calf", Side.BOTH, 1), SoreSpot("calf", Side.LEFT, 4))),
    )
    assert {Side.LEFT: 4, Side.RIGHT: 1} == {one.side: one.worst for one in found(*twice)}


def test_a_check_in_that_did_not_ask_says_nothing() -> None:
    """Spots not asked, and check-ins of tomorrow, are not quiet days."""
    silent = CheckIn(ago(1))
    later = CheckIn(TODAY + timedelta(days=1), spots=(SoreSpot("calf", Side.LEFT, 9),))
    (one,) = found(*asked({2: 3}, span=2)[:1], silent, later)
    assert 1 == len(one.days)


def test_a_spot_comes_back() -> None:
    """Each complaint counts how often the same spot was there within eight weeks before it."""
    back = found(*asked({50: 2, 30: 2, 10: 2, 9: 2, 0: 2}))
    assert [(ago(0), 3), (ago(10), 2), (ago(30), 1), (ago(50), 0)] == [
        (one.first, one.returns) for one in back
    ]


def test_an_old_complaint_is_not_carried_along() -> None:
    """What was last sore before the window is left out, and does not count as a return."""
    assert () == found(*asked({70: 3}, span=80))
    assert [0] == [one.returns for one in found(*asked({70: 3, 2: 1}, span=80))]


def test_the_load_before_the_onset() -> None:
    """The week up to the first sore day against the usual week of the four before it."""
    metres = {5: 30000.0, 3: 12000.0, 9: 4000.0, 12: 10000.0, 19: 10000.0, 26: 10000.0, 30: 10000.0}
    (one,) = found(*asked({2: 3}, span=4), sessions=runs(metres))
    assert (42000, 11000) == (one.onset.week_m, one.onset.usual_week_m)
    assert (30000, 10000) == (one.onset.longest_m, one.onset.usual_longest_m)
    assert [ago(3)] == [run.day for run in one.followed]


def test_a_usual_that_is_not_known_stays_unknown() -> None:
    """Without runs before, there is no usual week, and nobody knows whether running eased."""
    (one,) = found(*asked({0: 3}))
    assert (0, None, None, None) == (
        one.onset.week_m, one.onset.usual_week_m, one.onset.usual_longest_m, one.eased,
    )  # fmt: skip


def test_the_pain_after_runs_and_after_rest() -> None:
    """Days on or after a run are set against the others, and the morning against the day."""
    days = (
        CheckIn(ago(6), spots=(SoreSpot("calf", Side.LEFT, 4, next_morning=5),)),
        CheckIn(ago(5), spots=(SoreSpot("calf", Side.LEFT, 5),)),
        CheckIn(ago(3), spots=(SoreSpot("calf", Side.LEFT, 1, next_morning=0),)),
    )
    (one,) = found(*days, sessions=runs({6: 9000}))
    assert (5, 1, 0) == (one.after_runs, one.after_rest, one.morning_change)
    (bare,) = found(days[1])
    assert (None, None) == (bare.after_runs, bare.morning_change)


def test_the_record_answers_questions_itself() -> None:
    """Rising, sore too long although running eased, back again: each is told by the record."""
    rising = found(*asked({12: 2, 9: 2, 8: 2, 5: 4, 3: 4, 2: 4, 1: 4, 0: 4}))
    assert ("rising",) == told(rising, K.body)
    eased = runs({**dict.fromkeys(range(21, 49, 2), 10000.0), 4: 3000.0})
    long = found(*asked(dict.fromkeys(range(20), 2.0)), sessions=eased)
    assert ("too-long",) == told(long, K.body)
    assert () == told(found(*asked(dict.fromkeys(range(20), 2.0))), K.body)
    again = found(*asked({50: 2, 30: 2, 2: 2}))
    assert ("again",) == told(again, K.body)
    assert () == told(found(*asked({50: 2, 30: 2, 10: 2})), K.body)


def test_one_side_is_said_of_three_and_not_of_two() -> None:
    """Three complaints on the left and none on the right are one side; two are not."""
    left = [asked({n: 2}, key, Side.LEFT) for n, key in enumerate(("calf", "heel", "glute"))]
    three = tuple(one for check_ins in left for one in found(*check_ins))
    assert Side.LEFT is one_side(three, K.body)
    assert one_side(three[:2], K.body) is None
    right = found(*asked({4: 2}, "sole", Side.RIGHT))
    assert one_side((*three, *right), K.body) is None


def path(*begun: tuple[str, Side, int]) -> tuple[Complaint, ...]:
    return tuple(one for key, side, days in begun for one in found(*asked({days: 2}, key, side)))


def test_a_complaint_moves_down_the_chain() -> None:
    """Hip, thigh, knee on one side, each after the other: downwards."""
    way = path(
        ("outer-hip", Side.LEFT, 30), ("it-band", Side.LEFT, 20), ("knee-outer", Side.LEFT, 9)
    )
    moved = moving(way, K.regions, K.body)
    assert moved is not None
    assert ("outer-hip", "it-band", "knee-outer") == moved.regions
    assert (Side.LEFT, True, ago(30)) == (moved.side, moved.down, moved.days[0])


def test_a_complaint_moves_up_the_chain() -> None:
    """Sole, Achilles, calf: upwards, and the middle of the body may be part of a way."""
    way = path(("heel", Side.RIGHT, 30), ("achilles", Side.RIGHT, 20), ("calf", Side.RIGHT, 9))
    moved = moving(way, K.regions, K.body)
    assert moved is not None
    assert (Side.RIGHT, False) == (moved.side, moved.down)
    back = path(("sacrum", Side.MIDDLE, 30), ("low-back", Side.MIDDLE, 20),
                ("upper-back", Side.MIDDLE, 9))  # fmt: skip
    up = moving(back, K.regions, K.body)
    assert up is not None
    assert Side.MIDDLE is up.side


@pytest.mark.parametrize(
    "begun",
    [
        [],
        [("calf", Side.LEFT, 20), ("achilles", Side.LEFT, 10)],
        [("calf", Side.LEFT, 20), ("achilles", Side.RIGHT, 10), ("heel", Side.LEFT, 5)],
        [("calf", Side.LEFT, 20), ("achilles", Side.LEFT, 20), ("heel", Side.LEFT, 20)],
        [("shoulder", Side.LEFT, 20), ("knee-front", Side.LEFT, 10), ("toes", Side.LEFT, 5)],
        [("achilles", Side.LEFT, 20), ("calf", Side.LEFT, 10), ("heel", Side.LEFT, 5)],
    ],
)
def test_no_way_is_made_up(begun: list[tuple[str, Side, int]]) -> None:
    """Two places, two sides, one day, places far apart, or to and fro: no way."""
    assert moving(path(*begun), K.regions, K.body) is None
