"""Draw the body with characters: front, back and soles, each sore spot a letter."""

from collections.abc import Mapping, Sequence

from unload.model.history import Side, SoreSpot
from unload.report.document import Drawing, Line, Meaning, Span

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
STRONG = 5  # above it a letter is red; the letter itself tells as much without colour
GAP = "    "
OUTLINE = (
    "        ╭───╮        ",
    "        │   │        ",
    "        ╰╮ ╭╯        ",
    "    ╭────╯ ╰────╮    ",
    "   ╭╯           ╰╮   ",
    "   │ ╷         ╷ │   ",
    "   │ │         │ │   ",
    "   │ │         │ │   ",
    "   │ │         │ │   ",
    "   │ │         │ │   ",
    "   ╰─┤    ╷    ├─╯   ",
    "     │    │    │     ",
    "     │    │    │     ",
    "     │    │    │     ",
    "     ╰╮  ╭┴╮  ╭╯     ",
    "     ╭╯  ╰┬╯  ╰╮     ",
    "     │    │    │     ",
    "     │    │    │     ",
    "     ╰╮  ╭┴╮  ╭╯     ",
    "    ╭─╯  │ │  ╰─╮    ",
    "    ╰────╯ ╰────╯    ",
)
SOLES = (
    *["           "] * 12,
    "╭──╮   ╭──╮",
    "│  │   │  │",
    "│  │   │  │",
    "│  │   │  │",
    "│ ╭╯   ╰╮ │",
    "│ │     │ │",
    "│ ╰╮   ╭╯ │",
    "│  │   │  │",
    "╰──╯   ╰──╯",
)
VIEWS: Mapping[str, Sequence[str]] = {"front": OUTLINE, "back": OUTLINE, "soles": SOLES}
# Seen from the front the runner's left is on the right; a sole is seen from behind.
LEFT = {"front": 1, "back": -1, "soles": -1}
# Where each region lies: the view, the row, and how many columns from the middle.
PLACES: Mapping[str, tuple[str, int, int]] = {
    "head": ("front", 1, 0), "shoulder": ("front", 3, 5), "chest": ("front", 4, 0),
    "ribs": ("front", 5, 4), "upper-arm": ("front", 5, 6), "elbow": ("front", 6, 6),
    "belly": ("front", 7, 0), "forearm": ("front", 8, 6), "hand": ("front", 9, 6),
    "hip-front": ("front", 9, 3), "groin": ("front", 10, 2), "pubic-bone": ("front", 9, 0),
    "outer-hip": ("front", 10, 4), "thigh-front": ("front", 12, 3),
    "thigh-inner": ("front", 12, 1), "it-band": ("front", 12, 4), "knee-front": ("front", 14, 3),
    "knee-inner": ("front", 14, 2), "knee-outer": ("front", 14, 4),
    "knee-below": ("front", 15, 3), "shin-front": ("front", 16, 3), "shin-inner": ("front", 17, 1),
    "shin-bone": ("front", 17, 2), "ankle": ("front", 18, 3), "ankle-inner": ("front", 18, 2),
    "ankle-outer": ("front", 18, 4), "foot-inner": ("front", 19, 2),
    "top-of-foot": ("front", 19, 3), "foot-outer": ("front", 19, 4),
    "neck": ("back", 2, 0), "upper-back": ("back", 5, 0), "low-back": ("back", 8, 0),
    "sacrum": ("back", 9, 0), "glute": ("back", 10, 3), "sitting-bone": ("back", 11, 2),
    "hamstring": ("back", 12, 3), "behind-knee": ("back", 14, 3), "calf": ("back", 16, 2),
    "calf-outer": ("back", 16, 4), "achilles": ("back", 18, 3), "heel-back": ("back", 19, 3),
    "toes": ("soles", 13, 4), "big-toe-joint": ("soles", 14, 3), "ball-of-foot": ("soles", 15, 4),
    "sole": ("soles", 17, 4), "heel": ("soles", 19, 3),
}  # fmt: skip

Cells = dict[tuple[str, int, int], tuple[str, Meaning]]


def body_picture(spots: Sequence[SoreSpot]) -> Drawing:
    """Front, back and soles beside each other, the letters of the spots in them."""
    cells = _cells(spots)
    views = [view for view in VIEWS if view != "soles" or any(key[0] == view for key in cells)]
    lines = [_line(row, views, cells) for row in range(len(OUTLINE))]
    return Drawing((*lines, _below(views)))


def letter_of(number: int) -> str:
    """The letter of a spot; more spots than letters share the last one."""
    return LETTERS[min(number, len(LETTERS) - 1)]


def meaning_of(spot: SoreSpot) -> Meaning:
    """How a spot is coloured."""
    worst = max(spot.pain, spot.next_morning or 0)
    return Meaning.ALARM if worst > STRONG else Meaning.HEADLINE


def _cells(spots: Sequence[SoreSpot]) -> Cells:
    """The letter of every cell that has one."""
    cells: Cells = {}
    for number, spot in enumerate(spots):
        view, row, away = PLACES[spot.region]
        sides = (Side.LEFT, Side.RIGHT) if spot.side in (Side.BOTH, Side.MIDDLE) else (spot.side,)
        for side in sides:
            way = LEFT[view] if side is Side.LEFT else -LEFT[view]
            column = len(VIEWS[view][row]) // 2 + way * away
            cells[view, row, column] = (letter_of(number), meaning_of(spot))
    return cells


def _line(row: int, views: Sequence[str], cells: Cells) -> Line:
    spans: list[Span] = []
    for view in views:
        for column, sign in enumerate(VIEWS[view][row]):
            marked = cells.get((view, row, column))
            spans.append(Span(sign, Meaning.MUTED) if marked is None else Span(*marked))
        spans.append(Span(GAP))
    return tuple(spans)


def _below(views: Sequence[str]) -> Line:
    """Which side is which, and what is seen."""
    said = []
    for view in views:
        left, right = ("R", "L") if LEFT[view] > 0 else ("L", "R")
        width = len(VIEWS[view][0])
        middle = view.center(width - 6)
        said.append(f"{left}  {middle}  {right}"[:width])
    return (Span(GAP.join(said), Meaning.MUTED),)
