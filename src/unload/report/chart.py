"""Draw a chart as SVG: bands, strips and bars in panels, in light and in dark, without a script.

The picture is 390 wide, a phone held upright, and grows with its place. Meaning never hangs on
colour: every band has its own texture and line, and each is named beside its swatch. Text is text.
Whoever cannot see the picture gets its title and the same facts in sentences.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap
from xml.sax.saxutils import escape

Point = tuple[float, float]

# Lengths in the picture's own units; 390 of them make its width.
WIDTH, EDGE, LEFT, RIGHT = 390, 14, 56, 376
BARS_WIDTH, BAR_WIDTH = 116, 16  # what bars take of the width, and each of them
LINE, SMALL_LINE = 18, 15
ABOVE_FIRST, ABOVE_PANEL = 50, 30  # for the words over a panel
DATES, SWATCH = 24, 24
# Characters that fit into the width, in the widest of the usual fonts.
TITLE_CHARS, TEXT_CHARS, BAR_CHARS, BARS_CHARS = 38, 50, 8, 15


class Look(StrEnum):
    """How a band or a bar is told from the others, in colour and without it."""

    SOLID = "solid"
    HATCHED = "hatched"
    PLAIN = "plain"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Axis:
    """From which value to which, and the values that are named; it may run downwards."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band along the first axis with its middle; it is listed where it has a name."""

    look: Look
    x: tuple[float, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of the first axis that is named."""

    name: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A range that stands beside a panel, on its second axis."""

    name: str
    look: Look
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One second axis and what is drawn on it; `level` is a value to compare with."""

    title: str
    height: float
    y: Axis
    ribbons: tuple[Ribbon, ...]
    bars: tuple[Bar, ...] = ()
    bars_title: str = ""
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn; `says` are the facts in sentences."""

    title: str
    says: str
    x: Axis
    panels: tuple[Panel, ...]
    strips: tuple[Strip, ...] = ()
    notes: tuple[str, ...] = ()


def svg(chart: Chart, key: str = "chart") -> str:
    """The chart as one SVG document; `key` keeps its ids apart from another's on the same page."""
    parts, y = _heading(chart)
    wide = any(panel.bars for panel in chart.panels)
    for number, panel in enumerate(chart.panels):
        top = y + (ABOVE_FIRST if number == 0 else ABOVE_PANEL)
        frame = Frame(chart, panel, top, RIGHT - (BARS_WIDTH if wide else 0))
        parts += _panel(frame, key, named=number == 0)
        y = frame.bottom + DATES + (SMALL_LINE if panel.bars else 0)
    rows, y = _legend(chart, key, y + LINE)
    notes, y = _notes(chart, y)
    return (
        "\n".join([head(chart.title, chart.says, key, y + EDGE), *parts, *rows, *notes, "</svg>"])
        + "\n"
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """Where on the picture a panel stands, and how values become places."""

    chart: Chart
    panel: Panel
    top: float
    right: float

    @property
    def bottom(self) -> float:
        return self.top + self.panel.height

    def x(self, value: float) -> float:
        return LEFT + self.chart.x.share(value) * (self.right - LEFT)

    def y(self, value: float) -> float:
        return self.bottom - self.panel.y.share(value) * self.panel.height


STYLE = """\
.uc{--uc-ground:#fff;--uc-ink:#1b2430;--uc-quiet:#566070;--uc-grid:#e3e7ec;--uc-strip:#e4efec;\
--uc-solid:#0b6b66;--uc-hatched:#a4490c;\
width:100%;max-width:640px;height:auto;font:12px system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
@media (prefers-color-scheme:dark){.uc{--uc-ground:#14181d;--uc-ink:#e7eaee;--uc-quiet:#a7b0bc;\
--uc-grid:#2c333c;--uc-strip:#20302f;--uc-solid:#5fd6c8;--uc-hatched:#f2a65a}}
.uc text{fill:var(--uc-ink)}
.uc .uc-title{font-size:16px;font-weight:600}
.uc .uc-small{fill:var(--uc-quiet)}
.uc .uc-ground{fill:var(--uc-ground)}
.uc .uc-strip{fill:var(--uc-strip)}
.uc .uc-grid{stroke:var(--uc-grid)}
.uc .uc-level{stroke:var(--uc-quiet);stroke-dasharray:2 3}
.uc .uc-solid{fill:var(--uc-solid);fill-opacity:.24}
.uc .uc-plain{fill:var(--uc-quiet);fill-opacity:.35;stroke:var(--uc-ink)}
.uc .uc-open{fill:none;stroke:var(--uc-ink);stroke-dasharray:2 2}
.uc .uc-edge,.uc .uc-middle{fill:none}
.uc .uc-middle{stroke-width:2.2}
.uc .uc-solid-line{stroke:var(--uc-solid)}
.uc .uc-grey-line{stroke:var(--uc-quiet)}
.uc .uc-solid-mark{fill:var(--uc-solid)}
.uc .uc-open-mark{fill:var(--uc-ground);stroke:var(--uc-quiet)}
.uc .uc-hatched-line{stroke:var(--uc-hatched);stroke-dasharray:5 4}
.uc .uc-hatch{stroke:var(--uc-hatched);stroke-width:1.1;stroke-opacity:.7}"""


def head(title: str, says: str, key: str, height: float) -> str:
    """How every picture begins: its size, its title and facts for who cannot see it, its look."""
    named, told = f"{key}-title", f"{key}-says"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="uc" viewBox="0 0 {WIDTH} {height:g}" '
        f'role="img" aria-labelledby="{named} {told}">\n'
        f'<title id="{named}">{escape(title)}</title>\n'
        f'<desc id="{told}">{escape(says)}</desc>\n'
        f"<style>{STYLE}</style>\n"
        f'<defs><pattern id="{key}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="uc-hatch" d="M0 0V6"/></pattern></defs>\n'
        f'<rect class="uc-ground" width="{WIDTH}" height="{height:g}"/>'
    )


def text(x: float, y: float, words: str, kind: str = "small", anchor: str = "start") -> str:
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="uc-{kind}" x="{x:.1f}" y="{y:.1f}"{where}>{escape(words)}</text>'


def _heading(chart: Chart) -> tuple[list[str], float]:
    rows = wrap(chart.title, TITLE_CHARS)
    parts = [text(EDGE, 10 + LINE * (n + 1), row, "title") for n, row in enumerate(rows)]
    return parts, 10 + LINE * len(rows)


def _panel(frame: Frame, key: str, *, named: bool) -> Iterator[str]:
    """Everything of one panel; strips are named over the first one only."""
    above = ABOVE_FIRST - SMALL_LINE - 6 if named else 9
    yield text(EDGE, frame.top - above, frame.panel.title)
    yield from _strips(frame, named=named)
    yield from _grid(frame)
    for ribbon in frame.panel.ribbons:
        yield from _ribbon(ribbon, frame, key)
    yield from _bars(frame)


def _strips(frame: Frame, *, named: bool) -> Iterator[str]:
    for strip in frame.chart.strips:
        start, end = frame.x(strip.start), frame.x(strip.end)
        yield (
            f'<rect class="uc-strip" x="{start:.1f}" y="{frame.top:g}" '
            f'width="{max(end - start, 3):.1f}" height="{frame.panel.height:g}"/>'
        )
        if named:
            late = start > (LEFT + frame.right) / 2
            x, anchor = (end, "end") if late else (start, "start")
            yield text(x, frame.top - 5, strip.name, "small", anchor)


def _grid(frame: Frame) -> Iterator[str]:
    panel, end = frame.panel, RIGHT if frame.panel.bars else frame.right
    for value, words in panel.y.ticks:
        y = frame.y(value)
        yield f'<path class="uc-grid" d="M{LEFT} {y:.1f}H{end:g}"/>'
        yield text(LEFT - 6, y + 4, words, "small", "end")
    if panel.level is not None:
        yield f'<path class="uc-level" d="M{LEFT} {frame.y(panel.level):.1f}H{frame.right:g}"/>'
    ticks = frame.chart.x.ticks
    for n, (value, words) in enumerate(ticks):
        x = frame.x(value)
        yield f'<path class="uc-grid" d="M{x:.1f} {frame.bottom:g}v5"/>'
        anchor = "start" if not n else "end" if n == len(ticks) - 1 else "middle"
        yield text(x, frame.bottom + 18, words, "small", anchor)


def _ribbon(ribbon: Ribbon, frame: Frame, key: str) -> Iterator[str]:
    upper, middle, lower = (
        [(frame.x(x), frame.y(y)) for x, y in zip(ribbon.x, edge, strict=True)]
        for edge in (ribbon.high, ribbon.middle, ribbon.low)
    )
    yield f'<path {_filled(ribbon.look, key)} d="{_path([*upper, *lower[::-1]])}Z"/>'
    for kind, edge in (("edge", upper), ("edge", lower), ("middle", middle)):
        yield f'<path class="uc-{kind} uc-{ribbon.look}-line" d="{_path(edge)}"/>'


def _filled(look: Look, key: str) -> str:
    return f'fill="url(#{key}-hatch)"' if look is Look.HATCHED else f'class="uc-{look}"'


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _bars(frame: Frame) -> Iterator[str]:
    bars = frame.panel.bars
    if not bars:
        return
    left = frame.right + EDGE
    each = (RIGHT - left) / len(bars)
    for n, words in enumerate(wrap(frame.panel.bars_title, BARS_CHARS)[::-1]):
        yield text((left + RIGHT) / 2, frame.top - 5 - n * SMALL_LINE, words, "small", "middle")
    for n, bar in enumerate(bars):
        x = left + each * (n + 0.5)
        top, bottom = sorted((frame.y(bar.low), frame.y(bar.high)))
        yield (
            f'<rect class="uc-{bar.look}" x="{x - BAR_WIDTH / 2:.1f}" y="{top:.1f}" '
            f'width="{BAR_WIDTH}" height="{bottom - top:.1f}" rx="2"/>'
        )
        for row, words in enumerate(wrap(bar.name, BAR_CHARS)):
            yield text(x, frame.bottom + 18 + row * SMALL_LINE, words, "small", "middle")


def _legend(chart: Chart, key: str, top: float) -> tuple[list[str], float]:
    """The named bands, the one drawn on top first."""
    named = [r for panel in chart.panels for r in panel.ribbons[::-1] if r.name]
    parts = []
    for n, ribbon in enumerate(named):
        y = top + n * LINE
        shape = f'x="{EDGE}" y="{y - 10:g}" width="{SWATCH}" height="12"'
        line = f"M{EDGE} {y - 4:g}h{SWATCH}"
        parts += [
            f"<rect {_filled(ribbon.look, key)} {shape}/>",
            f'<path class="uc-middle uc-{ribbon.look}-line" d="{line}"/>',
            text(EDGE + SWATCH + 10, y, ribbon.name, "ink"),
        ]
    return parts, top + len(named) * LINE


def _notes(chart: Chart, top: float) -> tuple[list[str], float]:
    rows = [row for note in chart.notes for row in wrap(note, TEXT_CHARS)]
    parts = [text(EDGE, top + 4 + n * SMALL_LINE, row) for n, row in enumerate(rows)]
    return parts, top + 4 + (len(rows) - 1) * SMALL_LINE
