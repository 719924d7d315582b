"""Who may see what: every route says whom it is for, and every record comes through here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, Protocol, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from unload import service
from unload.errors import UnloadError
from unload.model.history import Race, Runner
from unload.model.plan import Wishes
from unload.service.notebook import Notebook
from unload.web import feed_key, noting
from unload.web.models import Owner

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser


REFUSED = 400


class NotVisible(UnloadError):
    """There is nothing here for this actor; it looks as if there were nothing at all."""


class View(Protocol):
    """A view that says whom it is for and which methods it answers."""

    access: str
    methods: tuple[str, ...]

    def __call__(self, request: HttpRequest, **words: Any) -> HttpResponse: ...


def visible_to(actor: AbstractBaseUser | AnonymousUser) -> Notebook:
    """The records that an actor may see, on the runner's own day; NotVisible where there are none.

    There is no other way to a record: the contracts keep the web from the verbs behind it.
    """
    return _notebook(
        Owner.objects.filter(user=actor.pk).first() if actor.is_authenticated else None
    )


def _notebook(owner: Owner | None) -> Notebook:
    if owner is None:
        raise NotVisible
    zone = owner.zone or None
    race = None
    if owner.race_day is not None and owner.race_m is not None:
        race = Race(owner.race_day, owner.race_m)
    return Notebook(
        owner=owner.pk,
        today=owner.stays_on or datetime.now(service.time_zone(zone)).date(),
        zone=zone,
        units=owner.units,
        race=race,
        keeps_weight=owner.keeps_weight,
        person=Runner(
            weight_kg=owner.weight_kg,
            hr_rest=owner.hr_rest,
            hr_max=owner.hr_max,
            tools=None if owner.tools is None else tuple(owner.tools),
            minutes=owner.minutes,
            week_start=owner.week_start,
        ),
        wishes=Wishes(never=frozenset(owner.never or ())),
        language=owner.language,
    )


def for_owner(*methods: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """A page for the owner alone; whoever is not signed in is asked to, all others find nothing.

    After whatever the owner changed, the answer that follows from it is noted.
    """

    def declare(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **words: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                wanted = {"next": request.path} if request.method == "GET" else {}
                query = f"?{urlencode(wanted)}" if wanted else ""
                return HttpResponseRedirect(f"{reverse('sign_in')}{query}")
            notebook = _notebook(getattr(request.user, "owner", None))  # `accounts` has asked
            if _method(request) not in methods:
                return _not_so(request, methods)
            answer = view(request, notebook, **words)
            if request.method == "POST" and answer.status_code < REFUSED:
                noting.soon(lambda: visible_to(request.user))
            return answer

        return _declared(guarded, "owner", methods)

    return declare


def for_bearer(*methods: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """A page for whoever has the key in its address: no account, no session, no cookie.

    Whoever has another finds nothing there. Such a page shows nothing but what it was made for.
    """

    def declare(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, key: str) -> HttpResponse:
            notebook = _notebook(feed_key.owner_of(key))
            if _method(request) not in methods:
                return _not_so(request, methods)
            return view(request, notebook)

        return _declared(guarded, "bearer", methods)

    return declare


def for_everybody(*methods: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """A page that shows nothing of anybody."""

    def declare(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def answering(request: HttpRequest, **words: Any) -> HttpResponse:
            if _method(request) not in methods:
                return _not_so(request, methods)
            return view(request, **words)

        return _declared(answering, "everybody", methods)

    return declare


def _not_so(request: HttpRequest, methods: tuple[str, ...]) -> HttpResponse:
    """For whoever loads once more what only a button sends."""
    response = render(request, "405.html", status=405)
    response.headers["Allow"] = ", ".join(methods)
    return response


def _method(request: HttpRequest) -> str:
    """HEAD is GET without its body."""
    return "GET" if request.method == "HEAD" else str(request.method)


def _declared(view: Any, access: str, methods: tuple[str, ...]) -> View:
    view.access, view.methods = access, methods
    return cast(View, view)
