"""Doubts: the two futures drawn, and the three answers with what they rest on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from unload.report.chart import svg
from unload.report.compose_argument import belief, compose_argument
from unload.report.two_futures import chart_of, steps_of
from unload.service.notebook import Notebook
from unload.service.supposing import choices_of, supposing
from unload.web.access import for_owner
from unload.web.pictures import bare
from unload.web.rendering import page, words_for
from unload.web.supposing import form_of, supposed_in


@for_owner("GET")
def doubts(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    answer = notebook.advice()
    choices = choices_of(answer)
    wanted, remarks = supposed_in(request.GET, choices)
    if wanted is not None:
        answer = supposing(answer, wanted)
    advice, words, k = answer.advice, words_for(notebook, answer.knowledge), answer.knowledge
    document, futures = compose_argument(advice, words, k, drawn=False), advice.futures
    chart = None if futures is None else chart_of(futures, words)
    return page(
        request, notebook, "doubts.html", document=document, chart=chart,
        picture="" if chart is None else bare(svg(chart)),
        steps=() if futures is None else steps_of(futures, words), remarks=remarks,
        form=None if choices is None else form_of(choices, wanted, words),
        believed=belief(advice.doubts, words),
    )  # fmt: skip
