"""The calendar feed: what was taken, under an address that is a secret, made anew or turned off."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from unload.report import week_files
from unload.service.notebook import Notebook
from unload.web import feed_key
from unload.web.access import for_bearer, for_owner
from unload.web.rendering import page, words_for
from unload.web.settings import LOOPBACK

# Calendars look every few hours; a copy is theirs alone, and soon old.
KEPT = "private, max-age=300"


@for_bearer("GET")
def feed(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """What was taken, as a calendar; the same content has the same tag."""
    told = notebook.agreed()
    made = told.changed_at or datetime.now(UTC)
    content = week_files.feed(told.weeks, words_for(notebook), made)
    tag = quote_etag(sha256(content).hexdigest())
    headers = {"Cache-Control": KEPT, "ETag": tag}
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
    return get_conditional_response(request, etag=tag, response=response) or response


@for_owner("POST")
def new_feed(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """An address, shown this once; the one before answers no more."""
    path = reverse("feed", kwargs={"key": feed_key.new_key(notebook.owner)})
    here = split_domain_port(request.get_host())[0] in LOOPBACK
    address = request.build_absolute_uri(path)
    return page(request, notebook, "feed.html", here="week", address=address, only_here=here)


@for_owner("POST")
def stop_feed(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """No address answers any more."""
    feed_key.turn_off(notebook.owner)
    return HttpResponseRedirect(f"{reverse('week')}?said=no-feed")
