"""The nouns of complaints: which days are sore, the first, the last, the worst."""

from datetime import date

import pytest

from unload.model.complaint import Complaint, Course, OnsetLoad, SoreDay, Worked
from unload.model.history import Side

DAYS = (
    SoreDay(date(2024, 11, 4), 2),
    SoreDay(date(2024, 11, 5), 0, next_morning=3),
    SoreDay(date(2024, 11, 6), 0),
)
COMPLAINT = Complaint(
    region="calf",
    side=Side.LEFT,
    days=DAYS,
    course=Course.NEW,
    returns=0,
    onset=OnsetLoad(0, None, 0, None),
    followed=(),
    after_runs=None,
    after_rest=None,
    morning_change=None,
    eased=None,
)


def test_the_morning_after_counts() -> None:
    """A day that was quiet until the next morning is a sore day, and may be the worst."""
    assert DAYS[:2] == COMPLAINT.sore_days
    assert 3 == COMPLAINT.worst
    assert [2, 3, 0] == [day.worst for day in DAYS]


def test_a_complaint_lasts_from_its_first_sore_day_to_its_last() -> None:
    """Quiet days at the end do not prolong it."""
    assert (date(2024, 11, 4), date(2024, 11, 5)) == (COMPLAINT.first, COMPLAINT.last)


@pytest.mark.parametrize("pain", [-0.5, 10.5, float("nan")])
def test_soreness_runs_from_nought_to_ten(pain: float) -> None:
    """Before a session and after it; None was not answered."""
    for before, after in ((pain, None), (None, pain)):
        with pytest.raises(ValueError, match="soreness runs from 0 to 10"):
            Worked(date(2024, 11, 17), "calf", Side.LEFT, before, after)
    known = Worked(date(2024, 11, 17), "calf", Side.LEFT, None, 0)
    assert (None, 0) == (known.before, known.after)
