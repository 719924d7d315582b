"""Doubts: the two futures drawn, and the three answers with what they rest on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from unload.report.chart import svg
from unload.report.compose_argument import compose_argument
from unload.report.two_futures import chart_of
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.pictures import bare
from unload.web.rendering import page, words_for

# What a terminal draws with characters stands here as a picture with its own key.
DRAWN_INSTEAD = ("futures-drawn", "futures-signs")


@for_owner("GET")
def doubts(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    answer = notebook.advice()
    advice, words = answer.advice, words_for(notebook, answer.knowledge)
    document = compose_argument(advice, words, answer.knowledge)
    chart = None if advice.futures is None else chart_of(advice.futures, words)
    return page(
        request, notebook, "doubts.html", document=document, chart=chart,
        picture="" if chart is None else bare(svg(chart)),
        sections=[s for s in document.sections if s.key not in DRAWN_INSTEAD],
    )  # fmt: skip
