"""Imports: bring in anything, watch it being read, see what became of it, take it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from unload.errors import UnloadError
from unload.service.notebook import Notebook
from unload.service.uploads import PORTION_BYTES_MAX, BadUpload, Sent, sweep
from unload.web.access import for_owner
from unload.web.models import Owner
from unload.web.rendering import page
from unload.web.uploads import desk_of

# What is sent in one go: a few seconds of a slow line, so that a break costs no more.
PORTION_BYTES = 2 * 1024**2
SHOWN = 10  # files that wait are named one by one up to here


@for_owner("GET", "POST")
def imports(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    desk = desk_of(notebook)
    if request.method == "POST":
        sent = request.FILES.getlist("files")
        if not sent:
            raise UnloadError(_("Choose a file first."))
        desk.take(sent, notebook)
        return HttpResponseRedirect(reverse("imports"))
    return page(
        request, notebook, "imports.html", desk=desk, kept=notebook.imports(),
        arriving=notebook.uploads().arriving(), portion_bytes=PORTION_BYTES, shown=SHOWN,
        habit=notebook.habit(),
    )  # fmt: skip


@for_owner("GET")
def progress(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The part of the page that moves while files are read."""
    return page(request, notebook, "imports_progress.html", desk=desk_of(notebook))


@for_owner("POST")
def begin(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """How many bytes of each file are here, or why it is not taken: where its sender goes on."""
    sweep()
    files = list(_files(request.POST))
    return JsonResponse({"files": [_state(notebook, file) for file in files]})


@for_owner("POST")
def portion(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """One portion of one file, sent again as often as need be."""
    content = request.FILES.get("content")
    (file,) = [*_files(request.POST)][:1]
    if content is None:
        raise UnloadError(_("Choose a file first."))
    at, digest = _count(request.POST.get("at", "")), request.POST.get("digest", "")
    safe = notebook.uploads().put(file, at, content.read(PORTION_BYTES_MAX + 1), digest)
    return JsonResponse({"received": safe})


@for_owner("POST")
def read(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Read what has come whole, and go on with what was not read to its end."""
    desk_of(notebook).take_arrived(notebook)
    return HttpResponseRedirect(reverse("imports"))


@for_owner("POST")
def drop(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Throw away what has come and nobody reads."""
    notebook.uploads().drop()
    desk_of(notebook).throw_away()
    return HttpResponseRedirect(reverse("imports"))


@for_owner("POST")
def clock(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Yes: the clock that the habit of the runs hints at is the runner's own."""
    hint = notebook.habit()
    if hint is None:
        raise UnloadError(_("Your runs hint at no other clock."))
    Owner.objects.filter(pk=notebook.owner).update(zone=hint.zone)
    return HttpResponseRedirect(reverse("imports"))


@for_owner("GET")
def an_import(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    return page(request, notebook, "an_import.html", report=notebook.an_import(number))


@for_owner("POST")
def undo_import(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    """Take an import back, exactly."""
    notebook.undo_import(number)
    return HttpResponseRedirect(reverse("imports"))


def _files(sent: QueryDict) -> Iterator[Sent]:
    """The files that a script tells of: their names, sizes and when they were changed."""
    told = [sent.getlist(name) for name in ("said", "size", "changed")]
    if not told[0] or len({len(column) for column in told}) > 1:
        raise UnloadError(_("Choose a file first."))
    for said, size, changed in zip(*told, strict=True):
        yield Sent(said, _count(size), changed)


def _count(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise UnloadError(_("That is not a number.")) from error


def _state(notebook: Notebook, file: Sent) -> dict[str, Any]:
    try:
        return {"received": notebook.uploads().received(file)}
    except BadUpload as refused:
        return {"refused": str(refused)}
