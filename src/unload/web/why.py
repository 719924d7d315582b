"""Why: the reasons of the verdict, what it does not know, and every number behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from django.http import HttpRequest, HttpResponse

from unload import service
from unload.model.constants import STAGES
from unload.model.evidence import Constant, Source
from unload.report.audit_screen import year_of
from unload.report.compose import compose
from unload.service.notebook import Notebook
from unload.service.proof import numbers as audit_numbers
from unload.web.access import for_owner
from unload.web.rendering import page, words_for

NEWEST = 5  # days of which Why names what was told; all are a click away
SHOWN = ("flags", "why", "limits", "sources")
Told = tuple[Constant, Source | None]


@for_owner("GET")
def why(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    answer = notebook.advice()
    document = compose(answer.advice, words_for(notebook, answer.knowledge), answer.knowledge)
    used = (c for reason in answer.advice.verdict.reasons for c in reason.constants)
    return page(
        request, notebook, "why.html", document=document, used=list(_told(dict.fromkeys(used))),
        version=answer.advice.knowledge_version, told=notebook.told_days(most=NEWEST),
        sections=[s for s in document.sections if s.key in SHOWN],
    )  # fmt: skip


@for_owner("GET")
def numbers(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Every constant of the science, stage by stage."""
    known = {constant.name: constant for constant in service.constants()}
    stages = [
        (stage, list(_told(known[f.name] for f in fields(cls) if f.name in known)))
        for stage, cls in STAGES.items()
    ]
    return page(request, notebook, "numbers.html", stages=stages, count=len(known))


@for_owner("GET")
def year(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The runner's own year: half a second of thinking, and so a page of its own."""
    found = year_of(notebook.year(), words_for(notebook), audit_numbers())
    return page(request, notebook, "year.html", year=found)


def _told(constants: Iterable[Constant]) -> Iterator[Told]:
    """Each constant with its source."""
    return ((constant, service.source(constant.source)) for constant in constants)
