"""Answers as arrays: one for every day."""

from datetime import date

import numpy as np

from unload.model.judged import Judged, Told


def test_days_are_counted_from_the_answers() -> None:
    """One answer a day."""
    assert 3 == Told(date(2024, 1, 1), Judged(np.array([1, 2, 3]), {})).days
