"""Draw the technique pictures of scripts/technique_figures.toml and the page that shows them.

python3 run python scripts/make_techniques.py           writes pictures and docs/techniques.md
python3 run python scripts/make_techniques.py --check   fails where a file differs
"""

import sys
import tomllib
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from markdown import MADE, number, table
from technique_limbs import LIMB_WIDTH, Limbs, Point, between, limbs_of, near, normal

from unload.knowledge import load_knowledge
from unload.model.body import Technique
from unload.model.constants import Knowledge
from unload.science.routine import seconds_of

ROOT = Path(__file__).parent.parent
FIGURES = Path(__file__).parent / "technique_figures.toml"
BODY = ROOT / "src" / "unload" / "knowledge" / "body"
PAGE = ROOT / "docs" / "techniques.md"
STYLE = """\
.technique { --line: #4d463d; --far: #b9b0a2; --arm: #857a6c; --floor: #d8cfc2;
--tool: #5b7f95; --spot: #c8643c; }
@media (prefers-color-scheme: dark) {
.technique { --line: #d8d1c8; --far: #6c665f; --arm: #a39b91; --floor: #57524c;
--tool: #8fb3c9; --spot: #ec8a60; }
}
.technique * { fill: none; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.technique .far { stroke: var(--far); stroke-width: 5; }
.technique .near { stroke: var(--line); stroke-width: 5; }
.technique .arm { stroke: var(--arm); stroke-width: 5; }
.technique .head { fill: var(--line); }
.technique .floor { stroke: var(--floor); }
.technique .thing { stroke: var(--far); }
.technique .tool { stroke: var(--tool); stroke-width: 2.5; }
.technique .spot { stroke: var(--spot); stroke-width: 5; }
.technique .arrow { stroke: var(--spot); }
.technique .foot { stroke: var(--line); stroke-width: 2.5; }
"""
HEAD_RADIUS = 6
RADII = {"roller": 6.0, "ball": 3.5, "tennis-ball": 3.5}
# The foot drawn large: its outline, and the line of its sole from heel to toes.
FOOT = "M112 13 C111 25 106 29 106 37 C106 44 110 45 116 45 C122 45 125 42 130 42 C134 42 137 45 "
FOOT += "142 45 C149 45 153 43 152 39 C150 34 137 32 132 26 C129 22 128 18 128 13"
SOLE: tuple[Point, ...] = ((107, 41), (112, 45), (120, 44), (130, 42), (138, 44), (146, 45))
# Both lower legs from behind, drawn large, and where on the left one a place lies: what cannot be
# told apart from the side. The outer side is the one away from the other leg.
LEG = "M{0} 8 C{1} 20 {2} 30 {3} 42 L{4} 56 C{5} 60 {6} 62 {7} 62 L{8} 62 C{9} 62 {10} 60 {11} 56 "
LEG += "L{12} 42 C{13} 30 {14} 20 {15} 8"
LEG_AT = (-9, -13, -12, -6, -4, -6, -6, -2, 2, 6, 6, 4, 6, 12, 13, 9)
LEG_X, OTHER_LEG_X = 116, 146
BEHIND: dict[str, tuple[Point, ...]] = {
    "middle": ((LEG_X, 12), (LEG_X, 36)),
    "outer": ((LEG_X - 9, 12), (LEG_X - 9.5, 24), (LEG_X - 6, 36)),
}
TIP = 2.6
SHOWN = "../src/unload/knowledge/body/technique"
INTRO = """\
How to work on a place, as `unload` proposes it: figure, position, what to do, and for how long a
set on one side. The worked place and its stroke are drawn in the accent colour. What forbids a
technique, and where its pressure ends, stands in [body.md](body.md).
"""
COLUMNS = ("figure", "name", "position", "stroke", "seconds", "source", "grade")


