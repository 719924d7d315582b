"""Put the two futures on paper: what is named, drawn and said of them, as a chart."""

from collections.abc import Iterator
from datetime import date, timedelta

from unload.model.advice import Arm, Futures
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK, S_PER_HOUR
from unload.report.chart import Axis, Bar, Chart, Look, Panel, Ribbon, Strip
from unload.report.figures import MONTHS, change, clock
from unload.report.words import Words

# Steps between the named values: seconds, then shares.
TIME_STEPS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000)
SHARE_STEPS = (0.01, 0.02, 0.05, 0.1)
CLOSE_STEPS = (0.005, 0.01, 0.02, 0.05)
TICKS_MAX = 7
ARMS_HEIGHT, CHANGE_HEIGHT = 220, 84
MARGIN = 0.05  # of the span, free above and below
NEAR = 0.27  # of the span: a date closer than this to an end would touch its name
SHORT_DAYS = 4 * DAYS_PER_WEEK  # up to here weeks are named, beyond it months


def chart_of(futures: Futures, words: Words) -> Chart:
    """The two futures as a chart, the week's own doing below them; up is faster, in any unit."""
    first, last = futures.days[0], futures.days[-1]
    inside: dict[str, Value] = {"inside": futures.inside}
    panels = [_arms_panel(futures, words)]
    if any(futures.change.low) or any(futures.change.high):
        panels.append(_change_panel(futures, words))
    notes = [Phrase("chart.band", inside)]
    if futures.stops:
        notes.append(Phrase("chart.unknown"))
    return Chart(
        title=words.say(Phrase("chart.race" if futures.unit == "s" else "chart.speed")),
        says=" ".join(facts(futures, words)),
        x=Axis(first.toordinal(), last.toordinal(), tuple(_dates(first, last))),
        panels=tuple(panels),
        strips=tuple(_strips(futures, words)),
        notes=tuple(words.say(note) for note in notes),
    )


def _arms_panel(futures: Futures, words: Words) -> Panel:
    stopped: dict[str, Value] = dict(zip(("from", "to"), futures.stop_days, strict=True))
    ways = (
        ("without", Look.HATCHED, futures.without),
        ("with_week", Look.SOLID, futures.with_week),
    )
    return Panel(
        title=words.say(Phrase(_axis_key(futures))),
        height=ARMS_HEIGHT,
        y=y_axis(futures),
        ribbons=tuple(
            _ribbon(
                look, futures, arm, words.say(Phrase(f"chart.{name}", _ends(arm, futures.unit)))
            )
            for name, look, arm in ways
        ),
        bars=tuple(
            Bar(words.say(Phrase(f"chart.{stop.scale}")), BARS[stop.scale], stop.low, stop.high)
            for stop in futures.stops
        ),
        bars_title=words.say(Phrase("chart.stop", stopped)),
    )


BARS = {"table": Look.PLAIN, "gaps": Look.OPEN}


