#!/usr/bin/env python3
"""Write docs/demo.svg, the screen of `unload demo` that the README shows; --check finds drift."""

import argparse
import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from unload import service
from unload.report.compose import compose
from unload.report.terminal import draw
from unload.report.words import UNITS, Words

TARGET = Path(__file__).resolve().parents[1] / "docs" / "demo.svg"
GRID_M = 500.0
# Dark grey on white and back: every colour keeps a contrast of 4.5 or more to the ground.
THEME = TerminalTheme(
    (24, 26, 31),
    (222, 224, 228),
    [
        (24, 26, 31), (240, 120, 110), (140, 200, 120), (235, 200, 110),
        (120, 170, 240), (200, 150, 230), (110, 200, 205), (222, 224, 228),
    ],
)  # fmt: skip


def screen(runner: str, width: int) -> str:
    """The screen as SVG that fetches nothing: rich's links to web fonts are taken out."""
    answer = service.advise_demo(runner, force=False, grid_m=GRID_M)
    facts = answer.knowledge
    names = {region.key: region.name for region in facts.regions.values()}
    words = Words(facts.text, UNITS["km"], answer.advice.today, names)
    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor",
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    console.print(draw(compose(answer.advice, words, facts)))
    svg = console.export_svg(title="unload demo", theme=THEME, unique_id="unload")
    return offline(svg)


def offline(svg: str) -> str:
    """The SVG without web fonts: the viewer's own monospaced font is used."""
    svg = re.sub(r"\s*@font-face \{.*?\n\s*\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "ui-monospace, Menlo, Consolas, monospace")
    lines = [line.rstrip() for line in svg.splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def main() -> int:
    """Write the screen, or say whether it has drifted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where the file has drifted")
    parser.add_argument("--runner", default="sore", choices=service.DEMOS)
    parser.add_argument("--width", type=int, default=84)
    given = parser.parse_args()
    svg = screen(given.runner, given.width)
    if not given.check:
        TARGET.write_text(svg, encoding="utf-8")
        print(f"wrote {TARGET.name}")
        return 0
    same = TARGET.exists() and TARGET.read_text(encoding="utf-8") == svg
    print("docs/demo.svg is current" if same else "docs/demo.svg has drifted: run this script")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
