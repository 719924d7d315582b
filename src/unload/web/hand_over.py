"""The page for whoever looks at it: a massage, a physio or a doctor; as PDF and as JSON."""

from __future__ import annotations

import json
from importlib.util import find_spec

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from unload.errors import UnloadError
from unload.model.specialist import Specialist
from unload.report.hand_over import hand_over_dict
from unload.report.hand_over_pdf import NoPdf, hand_over_pdf
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.rendering import message, words_for

PAPERS = {"km": "a4", "mi": "letter"}


def sets_pages() -> bool:
    """Whether the part that sets PDFs is installed."""
    return find_spec("typst") is not None


@for_owner("GET")
def hand_over(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """One sheet."""
    told = notebook.hand_over(_reader(request))
    words, paper = words_for(notebook, told.knowledge), PAPERS[notebook.units]
    try:
        sheet = hand_over_pdf(told.hand_over, words, told.knowledge, told.figures, paper)
    except NoPdf:
        says = _("A PDF needs one more part here: pip install 'unload[pdf]'. Body has it as JSON.")
        return message(request, says, status=501)
    return _file(sheet.made, "application/pdf", "hand-over.pdf")


@for_owner("GET")
def hand_over_json(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The same for a program."""
    told = notebook.hand_over(_reader(request))
    plain = hand_over_dict(told.hand_over, words_for(notebook, told.knowledge), told.knowledge)
    text = json.dumps(plain, indent=1, ensure_ascii=False)
    return _file(text.encode(), "application/json", "hand-over.json")


def _reader(request: HttpRequest) -> Specialist:
    try:
        return Specialist(request.GET.get("for", Specialist.PHYSIO))
    except ValueError as error:
        raise UnloadError(_("The page is for a massage, a physio or a doctor.")) from error


def _file(made: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(made, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
