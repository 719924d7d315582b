"""What holds of every answer: its headers, that its route is declared, how a failure is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse

from unload.errors import NoRuns, UnloadError
from unload.web.access import NotVisible, visible_to
from unload.web.rendering import message, nothing_yet, plain_page

# Nothing from elsewhere, no script and no style but the files of this app, nobody's frame.
CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# A crawler gets what whoever is not signed in gets, and nothing of that is worth finding.
UNLISTED = {"X-Robots-Tag": "noindex"}
# What a browser is told when there is nothing left to keep.
CLEARED = '"cache", "storage"'
# A page holds health: no copy of it stays in the browser or on the way.
UNKEPT = "no-store"


class Policy:
    """The outermost middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request, "unreadable", False):
            response = unreadable(request)
        else:
            response = self.get_response(request)
        for name, value in (HEADERS if _inside(request) else HEADERS | UNLISTED).items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", UNKEPT)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, words: Any
    ) -> None:
        """A route that does not say whom it is for answers nobody."""
        if not hasattr(view, "access"):
            raise ImproperlyConfigured(f"{request.path} does not say whom it is for")

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """What went wrong in one sentence; a fault of ours goes on to Django's 500."""
        if isinstance(error, NotVisible):
            raise Http404 from error
        if isinstance(error, NoRuns):
            return nothing_yet(request, visible_to(request.user))
        if isinstance(error, UnloadError):
            return message(request, str(error), status=400)
        return None


def _inside(request: HttpRequest) -> bool:
    """Whether it was asked by somebody signed in for a page of the owner; asks nothing anew."""
    match = request.resolver_match
    owned = match is not None and getattr(match.func, "access", "") == "owner"
    return owned and bool(request.user.is_authenticated)


# Django's own pages of failures look for the token of a form first, and so read once more what was
# sent: where that is what cannot be read, they failed themselves.


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_page(request, "400.html", status=400)


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    return plain_page(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    return plain_page(request, "500.html", status=500)
