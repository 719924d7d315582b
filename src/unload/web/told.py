"""Told: what was said of each day, as it was said then, and what is known about it by now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse

from unload import service
from unload.errors import NoRuns
from unload.model.advice import Advice
from unload.model.told import ToldVerdict
from unload.report.told import numbers, since_then
from unload.service.notebook import Notebook, knowledge
from unload.web.access import NotVisible, for_owner
from unload.web.forms import day_named
from unload.web.rendering import page, words_for

MOST = 60  # days on one page


@for_owner("GET")
def told(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The days, the newest first."""
    days = notebook.told_days(day_named(request.GET.get("before", "")), most=MOST + 1)
    earlier = days[MOST - 1].day if len(days) > MOST else None
    asked = "before" in request.GET
    return page(request, notebook, "told.html", days=days[:MOST], earlier=earlier, asked=asked)


@for_owner("GET")
def told_day(request: HttpRequest, notebook: Notebook, day: str) -> HttpResponse:
    """One day word for word; thought out anew where that is asked for, or knowledge has changed."""
    asked, newest, before = _tellings(notebook, day)
    then, behind = notebook.on(asked), numbers(newest.said, service.constants())
    anew, words = _anew(then, newest, "anew" in request.GET), words_for(then, knowledge())
    keys = dict.fromkeys(key for reason in newest.said["reasons"] for key in reason["sources"])
    days = (newest.said["week"] or {"days": ()})["days"]
    return page(
        request, notebook, "told_day.html", day=asked, newest=newest, before=before,
        week=[date.fromisoformat(one["date"]) for one in days], behind=behind,
        since=since_then(newest, behind, words, anew),
        anew="" if anew is None else words.say(anew.verdict.says),
        numbered={key: number for number, key in enumerate(keys, 1)},
        zone=service.time_zone(notebook.zone),
    )  # fmt: skip


def _tellings(notebook: Notebook, named: str) -> tuple[date, ToldVerdict, Sequence[ToldVerdict]]:
    """The day, what was told of it last, and what was told before that."""
    day = day_named(named)
    tellings = () if day is None else notebook.told_of(day)
    if day is None or not tellings:
        raise NotVisible
    return day, tellings[0], tellings[1:]


def _anew(then: Notebook, newest: ToldVerdict, asked: bool) -> Advice | None:
    """The day as it looks by now; None where nobody asks, or where nothing of it is left."""
    if not asked and newest.knowledge_version == knowledge().version:
        return None
    try:
        return then.advice().advice
    except NoRuns:
        return None
