"""Work it out: how sore it is, step by step, how sore it is then; by list or by the player."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from markupsafe import Markup

from unload.errors import UnloadError
from unload.model.body import Routine, Step
from unload.model.complaint import Worked
from unload.model.history import Side, SoreSpot
from unload.model.phrase import Phrase
from unload.report.compose_body import compose_body, compose_workout
from unload.report.document import Document, Entry
from unload.report.steps import title_of
from unload.report.words import Words
from unload.service.notebook import Notebook, Workout, body_figures, knowledge
from unload.service.played_elsewhere import (
    changes_of,
    eased_of,
    listed,
    replayed,
    rows_of,
    steps_of,
)
from unload.web.access import for_owner
from unload.web.check_in import AHEAD, KEY_BYTES, LONGEST_WAIT
from unload.web.forms import events_told, hurts_told, pain_told
from unload.web.pictures import shown
from unload.web.rendering import page, words_for

SALT = "unload.work-it-out"
KEY_MOST = 64
LISTED = ("routine", "sources")  # sections that the page sets in its own way, or last


@dataclass(frozen=True, slots=True)
class Given:
    """What a page was made of and sends back, signed: the day, its steps, and the sore spots."""

    day: date
    steps: tuple[Step, ...]
    sites: tuple[tuple[str, str], ...]

    def soreness(self, sent: QueryDict) -> tuple[Worked, ...]:
        """How sore each spot was before and after, as far as it was told."""
        return tuple(
            Worked(self.day, region, Side(side), *_pains(sent, number))
            for number, (region, side) in enumerate(self.sites)
        )


def _pains(sent: QueryDict, number: int) -> tuple[float | None, float | None]:
    return pain_told(sent, f"before-{number}"), pain_told(sent, f"after-{number}")


@for_owner("GET", "POST")
def work_it_out(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The steps; with the soreness before them they are chosen anew, and nothing is kept yet."""
    before: tuple[Worked, ...] = ()
    if request.method == "POST":
        if "begin" not in request.POST:
            _keep(request.POST, notebook)
            return HttpResponseRedirect(reverse("work_it_out"))
        before = _given(request.POST).soreness(request.POST)
    workout = notebook.workout(before)
    if workout.routine is not None:
        return _steps(request, notebook, workout, workout.routine, before)
    document = compose_body(workout.look, words_for(notebook, knowledge()), knowledge())
    return page(request, notebook, "work_it_out_not.html", workout=workout, document=document)


def _steps(
    request: HttpRequest, notebook: Notebook, workout: Workout, routine: Routine,
    before: tuple[Worked, ...],
) -> HttpResponse:  # fmt: skip
    """The page with the steps, and with all that the player needs."""
    k, look = knowledge(), workout.look
    words = words_for(notebook, k)
    document = compose_workout(routine, look, words, k)
    return page(
        request, notebook, "work_it_out.html", workout=workout, document=document, before=before,
        begun=request.method == "POST", key=secrets.token_urlsafe(KEY_BYTES),
        given=_sealed(workout, routine, notebook.today), names=_names(workout, words),
        steps=_rows(document, routine, words), after_steps=_listed(document)[len(routine.steps) :],
        parts=[part for part in document.sections if part.key not in LISTED],
        sources=[part for part in document.sections if part.key == "sources"],
        figures=_figures(look.spots, routine, words),
        play=_play(workout, routine, words, notebook.today),
    )  # fmt: skip


