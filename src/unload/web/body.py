"""Body: the map, what must be asked first, what is worth checking, and the routine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from unload.model.body import ScreenResult
from unload.model.complaint import Look
from unload.model.constants import Knowledge
from unload.model.history import CheckIn
from unload.model.specialist import Specialist
from unload.report.compose_body import compose_body, screens_of
from unload.report.words import Words
from unload.service.notebook import Notebook, body_figures, knowledge
from unload.web.access import for_owner
from unload.web.forms import flag_answers, results_told
from unload.web.hand_over import sets_pages
from unload.web.pictures import holds_any, shown, sides_of, told_of
from unload.web.rendering import page, words_for
from unload.web.sore_weeks import SoreWeek, sore_weeks

ALWAYS_SHOWN = ("front", "back")
LONG = 4  # digits of a number that no slider has
DRAWN_INSTEAD = "where"  # the section with the body in characters


@for_owner("GET", "POST")
def body(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    if request.method == "POST":
        _keep(request.POST, notebook, knowledge())
        return HttpResponseRedirect(reverse("body"))
    look, k = notebook.look(), knowledge()
    words = words_for(notebook, k)
    document, standing, found = compose_body(look, words, k), notebook.standing(), notebook.found()
    return page(
        request, notebook, "body.html", document=document, look=look,
        **_map(look, notebook.everything()[1], _back(request), words),
        withdrawn=[flag for flag in k.red_flags if standing.get(flag.key)],
        screens=[(screen, *found.get(screen.key, (None, None))) for screen in screens_of(look, k)],
        pdf=sets_pages(), readers=_readers(),
        where=[s for s in document.sections if s.key == DRAWN_INSTEAD],
    )  # fmt: skip


def _keep(sent: QueryDict, notebook: Notebook, k: Knowledge) -> None:
    """Keep the answers to the questions, and what self-tests found that is new."""
    answers = flag_answers(sent, {flag.key for flag in k.red_flags})
    if answers:
        notebook.answer_flags(answers)
    if results := results_told(sent, k.screens):
        notebook.keep_found([r for r in results if _is_new(r, notebook.found())])


def _map(look: Look, check_ins: Iterable[CheckIn], back: int, words: Words) -> dict[str, Any]:
    """The views of the body, as it was so many weeks back, and every week of the slider."""
    weeks = sore_weeks(look, check_ins)
    back = min(back, len(weeks) - 1)
    every = [spot for week in weeks for spot in week.spots]
    figures = body_figures().items()
    drawn = [f for view, f in figures if view in ALWAYS_SHOWN or holds_any(f, every)]
    return {
        "figures": [shown(figure, weeks[back].spots, words) for figure in drawn],
        "back": back,
        "weeks": [_told(week, words) for week in weeks],
    }


def _is_new(result: ScreenResult, found: Mapping[str, tuple[date, ScreenResult]]) -> bool:
    """Whether a result says something else than what stands; nothing said of nothing is not new."""
    nothing = None, ScreenResult(result.screen)
    return found.get(result.screen, nothing)[1] != result


def _back(request: HttpRequest) -> int:
    """How many weeks back the map is to be shown; today where nothing that can be is asked."""
    asked = request.GET.get("back", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < LONG else 0


def _told(week: SoreWeek, words: Words) -> dict[str, Any]:
    """One stop of the slider: its days, what was sore in words, and where on the map."""
    days = [words.day(day) for day in (week.first_day, week.last_day)]
    sides = ((spot, side) for spot in week.spots for side in sides_of(spot))
    return {
        "days": _("Today") if week.first_day == week.last_day else " – ".join(days),
        "told": told_of(week.spots, words),
        "marks": [f"{spot.region}:{side}" for spot, side in sides],
    }


def _readers() -> dict[str, str]:
    """Whom the page can be for."""
    return {
        Specialist.MASSAGE: _("a sports massage"),
        Specialist.PHYSIO: _("a physio"),
        Specialist.DOCTOR: _("a doctor"),
    }
