"""Draw how rules rank the days before an event: each with its interval, beside a coin, as SVG."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from textwrap import wrap

from unload.report.chart import EDGE, LINE, RIGHT, TITLE_CHARS, head, text

COIN, STEP = 0.5, 0.05  # the rank of a rule that knows nothing; from tick to tick
# In the picture's own units: where the axis begins, how far rows stand apart, and what marks one.
LEFT, ROW, TOP, TICK, DOT = 190, 24, 44, 4, 4
NAME_CHARS = 28


@dataclass(frozen=True, slots=True)
class Rank:
    """One rule: its name, its rank with the interval, and whether it is the advice itself."""

    name: str
    low: float
    value: float
    high: float
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Ranks:
    """All that is drawn; `says` is for who cannot see it, `coin` names the line to beat."""

    title: str
    says: str
    coin: str
    ranks: tuple[Rank, ...]

    @property
    def reach(self) -> float:
        """How far the axis goes from the coin, either way."""
        far = max(abs(edge - COIN) for r in self.ranks for edge in (r.low, r.high))
        return max(ceil(far / STEP), 1) * STEP


def svg(ranks: Ranks, key: str) -> str:
    """The ranks as one SVG picture; `key` keeps its ids apart from another's on the same page."""
    rows = wrap(ranks.title, TITLE_CHARS)
    top = TOP + LINE * len(rows)
    bottom = top + ROW * len(ranks.ranks)
    parts = [text(EDGE, 10 + LINE * (n + 1), row, "title") for n, row in enumerate(rows)]
    says = f"{ranks.says} {'; '.join(f'{r.name} {r.value:.2f}' for r in ranks.ranks)}."
    start = head(ranks.title, says, key, bottom + 30)
    axis = _axis(ranks, top, bottom)
    drawn = (
        line
        for n, rank in enumerate(ranks.ranks)
        for line in _rank(rank, ranks, top + ROW * (n + 1 / 2))
    )
    return "\n".join([start, *parts, *axis, *drawn, "</svg>"]) + "\n"


def _place(value: float, ranks: Ranks) -> float:
    """Where a rank lies along the axis."""
    return LEFT + (value - COIN + ranks.reach) / (ranks.reach + ranks.reach) * (RIGHT - LEFT)


def _axis(ranks: Ranks, top: float, bottom: float) -> Iterator[str]:
    for value in (COIN - ranks.reach, COIN, COIN + ranks.reach):
        x = _place(value, ranks)
        kind = "level" if value == COIN else "grid"
        anchor = "middle" if value == COIN else "start" if value < COIN else "end"
        yield f'<path class="uc-{kind}" d="M{x:.1f} {top:g}V{bottom:g}"/>'
        yield text(x, bottom + LINE, f"{value:.2f}", "small", anchor)
    yield text(_place(COIN, ranks), top - 6, ranks.coin, "small", "middle")


def _rank(rank: Rank, ranks: Ranks, y: float) -> Iterator[str]:
    """The name, the interval with its ends, and a mark: filled for the advice, open for others."""
    low, value, high = (_place(edge, ranks) for edge in (rank.low, rank.value, rank.high))
    line = "uc-solid-line" if rank.ours else "uc-grey-line"
    mark = "uc-solid-mark" if rank.ours else "uc-open-mark"
    said = rank.name if len(rank.name) <= NAME_CHARS else f"{rank.name[: NAME_CHARS - 1]}…"
    yield text(EDGE, y + TICK, said, "ink" if rank.ours else "small")
    ends = f"M{low:.1f} {y - TICK:g}v{TICK + TICK}M{high:.1f} {y - TICK:g}v{TICK + TICK}"
    yield f'<path class="{line}" d="M{low:.1f} {y:g}H{high:.1f}{ends}"/>'
    yield f'<circle class="{mark}" cx="{value:.1f}" cy="{y:g}" r="{DOT}"/>'
