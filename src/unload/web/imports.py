"""Imports: bring in anything, watch it being read, see what became of it, take it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from unload.errors import UnloadError
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.rendering import page
from unload.web.uploads import DESK


@for_owner("GET", "POST")
def imports(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    if request.method == "POST":
        sent = request.FILES.getlist("files")
        if not sent:
            raise UnloadError(_("Choose a file first."))
        DESK.take(sent, notebook)
        return HttpResponseRedirect(reverse("imports"))
    return page(request, notebook, "imports.html", desk=DESK, kept=notebook.imports())


@for_owner("GET")
def progress(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The part of the page that moves while files are read."""
    return page(request, notebook, "imports_progress.html", desk=DESK)


@for_owner("GET")
def an_import(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    return page(request, notebook, "an_import.html", report=notebook.an_import(number))


@for_owner("POST")
def undo_import(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    """Take an import back, exactly."""
    notebook.undo_import(number)
    return HttpResponseRedirect(reverse("imports"))