def _change_panel(futures: Futures, words: Words) -> Panel:
    """The week alone, seen close up."""
    change = futures.change
    low, high = min(change.low), max(change.high)
    step = _step(2 * max(-low, high), CLOSE_STEPS)
    most = -int(-max(-low, high) // step) * step
    ticks = tuple((value, _tick(value, "share")) for value in (-most, 0.0, most))
    return Panel(
        title=words.say(Phrase("chart.change")),
        height=CHANGE_HEIGHT,
        y=Axis(-most, most, ticks),
        ribbons=(_ribbon(Look.SOLID, futures, change),),
        level=0.0,
    )


def facts(futures: Futures, words: Words) -> Iterator[str]:
    """What the picture shows, in sentences, for whoever cannot see it."""
    last: dict[str, Value] = {"last": futures.days[-1]}
    yield words.say(Phrase("chart.fact_with", last | _ends(futures.with_week, futures.unit)))
    yield words.say(Phrase("chart.fact_without", _ends(futures.without, futures.unit)))
    values: dict[str, Value] = dict(zip(("from", "to"), futures.stop_days, strict=True))
    for stop in futures.stops:
        values[f"{stop.scale}_low"] = shown(stop.low, futures.unit)
        values[f"{stop.scale}_high"] = shown(stop.high, futures.unit)
    if futures.stops:
        yield words.say(Phrase("chart.fact_stop", values))


def steps_of(futures: Futures, words: Words) -> tuple[tuple[str, ...], ...]:
    """What is drawn as rows of a table: the day, with the week, without it, and the week alone."""
    arms = ((futures.with_week, futures.unit), (futures.without, futures.unit))
    told = [_told(arm, unit) for arm, unit in (*arms, (futures.change, "share"))]
    return tuple(
        (words.say(Phrase("chart.day", {"day": day})), *row)
        for day, *row in zip(futures.days, *told, strict=True)
    )


def _told(arm: Arm, unit: str) -> Iterator[str]:
    """Each step of an arm: its middle, and from where to where the band goes."""
    for low, middle, high in zip(arm.low, arm.middle, arm.high, strict=True):
        yield f"{shown(middle, unit)} ({shown(low, unit)} to {shown(high, unit)})"


def shown(value: float, unit: str) -> str:
    """A value of the futures as it is read: a time, or a change of speed."""
    return clock(value) if unit == "s" else change(value, 1)


def _tick(value: float, unit: str) -> str:
    """As `shown`, without a decimal where there is nothing in it."""
    return shown(value, unit).replace(".0 %", " %")


def _ends(arm: Arm, unit: str) -> dict[str, Value]:
    """The last day of an arm, ready to be said."""
    ends = {"low": arm.low, "middle": arm.middle, "high": arm.high}
    return {name: shown(edge[-1], unit) for name, edge in ends.items()}


def _axis_key(futures: Futures) -> str:
    """Times are written min:s below an hour and h:mm from it on, and the axis says which."""
    if futures.unit != "s":
        return "chart.speed_axis"
    if min(futures.with_week.low) >= S_PER_HOUR:
        return "chart.race_axis"
    slowest = max(*futures.without.high, *(stop.high for stop in futures.stops))
    long = slowest >= S_PER_HOUR
    return "chart.race_axis_mixed" if long else "chart.race_axis_short"


def y_axis(futures: Futures) -> Axis:
    """From the slowest to the fastest of all that is drawn, faster above."""
    arms = (futures.with_week, futures.without)
    values = [x for arm in arms for x in (*arm.low, *arm.high)]
    values += [x for stop in futures.stops for x in (stop.low, stop.high)]
    low, high = min(values), max(values)
    free = MARGIN * (high - low)
    timed = futures.unit == "s"
    step = _step(high - low, TIME_STEPS if timed else SHARE_STEPS)
    first = -int(-(low - free) // step)
    named = range(first, int((high + free) // step) + 1)
    ticks = tuple((n * step, _tick(n * step, futures.unit)) for n in named)
    ends = (low - free, high + free)
    return Axis(*(ends[::-1] if timed else ends), ticks)


def _step(span: float, steps: tuple[float, ...]) -> float:
    """The smallest step that names few enough values."""
    return next((step for step in steps if span / step < TICKS_MAX), span)


def _dates(first: date, last: date) -> Iterator[tuple[float, str]]:
    """Both ends, and between them what does not touch them: Mondays, or the firsts of months."""
    yield first.toordinal(), _short(first)
    days = (last - first).days
    room = NEAR * days
    for ahead in range(1, days):
        day = first + timedelta(days=ahead)
        named = ahead % DAYS_PER_WEEK == 0 if days <= SHORT_DAYS else day.day == 1
        if named and room < ahead < days - room:
            yield day.toordinal(), _short(day) if days <= SHORT_DAYS else MONTHS[day.month - 1][:3]
    yield last.toordinal(), _short(last)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _ribbon(look: Look, futures: Futures, arm: Arm, name: str = "") -> Ribbon:
    days = tuple(float(day.toordinal()) for day in futures.days)
    return Ribbon(look, days, arm.low, arm.middle, arm.high, name)


def _strips(futures: Futures, words: Words) -> Iterator[Strip]:
    """The lighter week, as far as it lies before the last day."""
    if futures.lighter is None:
        return
    begins, ends = futures.lighter
    if begins < futures.days[-1]:
        end = min(ends + timedelta(days=1), futures.days[-1])
        yield Strip(words.say(Phrase("chart.lighter")), begins.toordinal(), end.toordinal())
