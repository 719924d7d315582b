#!/usr/bin/env python3
"""Draw unload.svg as the PNG icons that phones ask for; --check finds drift."""

import argparse
import re
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

STATIC = Path(__file__).resolve().parents[1] / "src" / "unload" / "web" / "static"
UNITS = 64  # the side of the drawing
PATH = re.compile(r'<path fill="#(\w{6})" d="([^"]+)"/>')
BAR = re.compile(r"M(\d+) (\d+)V(\d+)h(\d+)v\d+z")
GROUND = re.compile(r'<rect width="64" height="64" rx="(\d+)" fill="#(\w{6})"/>')
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True)
class Icon:
    """A square of `side` pixels with the drawing in its middle, `scale` whole pixels a unit.

    `round` leaves the corners out, as in the drawing; who cuts the icon to a form of their own
    gets it to the edge. Android may cut all but the inner 80 %, so the bars keep well inside.
    """

    name: str
    side: int
    scale: int
    round: bool


ICONS = (
    Icon("unload-192.png", 192, 3, True),
    Icon("unload-512.png", 512, 8, True),
    Icon("unload-maskable.png", 512, 6, False),
    Icon("unload-touch.png", 180, 3, False),
)


def drawn(icon: Icon, svg: str) -> np.ndarray:
    """The pixels: red, green, blue and how much they cover."""
    found = GROUND.search(svg)
    assert found, "unload.svg has another ground than this script can draw"
    pixels = np.zeros((icon.side, icon.side, 4), np.uint8)
    pixels[..., :3] = colour(found[2])
    pixels[..., 3] = cover(icon.side, int(found[1]) * icon.scale if icon.round else 0)
    edge = (icon.side - UNITS * icon.scale) // 2
    for paint, path in PATH.findall(svg):
        for x, bottom, top, width in (map(int, bar) for bar in BAR.findall(path)):
            rows = slice(edge + top * icon.scale, edge + bottom * icon.scale)
            columns = slice(edge + x * icon.scale, edge + (x + width) * icon.scale)
            pixels[rows, columns, :3] = colour(paint)
    return pixels


def colour(digits: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(digits))


def cover(side: int, radius: int) -> np.ndarray:
    """255 inside, 0 outside of the rounded corners, and between them on their edge."""
    middle = np.arange(side) + 0.5
    into = np.maximum(radius - np.minimum(middle, side - middle), 0)
    away = np.hypot(into[:, None], into[None, :])
    return np.round(255 * np.clip(radius - away + 0.5, 0, 1) if radius else np.full_like(away, 255))


def png(pixels: np.ndarray) -> bytes:
    """The pixels as a PNG."""
    side = len(pixels)
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(kind, data) for kind, data in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def same(one: bytes, other: bytes) -> bool:
    """Whether two of our files show the same; every zlib packs the same pixels in its own way."""
    start, end = len(SIGNATURE) + 25, -12 - 4  # behind the head, before the last check sum
    heads = one[:start] == other[:start]
    return heads and zlib.decompress(one[start + 8 : end]) == zlib.decompress(
        other[start + 8 : end]
    )


def main() -> int:
    """Write the icons, or say which have drifted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where a file has drifted")
    given = parser.parse_args()
    svg, drifted = (STATIC / "unload.svg").read_text(), []
    for icon in ICONS:
        path, made = STATIC / icon.name, png(drawn(icon, svg))
        if not given.check:
            path.write_bytes(made)
        elif not path.exists() or not same(path.read_bytes(), made):
            drifted.append(path.name)
    for name in drifted:
        print(f"{name} has drifted: python3 run python scripts/make_icons.py")
    return 1 if drifted else 0


if __name__ == "__main__":
    sys.exit(main())
