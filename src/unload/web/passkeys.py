"""Passkeys, on Me: add one, see when each was used, remove one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from unload.service.notebook import Notebook
from unload.web import ceremonies
from unload.web.access import for_owner
from unload.web.again import knows_password
from unload.web.forms import NewPasskey, PasswordAgain
from unload.web.models import Passkey
from unload.web.rendering import page


@for_owner("GET")
def passkeys(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Those there are, and the way to another."""
    return _passkeys(request, notebook, NewPasskey())


@for_owner("POST")
def begin_passkey(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The challenge for a new passkey, for whoever knows the password."""
    user, form = User.objects.get(owner=notebook.owner), PasswordAgain(request.POST)
    place = ceremonies.place_of(request)
    if place is None:
        return JsonResponse({"says": _("Passkeys do not work at this address.")}, status=400)
    if not knows_password(form, user):
        return JsonResponse({"says": form.errors["password"][0]}, status=400)
    return JsonResponse(ceremonies.ask_to_make(request, place, user))


@for_owner("POST")
def add_passkey(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Keep the passkey that the browser made."""
    user, form = User.objects.get(owner=notebook.owner), NewPasskey(request.POST)
    place = ceremonies.place_of(request)
    if form.is_valid() and place is not None:
        told = form.cleaned_data
        if ceremonies.make(request, place, user, told["name"], told["answer"]):
            return HttpResponseRedirect(f"{reverse('passkeys')}?said=added")
        form.add_error(None, _("That did not work. Nothing was kept; try it once more."))
    return _passkeys(request, notebook, form, status=400)


@for_owner("POST")
def remove_passkey(request: HttpRequest, notebook: Notebook, number: int) -> HttpResponse:
    """It lets nobody in any more."""
    Passkey.objects.filter(user__owner=notebook.owner, pk=number).delete()
    return HttpResponseRedirect(f"{reverse('passkeys')}?said=removed")


def _passkeys(
    request: HttpRequest, notebook: Notebook, form: NewPasskey, *, status: int = 200
) -> HttpResponse:
    told: dict[str, Any] = {
        "password": PasswordAgain(),
        "kept": Passkey.objects.filter(user__owner=notebook.owner).order_by("made"),
        "works": ceremonies.place_of(request) is not None,
        "elsewhere": ceremonies.better_address(request),
        "said": request.GET.get("said", ""),
    }
    return page(
        request, notebook, "passkeys.html", status=status, form=form, here="passkeys", **told
    )
