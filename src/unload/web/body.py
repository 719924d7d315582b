"""Body: the map, what must be asked first, what is worth checking, and the routine."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from unload.model.body import ScreenResult
from unload.report.compose_body import compose_body, screens_of
from unload.service.notebook import Notebook, body_figures, knowledge
from unload.web.access import for_owner
from unload.web.forms import flag_answers, results_told
from unload.web.pictures import holds_any, shown
from unload.web.rendering import page, words_for

ALWAYS_SHOWN = ("front", "back")
DRAWN_INSTEAD = "where"  # the section with the body in characters


@for_owner("GET", "POST")
def body(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    k = knowledge()
    if request.method == "POST":
        answers = flag_answers(request.POST, {flag.key for flag in k.red_flags})
        if answers:
            notebook.answer_flags(answers)
        if results := results_told(request.POST, k.screens):
            notebook.keep_found([r for r in results if _is_new(r, notebook.found())])
        return HttpResponseRedirect(reverse("body"))
    look, words = notebook.look(), words_for(notebook, k)
    document = compose_body(look, words, k)
    figures = body_figures().items()
    drawn = [f for view, f in figures if view in ALWAYS_SHOWN or holds_any(f, look.spots)]
    standing, found = notebook.standing(), notebook.found()
    return page(
        request, notebook, "body.html", document=document, look=look,
        figures=[shown(figure, look.spots, words) for figure in drawn],
        withdrawn=[flag for flag in k.red_flags if standing.get(flag.key)],
        screens=[(screen, *found.get(screen.key, (None, None))) for screen in screens_of(look, k)],
        where=[s for s in document.sections if s.key == DRAWN_INSTEAD],
    )  # fmt: skip


def _is_new(result: ScreenResult, found: Mapping[str, tuple[date, ScreenResult]]) -> bool:
    """Whether a result says something else than what stands; nothing said of nothing is not new."""
    nothing = None, ScreenResult(result.screen)
    return found.get(result.screen, nothing)[1] != result