def picture(technique: Technique, figure: dict[str, Any], poses: dict[str, Any]) -> str:
    """One technique as SVG: floor and things, far limbs, near limbs, tool, worked place, arrow."""
    pose = poses[figure["pose"]]
    limbs = limbs_of(pose)
    parts = [line("floor", (6, 93), (154, 93))]
    parts += [line("thing", (a, b), (c, d)) for a, b, c, d in pose.get("props", ())]
    parts += [line("far", *joints) for joints in limbs.far]
    parts += [line("near", *joints) for joints in limbs.near]
    parts.append(line("arm", *limbs.arm))
    x, y = limbs.head
    parts += [f'<circle class="near head" cx="{x:g}" cy="{y:g}" r="{HEAD_RADIUS - 2.5:g}"/>']
    drawn = large_foot if "foot" in figure else worked_limb
    parts += drawn(technique, figure, limbs)
    if "behind" in figure:
        parts += [leg("thing", OTHER_LEG_X), leg("foot", LEG_X)]
        parts.append(line("spot", *BEHIND[figure["behind"]]))
    label = f"<title>{escape(technique.name)}</title>\n<desc>{escape(technique.position)}</desc>"
    opening = '<svg xmlns="http://www.w3.org/2000/svg" class="technique" viewBox="0 0 160 100"'
    return "\n".join(
        [f'{opening} role="img">', label, f"<style>\n{STYLE}</style>", *parts, "</svg>\n"]
    )


def worked_limb(technique: Technique, figure: dict[str, Any], limbs: Limbs) -> Iterator[str]:
    """The worked piece of a limb, the tool beside it and the arrow on the other side."""
    limb, start, end = figure["on"]
    side = figure.get("side", 1)
    bone = limbs.bones[limb]
    low, high, middle = (between(bone, t) for t in (start, end, (start + end) / 2))
    across = figure.get("across") or normal(*bone, side)
    radius = RADII.get(technique.tool, 0)
    place = near(middle, across, LIMB_WIDTH / 2 + radius + 1.2)
    if figure.get("lies"):
        yield lying(place)
    elif technique.tool == "stick":
        yield stick(middle, bone, across)
    else:
        yield from round_tool(technique.tool, place)
    if "towel" in figure:
        yield circle("tool", tuple(figure["towel"]), 1.5)
    yield line("spot", low, high)
    yield from arrows(figure, (low, high), across)


def arrows(figure: dict[str, Any], worked: tuple[Point, Point], across: Point) -> Iterator[str]:
    """What the stroke is, drawn on the side of the limb that is free, or where the figure says."""
    stroke, placed = figure.get("stroke"), figure.get("arrow")
    low, high = worked
    middle = between(worked, 0.5)
    away = (-across[0], -across[1])
    if stroke in ("along", "up"):
        ends = (near(high, away, 9), near(low, away, 9))
        yield arrow(*(points(placed) or ends), both=stroke == "along")
    elif stroke == "in":
        yield arrow(*(points(placed) or (near(middle, away, 18), near(middle, away, 6))))
    elif stroke == "circle":
        yield turning(tuple(placed))


def points(numbers: list[float] | None) -> list[Point]:
    """Two points out of four numbers, or none."""
    return [(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)] if numbers else []


def large_foot(technique: Technique, figure: dict[str, Any], limbs: Limbs) -> Iterator[str]:
    """The worked foot beside the figure: the piece of its sole, the tool below it, the arrow."""
    start, end = figure["foot"]
    marked = [sole(start + (end - start) * step / 6) for step in range(7)]
    x, y = sole((start + end) / 2)
    ball = technique.tool in RADII
    middle = between(limbs.bones["foot"], 0.5)
    yield line("spot", *(between(limbs.bones["foot"], t) for t in (start, end)))
    if ball:
        yield from round_tool("ball", near(middle, (0, 1), 5))
    yield f'<path class="foot" d="{FOOT}"/>'
    yield line("spot", *marked)
    if ball:
        yield from round_tool(technique.tool, (x, y + 9.5), scale=1.6)
    elif technique.tool == "hands":
        yield line("arm", (x - 2, y + 6), (x - 9, y + 17))
    stroke = figure["stroke"]
    if stroke == "along":
        below = 21 if ball else 25
        yield arrow((x - 8, y + below), (x + 8, y + below), both=True)
    elif stroke == "in":
        yield arrow((x, y - 18), (x, y - 6))
    elif stroke == "circle":
        yield turning((x + 12, y + 10))
    else:
        yield '<path class="arrow" d="M156 42 C158 34 154 28 148 25"/>' + tip((148, 25), (-2, -1))


