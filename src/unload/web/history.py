"""History: every week that was, as a table, and as the chart that a script draws from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from markupsafe import Markup, escape

from unload.model.past import Past, PastWeek
from unload.model.proof import Done
from unload.report.past import UNKNOWN, kind_said
from unload.report.words import Words
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.rendering import page, words_for

LIGHT = (Done.UNLOADED, Done.STEPPED_BACK)
# Thousands of cells are joined at half of what a template takes for them.
BETWEEN = Markup("</td><td>")


@dataclass(frozen=True, slots=True)
class Row:
    """A week as the table shows it."""

    day: str
    begins: str
    look: str
    cells: Markup


@for_owner("GET")
def history(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    told = notebook.past()
    weeks, words = told.past.weeks, words_for(notebook, told.knowledge)
    slow, fast = told.past.constants[:2]
    return page(
        request, notebook, "history.html", rows=_rows(told.past, words), slow=slow, fast=fast,
        bars=_bars(weeks), lines=_lines(weeks), lighter=sum(map(_is_lighter, weeks)),
    )  # fmt: skip


def _is_lighter(week: PastWeek) -> bool:
    return week.whole and week.done in LIGHT


def _look(week: PastWeek) -> str:
    """The class under which a week is drawn."""
    return "lighter" if _is_lighter(week) else "usual" if week.whole else "open"


def _rows(past: Past, words: Words) -> list[Row]:
    """The weeks, the newest first."""
    usual = gettext("as usual")
    return [_row(week, words, usual) for week in reversed(past.weeks)]


def _row(week: PastWeek, words: Words, usual: str) -> Row:
    def far(metres: float | None) -> float | None:
        return None if metres is None else words.units.distance(metres)

    whole = (week.load_au, week.slow_au, week.fast_au, week.sore_days)
    parts = (far(week.run_m), far(week.longest_m))
    cells = (
        kind_said(week, words) or usual,
        *(_cell(value, 0) for value in whole),
        *(_cell(value, 1) for value in parts),
    )
    return Row(
        day=week.first_day.isoformat(),
        begins=words.day(week.first_day),
        look=_look(week),
        # Made safe once, for there are thousands of cells; none of them has a line of its own.
        cells=escape("\n".join(cells)).replace("\n", BETWEEN),
    )


def _cell(value: float | None, digits: int) -> str:
    return UNKNOWN if value is None else f"{value:.{digits}f}"


def _bars(weeks: Sequence[PastWeek]) -> dict[str, str]:
    """The loads in a drawing 100 high, a bar for each week; all that look alike are one path."""
    most = max((week.load_au or 0.0 for week in weeks), default=0.0)
    drawn: defaultdict[str, list[str]] = defaultdict(list)
    for place, week in enumerate(weeks):
        if week.load_au is None:
            drawn["gap"].append(f"M{place} 0h1v100h-1z")
        elif week.load_au:
            top = 100 - 100 * week.load_au / most
            drawn[_look(week)].append(f"M{place}.1 100V{top:.1f}h.8V100z")
    return {look: "".join(bars) for look, bars in drawn.items()}


def _lines(weeks: Sequence[PastWeek]) -> dict[str, str]:
    """What the script draws, a value for each week, and nothing where it is not known."""
    return {
        "load": _told(week.load_au for week in weeks),
        "slow": _told(week.slow_au for week in weeks),
        "sore": _told(week.sore_days for week in weeks),
    }


def _told(values: Iterable[float | None]) -> str:
    return ",".join("" if value is None else f"{value:.1f}" for value in values)
