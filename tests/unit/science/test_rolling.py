"""Windows: unknown days are left out, never counted as 0."""

import numpy as np
import pytest

from unload.science.rolling import (
    hold,
    last_index,
    last_known,
    rounded,
    shift,
    some_known,
    window_count,
    window_max,
    window_mean,
    window_middle,
    window_moments,
    window_sd,
    window_sum,
)

NAN = np.nan


def same(expected: list[float], actual: object) -> None:
    """Equal numbers, and unknown where unknown is expected."""
    np.testing.assert_allclose(np.asarray(actual), expected, atol=1e-12)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, [NAN, 1, 2, 3]),
        (-1, [2, 3, 4, NAN]),
        (0, [1, 2, 3, 4]),
        (4, [NAN] * 4),
        (-9, [NAN] * 4),
    ],
)
def test_shift_finds_nothing_outside_the_record(days: int, expected: list[float]) -> None:
    """Before the first and after the last day nothing is known."""
    same(expected, shift(np.array([1.0, 2, 3, 4]), days))


def test_a_window_sums_what_is_known() -> None:
    """An unknown day adds nothing, and a window of unknown days is unknown."""
    x = np.array([1, NAN, 2, NAN, NAN, 0])
    same([1, 1, 2, 2, NAN, 0], window_sum(x, 2))
    same([1, 1, 1, 1, 0, 1], window_count(x, 2))
    same([1, 1, 2, 2, NAN, 0], window_mean(x, 2))


def test_a_mean_divides_by_the_known_days() -> None:
    """Two days of three known: the mean is theirs."""
    same([4, 4, 3, 2], window_mean(np.array([4, NAN, 2, 2]), 3))


def test_a_window_longer_than_the_record_takes_all_of_it() -> None:
    """The first days of a runner have short windows."""
    same([1, 3, 6], window_sum(np.array([1.0, 2, 3]), 30))
    same([1, 2, 3], window_max(np.array([1.0, 2, 3]), 30))


def test_sd_is_that_of_the_population() -> None:
    """2, 4, 4, 4, 5, 5, 7, 9 have SD 2, whatever is added to all of them."""
    x = np.array([2.0, 4, 4, 4, 5, 5, 7, 9])
    assert 2 == pytest.approx(window_sd(x, 8)[-1])
    assert 2 == pytest.approx(window_sd(x + 1e6, 8)[-1])


def test_sd_of_days_alike_is_0_and_of_unknown_days_unknown() -> None:
    """No spread is a number, no data is none."""
    same([0, 0, 0], window_sd(np.array([5.0, 5, 5]), 3))
    same([NAN, NAN], window_sd(np.array([NAN, NAN]), 2))


def test_the_largest_known_value_wins() -> None:
    """Unknown days neither win nor hide the others."""
    same([NAN, 3, 3, 1], window_max(np.array([NAN, 3, NAN, 1]), 2))
    same([-5, -5], window_max(np.array([-5, NAN]), 2))


def test_the_newest_known_value_is_carried_forward() -> None:
    """Before the first there is none to carry."""
    same([NAN, 2, 2, 5], last_known(np.array([NAN, 2, NAN, 5])))


def test_the_newest_true_column_is_counted_from_one() -> None:
    """0 means never."""
    assert [0, 2, 2, 4] == last_index(np.array([False, True, False, True])).tolist()


def test_a_held_signal_waits_for_its_release() -> None:
    """On at the rise, off at the fall, as it was in between, and off at first."""
    rise = np.array([0, 1, 0, 0, 0, 1], dtype=bool)
    fall = np.array([0, 0, 0, 1, 0, 1], dtype=bool)
    same([0, 1, 1, 0, 0, 1], hold(rise, fall, np.ones(6, dtype=bool)))


def test_a_held_signal_is_unknown_on_unknown_days_and_keeps_its_state() -> None:
    """Silence neither turns it on nor off."""
    rise = np.array([1, 1, 0], dtype=bool)
    fall = np.array([0, 1, 0], dtype=bool)
    same([1, NAN, 1], hold(rise, fall, np.array([True, False, True])))


def test_runners_are_rolled_apart() -> None:
    """The last axis is days; the others never mix."""
    two = np.array([[1.0, 2, 3], [10, NAN, 30]])
    same([[1, 3, 5], [10, 10, 30]], window_sum(two, 2))


def test_a_tenth_more_in_miles_is_a_tenth_more() -> None:
    """The unit of distance cannot carry a ratio over its threshold."""
    assert 1.1 == rounded(np.array([11 * 1609.344 / (10 * 1609.344)]))[0]


def test_the_middle_leaves_out_the_lowest_and_the_highest() -> None:
    """One odd value among few cannot set it; two values have no middle."""
    same([NAN, NAN, 2, 2, 4], window_middle(np.array([1.0, 99, 2, NAN, 4]), 4))


def test_moments_are_count_mean_and_spread() -> None:
    """Of what is known; nothing known has neither mean nor spread."""
    count, mean, sd = window_moments(np.array([NAN, 1, 3, NAN]), 2)
    same([0, 1, 2, 1], count)
    same([NAN, 1, 2, 3], mean)
    same([NAN, 0, 1, 0], sd)


def test_a_long_maximum_is_that_of_all_its_days() -> None:
    """Windows that grow by doubling miss no day and take none too many."""
    x = np.array([5.0, 1, 2, NAN, 4, 3, 0, 0])
    for days in range(1, 12):
        parts = [x[max(0, n - days + 1) : n + 1] for n in range(len(x))]
        known = [part[~np.isnan(part)] for part in parts]
        same([part.max() if len(part) else NAN for part in known], window_max(x, days))


def test_rows_of_which_nothing_is_known_are_told() -> None:
    """They need no work."""
    assert [True, False] == some_known(np.array([[NAN, 1], [NAN, NAN]])).tolist()
