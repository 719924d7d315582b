"""VDOT: losses of it as time; the formula itself is held to its table in tests/published."""

import pytest

from unload.science.vdot import slower, time_off_loss, vdot

MARATHON_M = 42_195


@pytest.mark.parametrize("metres", [5_000, 21_097.5, MARATHON_M, 100_000])
@pytest.mark.parametrize("loss", [0.005, 0.02, 0.1])
def test_the_slower_time_has_the_lower_vdot(metres: float, loss: float) -> None:
    """Running slower by that share is worth the VDOT that is left, to a thousandth of the time."""
    seconds = metres * 0.3
    share = slower(metres, seconds, loss)
    exact = vdot(metres, seconds) * (1 - loss)
    assert exact == pytest.approx(vdot(metres, seconds * (1 + share)), rel=0.0015)
    assert 0 < share < loss


def test_without_a_loss_nothing_is_slower() -> None:
    """Nought stays nought."""
    assert 0 == slower(MARATHON_M, 12_000, 0)


def test_a_pace_too_slow_for_the_formula_costs_the_loss_itself() -> None:
    """Under a crawl the formula turns round; then the share of VDOT stands for that of the time."""
    assert 0.02 == slower(100, 1e9, 0.02)


@pytest.mark.parametrize(("days", "loss"), [(0, 0), (5, 0), (6, 0.003), (7, 0.006), (13, 0.024)])
def test_the_first_days_are_free(days: float, loss: float) -> None:
    """Each day beyond them costs the same."""
    assert loss == pytest.approx(time_off_loss(days, 0.003, 5))
