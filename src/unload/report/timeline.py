"""Draw pain over running, day by day, as an SVG for print: markers above, bars below."""

from collections.abc import Iterator
from datetime import date, timedelta
from xml.sax.saxutils import escape

from unload.model.hand_over import Timeline
from unload.model.phrase import Phrase
from unload.model.units import DAYS_PER_WEEK
from unload.report.figures import MONTHS
from unload.report.words import Words

# In tenths of a millimetre on paper.
WIDTH, LEFT, RIGHT = 1820, 74, 1810
PAIN_TOP, PAIN_HEIGHT = 62, 150
RUN_TOP, RUN_HEIGHT = 268, 140
HEIGHT = 480
BESIDE_AXIS = 1080  # behind the words of the lower panel, left of where a recent onset stands
INK, QUIET, GRID, UNKNOWN = "#1b2430", "#566070", "#dfe3e8", "#eef0f2"
BAR, NEAR_BAR, SORE = "#9db4b2", "#0b6b66", "#b4522b"
NEAR_DAYS = 7  # bars of these days up to an onset are darker
TICKS = (2, 5, 10, 20, 50, 100)  # kilometres or miles
LABELS_MAX = 13
PAIN_MAX, PAIN_TICKS = 10, (0, 5, 10)


def timeline_svg(line: Timeline, words: Words) -> str:
    """The timeline as one SVG document."""
    frame = Frame(line, words)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="Libertinus Serif" font-size="30">'
    )
    parts = [
        head,
        *_unknown(frame),
        *_pain_grid(words),
        *_bars(frame, words),
        *_onsets(frame, words),
        *_pains(frame),
        *_weeks(frame, words),
        *_lighter(frame, words),
        "</svg>",
    ]
    return "\n".join(parts)


class Frame:
    """Where a day, a pain and a distance stand on the picture."""

    def __init__(self, line: Timeline, words: Words) -> None:
        self.line = line
        self.days = len(line.run_m)
        self.each = (RIGHT - LEFT) / self.days
        most = words.units.distance(max((metres or 0 for metres in line.run_m), default=0))
        unit_m = words.units.m_per_distance
        self.tick_m = unit_m * next((t for t in TICKS if most <= t * 2.5), TICKS[-1])
        self.most_m = max(most * unit_m, self.tick_m)

    def x(self, day: int) -> float:
        """The middle of a day."""
        return LEFT + (day + 0.5) * self.each

    def at(self, day: date) -> int:
        return (day - self.line.first_day).days

    def height(self, metres: float) -> float:
        return metres / self.most_m * RUN_HEIGHT


def _text(x: float, y: float, words: str, anchor: str = "middle", fill: str = QUIET) -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )


def _rule(y: float) -> str:
    return f'<path d="M{LEFT} {y:.0f}H{RIGHT}" stroke="{GRID}" stroke-width="2"/>'


def _pain_y(pain: float) -> float:
    return PAIN_TOP + PAIN_HEIGHT * (1 - pain / PAIN_MAX)


def _unknown(frame: Frame) -> Iterator[str]:
    """Days of which nothing is known stand on grey."""
    for day, metres in enumerate(frame.line.run_m):
        if metres is None:
            yield (
                f'<rect x="{frame.x(day) - frame.each / 2:.1f}" y="{RUN_TOP}" '
                f'width="{frame.each:.1f}" height="{RUN_HEIGHT}" fill="{UNKNOWN}"/>'
            )


def _pain_grid(words: Words) -> Iterator[str]:
    yield _text(0, 26, words.say(Phrase("hand.label.pain")), "start")
    for pain in PAIN_TICKS:
        yield _rule(_pain_y(pain))
        yield _text(LEFT - 12, _pain_y(pain) + 10, str(pain), "end")


