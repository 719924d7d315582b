"""Check-in: twenty seconds with a thumb; what is not answered stays unknown."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unload.errors import UnloadError
from unload.model.body import Region
from unload.model.history import CheckIn, Side
from unload.service.notebook import Notebook, body_figures
from unload.service.places import by_area
from unload.web.access import for_everybody, for_owner
from unload.web.forms import check_in_answers, day_named
from unload.web.pictures import bare
from unload.web.rendering import page, plain_page

ROWS = 4  # sore spots that can be told at once; who has more should be asked by a person
KEY_BYTES = 16
AHEAD = timedelta(days=1)  # where the phone is, tomorrow may have begun
LONGEST_WAIT = timedelta(days=31)  # a phone may lie in a drawer, but not for ever
DIGITS = 18  # of any number that a table gives
VIEWS = ("front", "back", "soles")
NOTHING_SAID = gettext_lazy("Nothing was answered yet.")
Option = tuple[str, str]


@for_owner("GET", "POST")
def check_in(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    error = ""
    if request.method == "POST":
        try:
            answers = check_in_answers(request.POST)
            if answers:
                notebook.record(answers, request.POST.get("key") or None, seen=_seen(request))
                return HttpResponseRedirect(f"{reverse('today')}?said=kept")
            error = str(NOTHING_SAID)
        except UnloadError as wrong:
            error = str(wrong)
    return page(
        request, notebook, "check_in.html", status=400 if error else 200, error=error,
        before=notebook.check_in() or CheckIn(notebook.today),
        key=secrets.token_urlsafe(KEY_BYTES), seen=notebook.revision(), **_asked(),
    )  # fmt: skip


@for_everybody("GET")
def away(request: HttpRequest) -> HttpResponse:
    """The same questions for a phone without a connection; nothing of anybody stands in it."""
    return plain_page(request, "away.html", before=CheckIn(date.min), key="", seen=0, **_asked())


@for_owner("POST")
def queued(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """What waited on a phone, for the day on which it was typed; sent again it changes nothing."""
    day = day_named(request.POST.get("day", ""))
    answers = check_in_answers(request.POST)
    if not answers:
        raise UnloadError(NOTHING_SAID)
    if day is None or not -AHEAD <= notebook.today - day <= LONGEST_WAIT:
        raise UnloadError(_("That check-in is of no day that can still be filled in."))
    notebook.record(answers, request.POST.get("key") or None, day, _seen(request))
    return HttpResponse(status=204)


def _seen(request: HttpRequest) -> int:
    """Which revision stood in the form; a page without a connection has seen none."""
    said = request.POST.get("seen", "")
    return int(said) if said.isdecimal() and len(said) <= DIGITS else 0


def _asked() -> dict[str, Any]:
    """What the form asks with: the body, its places, and how many of them."""
    figures = [bare(body_figures()[view]) for view in VIEWS]
    return {"places": list(_places()), "rows": ROWS, "figures": figures}


def _places() -> Iterator[tuple[str, list[Option]]]:
    """Every place on every side, by area from the crown to the toes."""
    for area, regions in by_area():
        yield area, [o for region in regions for o in _options(region)]


def _options(region: Region) -> Iterator[Option]:
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH) if region.sided else (Side.MIDDLE,)
    for side in sides:
        named = f"{region.name}, {side.value}" if region.sided else region.name
        yield f"{region.key}:{side.value}", named
