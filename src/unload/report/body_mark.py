"""Mark sore places on a view of the body, by colour and by letter, for print."""

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
SKIN, SEAM, EDGE = "#f4f0ea", "#c4bbae", "#6f675c"
SORE, QUIET, INK = "#c8643c", "#ecc4b0", "#1b2430"
RADIUS, LETTER_SIZE = 21, 30  # in the picture's own units, of which the body is 390 wide
Place = tuple[str, str]


def marked(svg: str, letters: Mapping[Place, str], quiet: Sequence[str] = ()) -> str:
    """The view with every place of `letters` (region and side) coloured and lettered.

    Those whose letter is in `quiet` are paler. Styles for screens are taken out.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314 # one of our own drawings, shipped with the package
    for style in root.findall(f"{{{SVG}}}style"):
        root.remove(style)
    seen: dict[str, tuple[float, float]] = {}
    for path in root.iter(f"{{{SVG}}}path"):
        if path.get("class") == "outline":
            _paint(path, "none", EDGE, "2")
            continue
        place = (path.get("data-region", ""), path.get("data-side", ""))
        letter = letters.get(place, "")
        ground = SKIN if not letter else QUIET if letter in quiet else SORE
        _paint(path, ground, SEAM, "1.5")
        if letter:
            seen.setdefault(letter, _middle(path.get("d", "")))
    for text in root.iter(f"{{{SVG}}}text"):
        text.attrib.update({"font-size": "26", "fill": EDGE, "text-anchor": "middle"})
    for letter, at in seen.items():
        root.extend(_badge(letter, at))
    return ET.tostring(root, encoding="unicode")


def shows(svg: str, place: Place) -> bool:
    """Whether a place can be seen in a view."""
    return f'data-region="{place[0]}" data-side="{place[1]}"' in svg


def _paint(path: ET.Element, ground: str, line: str, width: str) -> None:
    path.attrib.update({"fill": ground, "stroke": line, "stroke-width": width})


def _middle(outline: str) -> tuple[float, float]:
    """The middle of the box around an outline."""
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", outline)]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _badge(letter: str, at: tuple[float, float]) -> tuple[ET.Element, ET.Element]:
    x, y = at
    ring = {"cx": f"{x:.0f}", "cy": f"{y:.0f}", "r": str(RADIUS), "fill": "#ffffff"}
    ring |= {"stroke": INK, "stroke-width": "3"}
    sign = {"x": f"{x:.0f}", "y": f"{y + LETTER_SIZE / 3:.0f}", "font-size": str(LETTER_SIZE)}
    sign |= {"text-anchor": "middle", "font-weight": "700", "fill": INK}
    text = ET.Element(f"{{{SVG}}}text", sign)
    text.text = letter
    return ET.Element(f"{{{SVG}}}circle", ring), text