def _bars(frame: Frame, words: Words) -> Iterator[str]:
    """One bar a day; the week up to an onset is darker."""
    line, bottom = frame.line, RUN_TOP + RUN_HEIGHT
    yield _text(
        0, RUN_TOP - 14, words.say(Phrase("hand.axis", {"unit": words.units.name})), "start"
    )
    for number in range(int(frame.most_m // frame.tick_m) + 1):
        metres = number * frame.tick_m
        yield _rule(bottom - frame.height(metres))
        name = words.distance(metres, "bare")
        yield _text(LEFT - 12, bottom - frame.height(metres) + 10, name, "end")
    near = {frame.at(day) - n for day in line.onset.values() for n in range(NEAR_DAYS)}
    width = max(frame.each * 0.7, 1)
    for day, ran in enumerate(line.run_m):
        if ran:
            tall, fill = frame.height(ran), NEAR_BAR if day in near else BAR
            yield (
                f'<rect x="{frame.x(day) - width / 2:.1f}" y="{bottom - tall:.1f}" '
                f'width="{width:.1f}" height="{tall:.1f}" fill="{fill}"/>'
            )


def _onsets(frame: Frame, words: Words) -> Iterator[str]:
    """A dashed line through both panels where each spot began; letters of one day share it."""
    days: dict[date, list[str]] = {}
    for letter, day in frame.line.onset.items():
        days.setdefault(day, []).append(letter)
    begun = words.say(Phrase("hand.label.onset"))
    free = -1.0
    for day in sorted(days):
        at = frame.at(day)
        if at < 0:
            continue
        x, said = (
            frame.x(at) - frame.each / 2,
            f"{', '.join(days[day])} {begun} {words.short_day(day)}",
        )
        yield (
            f'<path d="M{x:.1f} {PAIN_TOP - 24}V{RUN_TOP + RUN_HEIGHT}" stroke="{INK}" '
            'stroke-width="2.5" stroke-dasharray="9 7"/>'
        )
        late = x > RIGHT - 300
        y = 26 if x > free else 52
        free = x + 320
        yield _text(x + (-10 if late else 10), y, said, "end" if late else "start", INK)


def _pains(frame: Frame) -> Iterator[str]:
    """Each spot's pain on the days that were asked about, by its own marker, joined by a line."""
    for letter, pains in frame.line.pain.items():
        began = frame.at(frame.line.onset[letter])
        known = [(d, pain) for d, pain in enumerate(pains) if pain is not None]
        sore = [(frame.x(d), _pain_y(pain)) for d, pain in known if d >= began]
        if sore:
            way = "L".join(f"{x:.1f} {y:.1f}" for x, y in sore)
            yield f'<path d="M{way}" fill="none" stroke="{SORE}" stroke-width="3"/>'
        size = min(max(frame.each * 0.35, 4), 11)
        yield from (_marker(letter, x, y, size) for x, y in sore)
        for d, _ in known:
            if d < began:
                yield f'<circle cx="{frame.x(d):.1f}" cy="{_pain_y(0):.1f}" r="3" fill="{QUIET}"/>'


def _marker(letter: str, x: float, y: float, size: float) -> str:
    """A dot, a square, a triangle, a diamond: told apart without colour."""
    s = size
    shapes = {
        "B": f"M{x - s:.1f} {y - s:.1f}h{2 * s:.1f}v{2 * s:.1f}h{-2 * s:.1f}Z",
        "C": f"M{x:.1f} {y - 1.2 * s:.1f}l{1.2 * s:.1f} {2.2 * s:.1f}h{-2.4 * s:.1f}Z",
        "D": f"M{x:.1f} {y - 1.3 * s:.1f}l{1.3 * s:.1f} {1.3 * s:.1f}l{-1.3 * s:.1f} {1.3 * s:.1f}"
        f"l{-1.3 * s:.1f} {-1.3 * s:.1f}Z",
    }
    if letter not in shapes:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{s:.1f}" fill="{SORE}"/>'
    ground = "#ffffff" if letter == "B" else SORE
    return f'<path d="{shapes[letter]}" fill="{ground}" stroke="{SORE}" stroke-width="3"/>'


def _lighter(frame: Frame, words: Words) -> Iterator[str]:
    """A bar under every lighter week, so that less running there is not taken for trouble."""
    bottom = RUN_TOP + RUN_HEIGHT
    for start in frame.line.lighter:
        first = max(frame.at(start), 0)
        last = frame.at(start) + DAYS_PER_WEEK
        left, right = (LEFT + day * frame.each for day in (first, last))
        yield f'<path d="M{left:.1f} {bottom + 4}H{right:.1f}" stroke="{INK}" stroke-width="7"/>'
    if frame.line.lighter:
        yield _text(BESIDE_AXIS, RUN_TOP - 14, words.say(Phrase("hand.label.lighter")), "start")


def _weeks(frame: Frame, words: Words) -> Iterator[str]:
    """The first day of each week and its running, for as many weeks as can be read."""
    weeks, bottom = frame.line.weeks, RUN_TOP + RUN_HEIGHT
    every = -(-len(weeks) // LABELS_MAX)
    for number, week in enumerate(weeks):
        first = week.last_day - timedelta(days=DAYS_PER_WEEK - 1)
        left = LEFT + number * DAYS_PER_WEEK * frame.each
        yield f'<path d="M{left:.1f} {bottom}v10" stroke="{QUIET}" stroke-width="2"/>'
        if (len(weeks) - 1 - number) % every == 0:
            middle = left + DAYS_PER_WEEK * frame.each / 2
            ran = "?" if week.run_m is None else words.distance(week.run_m, "bare")
            yield _text(middle, bottom + 34, ran, fill=INK)
            yield _text(middle, bottom + 66, f"{first.day} {MONTHS[first.month - 1][:3]}")
