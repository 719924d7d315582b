"""The drawings of other rooms as a page may hold them: without a style of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from unload.model.history import Side, SoreSpot
from unload.report.words import Words

STYLE = re.compile(r"<style>.*?</style>\s*", re.DOTALL)
REGION = re.compile(
    r'(<path class="region)(" id="[^"]*" data-region="([^"]*)" data-side="([^"]*)")'
    r' role="checkbox" aria-checked="false" tabindex="0"'
)
GROUP = re.compile(r'role="group"( viewBox="[^"]*") aria-label="([^"]*)"')


def bare(svg: str) -> Markup:
    """A drawing without its style element; the style sheet of the pages has the same rules."""
    return Markup(STYLE.sub("", svg))  # noqa: S704 # drawn by this program, no stranger's words in it


def shown(figure: str, spots: Iterable[SoreSpot], words: Words) -> Markup:
    """A view of the body with the sore spots marked: a picture, not a set of boxes to tick."""
    sore = {(spot.region, side): spot for spot in spots for side in sides_of(spot)}
    drawn: dict[SoreSpot, None] = {}

    def marked(found: re.Match[str]) -> str:
        spot = sore.get((found[3], found[4]))
        if spot is None:
            return f"{found[1]}{found[2]}"
        drawn[spot] = None
        return f"{found[1]} sore{found[2]}"

    picture = REGION.sub(marked, figure)
    label = escape(f": {told_of(drawn, words)}")
    return bare(GROUP.sub(rf'role="img"\1 aria-label="\2{label}"', picture))


def told_of(spots: Iterable[SoreSpot], words: Words) -> str:
    """Spots and their pains in a few words."""
    told = (f"{words.spot(spot.region, spot.side.value)} {spot.pain:g}/10" for spot in spots)
    return "; ".join(told) or _("nothing marked")


def holds_any(figure: str, spots: Iterable[SoreSpot]) -> bool:
    """Whether a view shows one of the spots."""
    return any(f'data-region="{spot.region}"' in figure for spot in spots)


def sides_of(spot: SoreSpot) -> tuple[str, ...]:
    """The sides of the map on which a spot lies."""
    if spot.side is Side.BOTH:
        return (Side.LEFT.value, Side.RIGHT.value)
    return (spot.side.value,)