def leg(kind: str, middle: float) -> str:
    """A lower leg from behind."""
    return f'<path class="{kind}" d="{LEG.format(*(middle + away for away in LEG_AT))}"/>'


def sole(t: float) -> Point:
    """A point of the large sole, 0 at the heel and 1 at the toes."""
    place = min(t * (len(SOLE) - 1), len(SOLE) - 1.001)
    index = int(place)
    return between((SOLE[index], SOLE[index + 1]), place - index)


def line(kind: str, *points: Point) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline class="{kind}" points="{path}"/>'


def circle(kind: str, middle: Point, radius: float) -> str:
    return f'<circle class="{kind}" cx="{middle[0]:.1f}" cy="{middle[1]:.1f}" r="{radius:g}"/>'


def round_tool(tool: str, middle: Point, scale: float = 1) -> Iterator[str]:
    """A roller is a tube seen from its end, a tennis ball has its seam."""
    if tool not in RADII:
        return
    radius = RADII[tool] * scale
    yield circle("tool", middle, radius - 1.2)
    if tool == "roller":
        yield circle("tool", middle, 1.2)
    elif tool == "tennis-ball":
        x, y = middle
        r = radius * 0.6
        seam = f"M{x - r:.1f} {y - r:.1f} Q{x:.1f} {y:.1f} {x - r:.1f} {y + r:.1f}"
        yield f'<path class="thing" d="{seam}"/>'


def lying(middle: Point) -> str:
    """A roller seen from its side."""
    x, y = middle[0] - 17, middle[1] - 4.8
    return f'<rect class="tool" x="{x:.1f}" y="{y:.1f}" width="34" height="9.6" rx="3"/>'


def stick(middle: Point, bone: tuple[Point, Point], across: Point) -> str:
    """A bar laid across the limb, a little slanting, as it is seen from beside."""
    (x0, y0), (x1, y1) = bone
    length = hypot(x1 - x0, y1 - y0)
    slant = ((x1 - x0) / length * 0.45 + across[0], (y1 - y0) / length * 0.45 + across[1])
    return line("tool", near(middle, slant, -8), near(middle, slant, 12))


def arrow(start: Point, end: Point, *, both: bool = False) -> str:
    """A straight arrow, at wish with a tip at either end."""
    way = (end[0] - start[0], end[1] - start[1])
    back = tip(start, (-way[0], -way[1])) if both else ""
    return line("arrow", start, end) + tip(end, way) + back


def tip(end: Point, way: Point) -> str:
    length = hypot(*way)
    x, y = way[0] / length * TIP, way[1] / length * TIP
    return line("arrow", (end[0] - x - y, end[1] - y + x), end, (end[0] - x + y, end[1] - y - x))


def turning(middle: Point) -> str:
    """A small circle, not quite closed, with a tip."""
    x, y = middle
    path = f"M{x:.1f} {y - 4:.1f} A4 4 0 1 1 {x - 4:.1f} {y:.1f}"
    return f'<path class="arrow" d="{path}"/>' + tip((x - 4, y), (0, -1))


def page(knowledge: Knowledge) -> str:
    """docs/techniques.md."""
    rows = (
        (
            f'<img src="{SHOWN}/{t.key}.svg" width="160" alt="{t.name}">',
            t.name,
            t.position,
            t.stroke,
            number(seconds_of(t, knowledge.routine)),
            f"[{t.source}](sources.md#{t.source})",
            t.grade.value,
        )
        for t in knowledge.techniques
    )
    made = MADE.replace("make_docs", "make_techniques")
    return "\n".join(["# The techniques\n", made, INTRO, table(COLUMNS, rows)])


def main(*, check: bool) -> int:
    knowledge = load_knowledge()
    drawn = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    keys = {technique.key for technique in knowledge.techniques}
    if keys != set(drawn["figure"]):
        sys.exit(f"techniques and figures differ: {sorted(keys ^ set(drawn['figure']))}")
    files = {
        BODY / "technique" / f"{t.key}.svg": picture(t, drawn["figure"][t.key], drawn["pose"])
        for t in knowledge.techniques
    }
    files[PAGE] = page(knowledge)
    status = 0
    for path, text in files.items():
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} differs: run scripts/make_techniques.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
