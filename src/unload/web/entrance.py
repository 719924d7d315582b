"""The door: the first account by a code from the console, signing in and out, a new password."""

from __future__ import annotations

from django.contrib.auth import (
    authenticate,
    login,
    logout,
    update_session_auth_hash,
)
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from unload.service.notebook import Notebook
from unload.web import ceremonies, feed_key, half_in, phone_codes, recovery
from unload.web.access import for_everybody, for_owner
from unload.web.again import knows_password
from unload.web.forms import NewPassword, OneCode, SignIn, Start
from unload.web.models import Owner, Passkey
from unload.web.one_time_code import CODE
from unload.web.patience import came_in, may_try, was_wrong
from unload.web.policy import CLEARED
from unload.web.rendering import page, plain_page

WELCOME, HALF_IN, REFUSED, TOO_MANY = 200, 202, 400, 429


@for_everybody("GET", "POST")
def start(request: HttpRequest) -> HttpResponse:
    """The first account, or a new password for it, with the code that stands on the console."""
    form = Start(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _start_page(request, form, 400 if request.method == "POST" else 200)
    if not CODE.accepts(form.cleaned_data["code"]):
        form.add_error("code", _("That is not the code on the console."))
        return _start_page(request, form, 400)
    account = _account(form.cleaned_data["name"], form.cleaned_data["password"])
    CODE.used()
    login(request, account)
    return HttpResponseRedirect(reverse("today"))


def _start_page(request: HttpRequest, form: Start, status: int) -> HttpResponse:
    told = {"form": form, "waits": CODE.waits, "known": Owner.objects.exists()}
    return plain_page(request, "start.html", status=status, **told)


def _account(name: str, password: str) -> User:
    """The owner's account under this name and password, made where there is none yet.

    Whoever has the machine comes in, so nothing else that was asked for at the door stays; and
    whoever has lost hold of it shuts every door by this, that of the calendar too.
    """
    with transaction.atomic():
        owner = Owner.objects.select_related("user").first()
        user = User() if owner is None else owner.user
        user.username = name
        user.set_password(password)
        user.save()
        phone_codes.turn_off(user)
        Passkey.objects.filter(user=user).delete()
        if owner is None:
            Owner.objects.create(user=user)
        else:
            feed_key.turn_off(owner.pk)
    return user


@for_everybody("GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The same words whether the name or the password was wrong."""
    if not Owner.objects.exists():
        return HttpResponseRedirect(reverse("start"))
    form, status = SignIn(request.POST or None), 200
    if request.method == "POST":
        status = _tried(request, form)
        if status in (WELCOME, HALF_IN):
            there = _onward(request) if status == WELCOME else reverse("second_step")
            return HttpResponseRedirect(there)
    return _sign_in_page(request, form, status)


def _sign_in_page(request: HttpRequest, form: SignIn, status: int, says: str = "") -> HttpResponse:
    told = {
        "says": says,
        "next": request.GET.get("next", request.POST.get("next", "")),
        "works": ceremonies.place_of(request) is not None,
        "elsewhere": ceremonies.better_address(request),
    }
    return plain_page(request, "sign_in.html", form=form, status=status, **told)


def _tried(request: HttpRequest, form: SignIn) -> int:
    """Sign in with what was typed: the status of the answer, and in the form why it is not open."""
    if not form.is_valid():
        return REFUSED
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    if not may_try(name):
        form.add_error(None, _("Too many wrong passwords; wait a little and try again."))
        return TOO_MANY
    user = authenticate(request, username=name, password=password)
    if user is None:
        was_wrong(name)
        form.add_error(None, _("The name or the password is not right."))
        return REFUSED
    if phone_codes.since(user) is not None:
        half_in.begin(request, user, _onward(request))
        return HALF_IN
    came_in(name)
    login(request, user)
    return WELCOME


@for_everybody("GET", "POST")
def second_step(request: HttpRequest) -> HttpResponse:
    """The code from the phone, or a recovery code, once the password was right."""
    form, status, half = OneCode(request.POST or None), 200, half_in.waiting(request)
    if request.method == "POST":
        status = REFUSED if half is None else _proved(request, form, half[0])
        if half is not None and status == WELCOME:
            return HttpResponseRedirect(half[1])
    return plain_page(request, "second_step.html", form=form, half=half, status=status)


def _proved(request: HttpRequest, form: OneCode, user: User) -> int:
    """Let in whoever is half in, with what was typed; wrong codes wait like wrong passwords."""
    if not form.is_valid():
        return REFUSED
    if not may_try(user.username):
        form.add_error("code", _("Too many wrong codes; wait a little and try again."))
        return TOO_MANY
    typed = form.cleaned_data["code"]
    if not (phone_codes.accepts(user, typed) or recovery.accepts(user, typed)):
        was_wrong(user.username)
        form.add_error("code", _("That code is not right, or it was used before."))
        return REFUSED
    came_in(user.username)
    half_in.end(request)
    login(request, user)
    return WELCOME


@for_everybody("POST")
def ask_passkey(request: HttpRequest) -> HttpResponse:
    """A challenge for whatever passkey the visitor may have."""
    place = ceremonies.place_of(request)
    if place is None:
        return JsonResponse({"says": _("Passkeys do not work at this address.")}, status=REFUSED)
    return JsonResponse(ceremonies.ask_to_show(request, place))


@for_everybody("POST")
def by_passkey(request: HttpRequest) -> HttpResponse:
    """In by a passkey alone: it was unlocked on its device, and cannot be guessed."""
    place = ceremonies.place_of(request)
    user = place and ceremonies.shown(request, place, request.POST.get("answer", ""))
    if user:
        half_in.end(request)
        login(request, user)
        return HttpResponseRedirect(_onward(request))
    says = _("That passkey does not open anything here.")
    return _sign_in_page(request, SignIn(), REFUSED, says)


def _onward(request: HttpRequest) -> str:
    """Where the visitor wanted to go, if that is here."""
    wanted = request.POST.get("next", "")
    inside = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if wanted and inside else reverse("today")


@for_everybody("POST")
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends, and the browser forgets what it kept of it."""
    logout(request)
    response = HttpResponseRedirect(reverse("sign_in"))
    response.headers["Clear-Site-Data"] = CLEARED
    return response


@for_owner("POST")
def sign_out_everywhere(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """No session of anybody goes on, this one included; there is one owner, so none is a loss."""
    Session.objects.all().delete()
    return sign_out(request)


@for_owner("GET", "POST")
def new_password(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Another password; every other session ends with it, a calendar and passkeys go on."""
    form = NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = User.objects.get(owner=notebook.owner)
        if knows_password(form, user, "old"):
            user.set_password(form.cleaned_data["password"])
            user.save()
            update_session_auth_hash(request, user)
            return HttpResponseRedirect(f"{reverse('me')}?said=password")
    status = 400 if request.method == "POST" else 200
    follows = feed_key.since(notebook.owner) is not None
    keys = Passkey.objects.filter(user__owner=notebook.owner).exists()
    return page(
        request, notebook, "new_password.html", form=form, follows=follows, keys=keys, status=status
    )
