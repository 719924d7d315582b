"""A forced stop: what it costs on both published scales, and when the week pays for itself.

Nothing here is a chance of getting hurt: what an unloading week spares anybody is not known, so
the runner is given the break-even and judges.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from unload.model.advice import Point
from unload.model.constants import FutureConstants
from unload.model.evidence import Constant
from unload.model.phrase import Phrase, Value
from unload.model.units import PERCENT
from unload.science.race import Prediction
from unload.science.vdot import slower, time_off_loss


@dataclass(frozen=True, slots=True)
class Scale:
    """What a forced stop costs by one published scale: the mildest and the worst share of time."""

    name: str
    low: float
    high: float
    constants: tuple[Constant, ...]


def scales(prediction: Prediction | None, constants: FutureConstants) -> tuple[Scale, Scale]:
    """The coaches' table, then the gaps of real runners.

    Where a race time is predicted the table's share of VDOT becomes a share of that time.
    """
    k = constants
    days, daily, free = k.forced_stop_days, k.time_off_daily_loss, k.time_off_free_days
    low, high = (time_off_loss(count, daily.value, free.value) for count in (days.low, days.high))
    if prediction is not None:
        metres = prediction.race.distance_m
        low, high = (slower(metres, prediction.seconds, loss) for loss in (low, high))
    table = Scale("table", low, high, (daily, free, days))
    gap_low, gap_high = k.marathon_gap_cost_low, k.marathon_gap_cost_high
    return table, Scale("gaps", gap_low.value, gap_high.value, (gap_low, gap_high))


def stop_points(
    both: tuple[Scale, ...], prediction: Prediction | None, constants: FutureConstants
) -> Iterator[Point]:
    """What a forced stop costs, and why the two scales differ."""
    table, gaps = both
    days = constants.forced_stop_days
    shares = {
        "table_low": table.low,
        "table_high": table.high,
        "gaps_low": gaps.low,
        "gaps_high": gaps.high,
    }
    values: dict[str, Value] = {"from": int(days.low), "to": int(days.high), **shares}
    if prediction is not None:
        values |= {f"{key}_s": share * prediction.seconds for key, share in shares.items()}
    key = "stop.share" if prediction is None else "stop.time"
    yield Point(Phrase(key, values), (*table.constants, *gaps.constants))
    yield Point(Phrase("stop.why"), (), ("daniels2014", "feely2023"))


def break_even_points(both: tuple[Scale, ...], worst: float, faded: float) -> Iterator[Point]:
    """How many stops in a hundred such weeks the week must spare to be worth its own worst case.

    `worst` is the most it can cost when it ends, `faded` what the model leaves of that on the
    last day; both are shares of speed and not negative.
    """
    yield Point(Phrase("break_even.unknown"), (), ("costa2019",))
    if not faded:
        yield Point(Phrase("break_even.nothing"))
        return
    yield _price("break_even.judge", faded, both)
    if faded < worst:
        yield _price("break_even.kept", worst, both)


def _price(key: str, loss: float, both: tuple[Scale, ...]) -> Point:
    """The break-even for one loss; split where it is more than the table would ever give back."""
    table, gaps = both
    values: dict[str, Value] = {"loss": loss, "gaps": in_hundred(loss, gaps)}
    values["table"] = in_hundred(loss, table)
    used = (*gaps.constants, *table.constants)
    return Point(Phrase(key if loss < table.low else f"{key}_split", values), used)


def in_hundred(loss: float, scale: Scale) -> int:
    """Stops in a hundred weeks that make up for `loss`, by the scale's mildest cost; 1 or more."""
    return max(ceil(PERCENT * loss / scale.low), 1)


def break_even(loss: float, constants: FutureConstants) -> Phrase:
    """How often the week must spare a forced stop to pay for its own worst case, `loss`.

    Two published scales stand side by side, for they differ about tenfold and measure different
    things: finish times after real gaps (an association), and a coach's table.
    """
    seen = (constants.marathon_gap_cost_low.value, constants.marathon_gap_cost_high.value)
    days, daily = constants.forced_stop_days, constants.time_off_daily_loss
    table = time_off_loss(days.value, daily.value, constants.time_off_free_days.value)
    values: dict[str, Value] = {
        "loss": loss,
        "cases": int(min(seen) / loss) if loss else None,
        "seen_low": seen[0],
        "seen_high": seen[-1],
        "table": table,
        "days": int(days.value),
    }
    key = "break_even.free" if not loss else "break_even.cases"
    return Phrase(key if loss < table or not loss else "break_even.split", values)
