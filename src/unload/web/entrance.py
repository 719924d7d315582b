"""The door: the first account by a code from the console, signing in and out, a new password."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.contrib.auth import (
    authenticate,
    login,
    logout,
    update_session_auth_hash,
)
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext as _

from unload.service.notebook import Notebook
from unload.web.access import for_everybody, for_owner
from unload.web.forms import NewPassword, SignIn, Start
from unload.web.models import Owner, WrongPassword
from unload.web.one_time_code import CODE
from unload.web.policy import CLEARED
from unload.web.rendering import page, plain_page

# After a few wrong passwords each further one doubles the wait, up to a quarter of an hour.
FREE_TRIES, LONGEST = 5, timedelta(minutes=15)
FORGET = timedelta(hours=24)
WELCOME, REFUSED, TOO_MANY = 200, 400, 429


@for_everybody("GET", "POST")
def start(request: HttpRequest) -> HttpResponse:
    """The first account, or a new password for it, with the code that stands on the console."""
    form = Start(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 400 if request.method == "POST" else 200
        return plain_page(request, "start.html", form=form, waits=CODE.waits, status=status)
    if not CODE.accepts(form.cleaned_data["code"]):
        form.add_error("code", _("That is not the code on the console."))
        return plain_page(request, "start.html", form=form, waits=CODE.waits, status=400)
    account = _account(form.cleaned_data["name"], form.cleaned_data["password"])
    CODE.used()
    login(request, account)
    return HttpResponseRedirect(reverse("today"))


def _account(name: str, password: str) -> User:
    """The owner's account under this name and password, made where there is none yet."""
    with transaction.atomic():
        owner = Owner.objects.select_related("user").first()
        user = User() if owner is None else owner.user
        user.username = name
        user.set_password(password)
        user.save()
        if owner is None:
            Owner.objects.create(user=user)
    return user


@for_everybody("GET", "POST")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The same words whether the name or the password was wrong."""
    if not Owner.objects.exists():
        return HttpResponseRedirect(reverse("start"))
    form, status = SignIn(request.POST or None), 200
    if request.method == "POST":
        status = _tried(request, form)
        if status == WELCOME:
            return HttpResponseRedirect(_onward(request))
    wanted = request.GET.get("next", request.POST.get("next", ""))
    return plain_page(request, "sign_in.html", form=form, next=wanted, status=status)


def _tried(request: HttpRequest, form: SignIn) -> int:
    """Sign in with what was typed: the status of the answer, and in the form why it is not open."""
    if not form.is_valid():
        return REFUSED
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    if not _may_try(name):
        form.add_error(None, _("Too many wrong passwords; wait a little and try again."))
        return TOO_MANY
    user = authenticate(request, username=name, password=password)
    if user is None:
        WrongPassword.objects.create(name=_hashed(name), at=now())
        form.add_error(None, _("The name or the password is not right."))
        return REFUSED
    WrongPassword.objects.filter(name=_hashed(name)).delete()
    login(request, user)
    return WELCOME


def _may_try(name: str) -> bool:
    """Whether the wait after the last wrong password is over; it is never longer than LONGEST."""
    # A guess of a time to come was counted by a clock that was wrong; it would lock for as long.
    WrongPassword.objects.exclude(at__range=(now() - FORGET, now())).delete()
    wrong = WrongPassword.objects.filter(name=_hashed(name)).order_by("-at")
    count, last = wrong.count(), wrong.first()
    if last is None or count < FREE_TRIES:
        return True
    wait = min(timedelta(seconds=2 ** min(count - FREE_TRIES + 1, 16)), LONGEST)
    return bool(now() >= last.at + wait)


def _hashed(name: str) -> str:
    return sha256(name.casefold().encode()).hexdigest()


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


@for_owner("GET", "POST")
def new_password(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Another password; every other session ends with it."""
    form = NewPassword(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = User.objects.get(owner=notebook.owner)
        if user.check_password(form.cleaned_data["old"]):
            user.set_password(form.cleaned_data["password"])
            user.save()
            update_session_auth_hash(request, user)
            return HttpResponseRedirect(f"{reverse('me')}?said=password")
        form.add_error("old", _("That is not the password there was."))
    status = 400 if request.method == "POST" else 200
    return page(request, notebook, "new_password.html", form=form, status=status)
