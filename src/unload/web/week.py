"""Week: before and after day by day, taken whole or in part, moved, given back; as files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from unload.errors import UnloadError
from unload.model.phrase import Phrase
from unload.model.plan import UnloadingWeek
from unload.report import week_files
from unload.report.citations import Citations, Desk
from unload.report.compose_week import week_section
from unload.report.document import Entry, Grid
from unload.report.words import Words
from unload.service.notebook import ASK_FIRST, NO_WEEK, Notebook
from unload.web import feed_key
from unload.web.access import NotVisible, for_owner
from unload.web.days import days_of, move_named, movers_of, waits_for
from unload.web.rendering import page, words_for

WEEKDAYS = frozenset("0123456")  # 0 = Monday, as the form sends them
Writer = Callable[[UnloadingWeek, Words, datetime], bytes]


@for_owner("GET")
def week(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    return _shown(request, notebook, anyway="anyway" in request.GET)


def _shown(
    request: HttpRequest, notebook: Notebook, *, anyway: bool, refused: Phrase | None = None
) -> HttpResponse:
    """The page, with why a move was refused."""
    answer = notebook.advice(force=anyway)
    advice, words = answer.advice, words_for(notebook, answer.knowledge)
    first = None if advice.week is None else advice.week.after.days[0].day
    taken = frozenset() if first is None else notebook.taken_days(first)
    section = week_section(
        Desk(advice, words, answer.knowledge, Citations(answer.knowledge.sources))
    )
    blocks = () if section is None else section.blocks
    days = days_of(advice.week, words, taken)
    return page(
        request, notebook, "week.html", anyway=anyway, taken=taken, section=section,
        days=days, movers=movers_of(days, notebook.ways(force=anyway), words),
        changes=notebook.changes(), undoes=notebook.undoes(), said=request.GET.get("said", ""),
        feed_since=feed_key.since(notebook.owner),
        refused="" if refused is None else words.say(refused), status=400 if refused else 200,
        runs={} if advice.week is None else week_files.runs(advice.week, words),
        foot=[row for grid in blocks if isinstance(grid, Grid) for row in grid.foot],
        notes=[entry for entry in blocks if isinstance(entry, Entry)],
        waits=waits_for(advice),
    )  # fmt: skip


@for_owner("POST")
def accept(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Take the ticked days."""
    ticked = [int(day) for day in request.POST.getlist("day") if day in WEEKDAYS]
    if not ticked:
        return HttpResponseRedirect(reverse("week"))
    notebook.accept(ticked, force="anyway" in request.POST)
    return HttpResponseRedirect(reverse("week"))


@for_owner("POST")
def move(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Put a session on another day: what the form sends, and what a drag sends."""
    anyway = "anyway" in request.POST
    wanted = move_named(request.POST.get("session", ""), request.POST.get("to", ""))
    refused = None if wanted is None else notebook.move(wanted, force=anyway)
    if refused is not None:
        return _shown(request, notebook, anyway=anyway, refused=refused)
    return HttpResponseRedirect(reverse("week") + ("?said=moved" if wanted else ""))


@for_owner("POST")
def give_back(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Undo what was accepted or moved last."""
    notebook.give_back()
    return HttpResponseRedirect(reverse("week"))


@for_owner("GET")
def calendar(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The week as a calendar file; its titles never speak of the body."""
    return _file(notebook, "week.ics", "text/calendar", week_files.calendar)


@for_owner("GET")
def workouts(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The runs as workouts for a watch, in one zip."""
    return _file(notebook, "week.zip", "application/zip", week_files.workouts)


@for_owner("GET")
def workout(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    """One run as a workout for a watch."""
    written, words = _written(notebook)
    found = week_files.workout(written, number, words, datetime.now(UTC))
    if found is None:
        raise NotVisible
    name, content = found
    return _sent(name, "application/octet-stream", content)


def _file(notebook: Notebook, name: str, kind: str, write: Writer) -> HttpResponse:
    written, words = _written(notebook)
    return _sent(name, kind, write(written, words, datetime.now(UTC)))


def _written(notebook: Notebook) -> tuple[UnloadingWeek, Words]:
    """The week that goes out as files; UnloadError where there is none."""
    answer = notebook.advice()
    if answer.advice.week is None:
        raise UnloadError(ASK_FIRST if answer.advice.questions else NO_WEEK)
    return answer.advice.week, words_for(notebook, answer.knowledge, notebook.language)


def _sent(name: str, kind: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
