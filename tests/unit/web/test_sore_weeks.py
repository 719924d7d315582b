"""The body over time: today as it is, each week before at its worst, quiet weeks between them."""

from datetime import date, timedelta

from unload.model.body import Level
from unload.model.complaint import Assessment, Look
from unload.model.history import CheckIn, Side, SoreSpot
from unload.web.sore_weeks import WEEKS_MOST, sore_weeks

TODAY = date(2024, 11, 17)
NOW = (SoreSpot("calf", Side.LEFT, 2),)
SEEN = Assessment(Level.E, (), (), (), None, may_run=True)
LOOK = Look(TODAY, NOW, SEEN)


def calf(pain: float, morning: float | None = None, *, ago: int) -> CheckIn:
    spot = SoreSpot("calf", Side.LEFT, pain, morning)
    return CheckIn(TODAY - timedelta(days=ago), spots=(spot,))


def pains(*check_ins: CheckIn) -> list[list[float]]:
    return [[spot.pain for spot in week.spots] for week in sore_weeks(LOOK, check_ins)]


def test_each_week_is_at_its_worst() -> None:
    """The morning after counts; a spot at 0 is none, and a week without one is quiet."""
    said = [calf(3, 6, ago=15), calf(4, ago=14), calf(0, ago=8), calf(1, ago=6), calf(5, ago=0)]
    assert [[2], [5], [], [6]] == pains(*said)


def test_a_week_begins_and_ends_where_it_should() -> None:
    """Seven days each, the last of them ends today; none is counted twice."""
    assert [[2], [], [3]] == pains(calf(3, ago=7))
    weeks = sore_weeks(LOOK, [calf(3, ago=7)])
    assert (TODAY - timedelta(13), TODAY - timedelta(7)) == (weeks[2].first_day, weeks[2].last_day)


def test_it_goes_no_further_than_can_be_set() -> None:
    """Half a year; what nobody was sore in is left out at the end."""
    assert [[2]] == pains(CheckIn(TODAY, spots=()), CheckIn(TODAY))
    assert [[2]] == pains(calf(3, ago=7 * WEEKS_MOST))
    assert 1 + WEEKS_MOST == len(pains(calf(3, ago=7 * WEEKS_MOST - 1)))