@for_owner("POST")
def worked(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """A session that waited on a phone; sent again it changes nothing."""
    _keep(request.POST, notebook)
    return HttpResponse(status=204)


def _keep(sent: QueryDict, notebook: Notebook) -> None:
    """Play once more what was played, and keep what it comes to."""
    given, k = _given(sent), knowledge()
    if not -AHEAD <= notebook.today - given.day <= LONGEST_WAIT:
        raise UnloadError(_("That session is of no day that can still be filled in."))
    if log := sent.get("log"):
        play = replayed(events_told(log), given.steps, given.day, k)
    else:
        play = listed(hurts_told(sent, len(given.steps)), given.steps, given.day, k)
    key = sent.get("key", "")[:KEY_MOST] or secrets.token_urlsafe(KEY_BYTES)
    notebook.keep_workout(key, play, given.soreness(sent))


def _sealed(workout: Workout, routine: Routine, day: date) -> str:
    """What the page is made of, signed, so that it comes back as it was and nothing is stored."""
    sites = [(spot.region, spot.side.value) for spot in workout.sore]
    told = {"day": day.isoformat(), "steps": rows_of(routine.steps), "sites": sites}
    return signing.dumps(told, salt=SALT, compress=True)


def _known_by(workout: Workout, routine: Routine) -> str:
    """What tells these steps for these spots from any others, and nobody else what they are."""
    told = json.dumps([rows_of(routine.steps), [(s.region, s.side.value) for s in workout.sore]])
    return salted_hmac(SALT, told).hexdigest()


def _given(sent: QueryDict) -> Given:
    try:
        told = signing.loads(sent.get("given", ""), salt=SALT)
    except signing.BadSignature as error:
        raise UnloadError(_("That is no page of ours. Open it once more.")) from error
    steps = steps_of(told["steps"], knowledge())
    return Given(date.fromisoformat(told["day"]), steps, tuple(map(tuple, told["sites"])))


def _figures(
    spots: Iterable[SoreSpot], routine: Routine, words: Words
) -> list[tuple[Markup, bool]]:
    """For each place the first view that shows it, each once; and whether a sore spot is in it."""
    sore = dict.fromkeys(map(_view_of, (spot.region for spot in spots)))
    worked = dict.fromkeys(map(_view_of, (step.technique.region for step in routine.steps)))
    return [(shown(figure, spots, words), figure in sore) for figure in sore | worked]


def _view_of(region: str) -> str:
    return next(f for f in body_figures().values() if f'data-region="{region}"' in f)


def _play(workout: Workout, routine: Routine, words: Words, day: date) -> str:
    """What the player needs to know, in numbers and in words."""
    steps, k = routine.steps, knowledge()
    eased, told = eased_of(steps, k), set[str]()
    rows = []
    for number, step in enumerate(steps):
        again = step.technique.key in told
        told.add(step.technique.key)
        rows.append(_step(step, words, number=number + 1, steps=len(steps), again=again))
        rows[-1]["eased"] = _limit("eased", eased[number], words)
    says = {
        "rest": _("# left"), "last": _say("last", words), "done": _say("done", words),
        "ready": _("Lie right, then start."), "paused": _("Paused."), "start": _("Start"),
        "pause": _("Pause"), "go_on": _("Go on"),
        "resume": _("Go on where you stopped (#)"), "before": _("Before it"),
    }  # fmt: skip
    which = {"day": day.isoformat(), "routine": _known_by(workout, routine)}
    return json.dumps({**which, "steps": rows, "changes": changes_of(steps, k), "says": says})


def _step(step: Step, words: Words, *, number: int, steps: int, again: bool) -> dict[str, Any]:
    """One step; how it is done is spoken the first time."""
    technique, title = step.technique, _capital(title_of(step, words))
    how = f"{technique.position} {technique.stroke}"
    rounds = [_say("set", words, number=n + 1, sets=step.sets) for n in range(step.sets)]
    return {
        "title": title, "how": how, "spoken": f"{title}." if again else f"{title}. {how}",
        "seconds": step.seconds, "sets": step.sets, "region": technique.region,
        "side": step.side.value, "limit": _limit("limit", step.limit, words),
        "number": _say("step", words, number=number, steps=steps),
        "rounds": rounds if step.sets > 1 else [""],
        "change": _say("change", words, tool=technique.tool.replace("-", " ")),
        "next": _say("next", words, step=title_of(step, words)),
        "hurts": _say("hurts", words, step=title_of(step, words)),
    }  # fmt: skip


def _limit(key: str, limit: float | None, words: Words) -> str:
    return "" if limit is None else _say(key, words, limit=limit)


def _say(key: str, words: Words, **values: float | str) -> str:
    return words.say(Phrase(f"play.{key}", dict(values)))


def _names(workout: Workout, words: Words) -> list[str]:
    """The sore spots as the runner calls them."""
    return [_capital(words.spot(spot.region, spot.side.value)) for spot in workout.sore]


def _rows(document: Document, routine: Routine, words: Words) -> list[tuple[Entry, str]]:
    """Each step as it is listed, with the question that follows "that hurts"."""
    asked = [_say("hurts", words, step=title_of(step, words)) for step in routine.steps]
    return list(zip(_listed(document), asked, strict=False))


def _listed(document: Document) -> list[Any]:
    """The steps as entries, and below them what was asked for besides and what is left out."""
    return [block for part in document.sections if part.key == "routine" for block in part.blocks]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
