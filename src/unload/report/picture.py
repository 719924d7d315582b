"""Draw the two futures small, with characters, for a terminal of 80 columns without colour."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from unload.model.advice import Arm, Futures
from unload.model.phrase import Phrase, Value
from unload.report.document import Drawing, Entry, Line, Meaning, Span, muted, plain
from unload.report.figures import MONTHS
from unload.report.two_futures import shown, y_axis
from unload.report.words import Words

ROWS, COLUMNS = 11, 36  # fits 60 columns of a terminal, its frame included
BOTH, WITH, WITHOUT, MIDDLE = "▒", "+", "-", "━"
STOPS = {"table": "┃", "gaps": "║"}


def drawing(futures: Futures) -> Drawing:
    """The picture: one row a stretch of the axis, one column a stretch of days; up is faster."""
    axis = y_axis(futures)
    height = (axis.high - axis.low) / ROWS
    edges = [(axis.high - (row + 1) * height, axis.high - row * height) for row in range(ROWS)]
    names = [shown(upper - height / 2, futures.unit) for _, upper in edges]
    width = max(map(len, names))
    rows = []
    for row, (name, edge) in enumerate(zip(names, edges, strict=True)):
        label = name if row % 2 == 0 else ""
        rows.append((
            Span(f"{label:>{width}} ┤" if label else f"{'':>{width}} │", Meaning.MUTED),
            Span("".join(_cells(futures, *sorted(edge))), Meaning.NUMBER),
            Span("".join(_stops(futures, *sorted(edge)))),
        ))  # fmt: skip
    return Drawing((*rows, *_foot(futures, width)))


def legend(futures: Futures, words: Words) -> tuple[Entry, ...]:
    """What each sign means, for the signs that are there."""
    drawn = {sign for row in drawing(futures).lines for span in row[1:] for sign in span.text}
    days: dict[str, Value] = dict(zip(("from", "to"), futures.stop_days, strict=True))
    signs = {BOTH: "both", WITH: "with_week", WITHOUT: "without", MIDDLE: "middle"}
    signs |= {sign: scale for scale, sign in STOPS.items()}
    return tuple(
        Entry(plain(words.say(Phrase(f"doubts.{name}", days))), plain(sign))
        for sign, name in signs.items()
        if sign in drawn
    )


def _cells(futures: Futures, low: float, high: float) -> Iterator[str]:
    """One row of the plot: which of the two bands a cell's middle lies in."""
    level = (low + high) / 2
    for column in range(COLUMNS):
        with_week, without = (_at(futures, arm, column) for arm in (futures.with_week,
                                                                    futures.without))  # fmt: skip
        if all(low <= middle < high for _, middle, _ in (with_week, without)):
            yield MIDDLE
            continue
        inside = [edge[0] <= level <= edge[-1] for edge in (with_week, without)]
        yield BOTH if all(inside) else WITH if inside[0] else WITHOUT if inside[-1] else " "


def _at(futures: Futures, arm: Arm, column: int) -> tuple[float, float, float]:
    """The band of an arm in one column, between the days that are told."""
    days = [day.toordinal() for day in futures.days]
    day = days[0] + (days[-1] - days[0]) * (column + 0.5) / COLUMNS
    after = min(max(bisect_right(days, day), 1), len(days) - 1)
    part = (day - days[after - 1]) / (days[after] - days[after - 1])

    def between(edge: Sequence[float]) -> float:
        return edge[after - 1] + part * (edge[after] - edge[after - 1])

    return between(arm.low), between(arm.middle), between(arm.high)


def _stops(futures: Futures, low: float, high: float) -> Iterator[str]:
    """Beside the plot: where a forced stop would leave the runner, by each scale."""
    for stop in futures.stops:
        yield "   " + (STOPS[stop.scale] if stop.low < high and stop.high > low else " ")


def _foot(futures: Futures, width: int) -> Iterator[Line]:
    first, last = (f"{d.day} {MONTHS[d.month - 1][:3]}" for d in (futures.days[0],
                                                                  futures.days[-1]))  # fmt: skip
    yield muted(f"{'':>{width}} └{'─' * COLUMNS}")
    yield muted(f"{'':>{width + 2}}{first}{last:>{COLUMNS - len(first)}}")
