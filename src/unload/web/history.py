"""History: every week that was, as a table, and as the chart that a script draws from it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from unload.model.past import Past, PastWeek
from unload.model.proof import Done
from unload.report.past import UNKNOWN, kind_said
from unload.report.words import Words
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.rendering import page, words_for

LIGHT = (Done.UNLOADED, Done.STEPPED_BACK)


Cell = tuple[str, str]  # the number, and how it is shown; none of what is not known


@dataclass(frozen=True, slots=True)
class Row:
    """A week as the table shows it; `share` is its load of the most there was in a week."""

    week: PastWeek
    begins: str
    kind: str
    lighter: bool
    cells: tuple[Cell, ...]
    share: float | None


@for_owner("GET")
def history(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    told = notebook.past()
    words = words_for(notebook, told.knowledge)
    slow, fast = told.past.constants[:2]
    return page(
        request, notebook, "history.html", rows=_rows(told.past, words), slow=slow, fast=fast,
        lighter=sum(week.whole and week.done in LIGHT for week in told.past.weeks),
    )  # fmt: skip


def _rows(past: Past, words: Words) -> list[Row]:
    """The weeks, oldest first."""
    most = max((week.load_au or 0.0 for week in past.weeks), default=0.0)
    return [_row(week, words, most) for week in past.weeks]


def _row(week: PastWeek, words: Words, most: float) -> Row:
    def far(metres: float | None) -> float | None:
        return None if metres is None else words.units.distance(metres)

    whole = (week.load_au, week.slow_au, week.fast_au, week.sore_days)
    parts = (far(week.run_m), far(week.longest_m))
    return Row(
        week=week,
        begins=words.day(week.first_day),
        kind=kind_said(week, words),
        lighter=week.whole and week.done in LIGHT,
        cells=(*(_cell(value, 0) for value in whole), *(_cell(value, 1) for value in parts)),
        share=week.load_au / most if week.load_au is not None and most else None,
    )


def _cell(value: float | None, digits: int) -> Cell:
    return ("", UNKNOWN) if value is None else (str(value), f"{value:.{digits}f}")
