"""VDOT: what a race says about a runner, and what a loss of it costs in another race's time."""

from math import exp

from unload.model.units import S_PER_MIN


def vdot(metres: float, seconds: float) -> float:
    """Daniels and Gilbert's VDOT of a race: its oxygen cost over the share one can hold so long."""
    minutes = seconds / S_PER_MIN
    speed = metres / minutes
    cost = -4.60 + 0.182258 * speed + 0.000104 * speed * speed  # form: daniels1979
    slow = 0.1894393 * exp(-0.012778 * minutes)  # form: daniels1979
    fast = 0.2989558 * exp(-0.1932605 * minutes)  # form: daniels1979
    return cost / (0.8 + slow + fast)  # form: daniels1979


def slower(metres: float, seconds: float, loss: float) -> float:
    """The share of its time that a race takes longer once `loss`, a share of VDOT, is gone.

    One step of the secant between the old time and one longer by `loss`: for losses up to a
    tenth it is off by less than a thousandth of the time.
    """
    now, then = vdot(metres, seconds), vdot(metres, seconds * (1 + loss))
    fallen = now - then
    return loss * loss * now / fallen if min(now, fallen) > 0 else loss


def time_off_loss(days: float, daily_loss: float, free_days: float) -> float:
    """The share of VDOT that days in a row without any running take; the table's factor is 1 - it.

    Daniels' table in its rule: the first days are free, then every day takes the same, half of
    that where one cross-trains. It ends at ten weeks.
    """
    return max(days - free_days, 0) * daily_loss
