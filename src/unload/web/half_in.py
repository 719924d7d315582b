"""Between the right password and the code: who that is, for a few minutes and in one session."""

from __future__ import annotations

import secrets
import time

from django.contrib.auth.models import User
from django.http import HttpRequest

KEY, LASTS_S = "half_in", 300


def begin(request: HttpRequest, user: User, then: str) -> None:
    """The password was right; `then` is where the visitor wants to go."""
    request.session.cycle_key()
    proof = user.get_session_auth_hash()
    request.session[KEY] = {"user": user.pk, "proof": proof, "at": time.time(), "then": then}


def waiting(request: HttpRequest) -> tuple[User, str] | None:
    """Who is half in and where they want to go; None after the time, or with another password."""
    half = request.session.get(KEY)
    if half is None or not 0 <= time.time() - half["at"] <= LASTS_S:
        return None
    user = User.objects.filter(pk=half["user"], is_active=True).first()
    if user is None or not secrets.compare_digest(half["proof"], user.get_session_auth_hash()):
        return None
    return user, half["then"]


def end(request: HttpRequest) -> None:
    """In, or out: nobody is half in any more."""
    request.session.pop(KEY, None)
