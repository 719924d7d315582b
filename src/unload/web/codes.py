"""Codes from a phone, on Me: turn them on and off, and recovery codes that are shown once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from markupsafe import Markup

from unload.service.notebook import Notebook
from unload.web import phone_codes, recovery
from unload.web.access import for_owner
from unload.web.again import knows_password
from unload.web.forms import OneCode, PasswordAgain
from unload.web.rendering import page


@for_owner("GET")
def codes(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Whether codes are asked for, and what can be done about it."""
    return _codes(request, notebook)


@for_owner("POST")
def begin_codes(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """A secret for the phone, which waits for its first code."""
    user, form = _account(notebook), PasswordAgain(request.POST)
    if not knows_password(form, user):
        return _codes(request, notebook, password=form, status=400)
    phone_codes.begin(user)
    return HttpResponseRedirect(reverse("codes"))


@for_owner("POST")
def confirm_codes(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The first code: from now on they are asked for, and the recovery codes are shown."""
    user, form = _account(notebook), OneCode(request.POST)
    if not form.is_valid() or not phone_codes.confirm(user, form.cleaned_data["code"]):
        form.add_error("code", _("That is not the code that the phone shows now."))
        return _codes(request, notebook, code=form, status=400)
    return _shown(request, notebook)


@for_owner("POST")
def renew_codes(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Other recovery codes; those before count no more."""
    user, form = _account(notebook), PasswordAgain(request.POST)
    if not knows_password(form, user) or phone_codes.since(user) is None:
        return _codes(request, notebook, password=form, status=400)
    return _shown(request, notebook)


@for_owner("POST")
def stop_codes(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The password alone is enough again."""
    user, form = _account(notebook), PasswordAgain(request.POST)
    if not knows_password(form, user):
        return _codes(request, notebook, password=form, status=400)
    phone_codes.turn_off(user)
    return HttpResponseRedirect(f"{reverse('codes')}?said=off")


def _codes(
    request: HttpRequest, notebook: Notebook, *, status: int = 200, **sent: Any
) -> HttpResponse:
    """The page as things stand, with the form that was sent and what was wrong in it."""
    user = _account(notebook)
    secret = phone_codes.begun(user)
    told = None if secret is None else phone_codes.address(secret, user)
    return page(
        request, notebook, "codes.html", status=status, here="codes", since=phone_codes.since(user),
        left=recovery.left(user), secret=secret and _grouped(secret.secret), address=told,
        picture=told and Markup(phone_codes.picture(told)),  # noqa: S704 # drawn here
        said=request.GET.get("said", ""),
        **{"password": PasswordAgain(), "code": OneCode(), **sent},
    )  # fmt: skip


def _shown(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """New recovery codes, this once."""
    made = recovery.new_codes(_account(notebook))
    return page(request, notebook, "recovery_codes.html", made=made, here="codes")


def _account(notebook: Notebook) -> User:
    return User.objects.get(owner=notebook.owner)


def _grouped(secret: str) -> str:
    """In fours, to be typed from."""
    return " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
