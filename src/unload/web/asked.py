"""What was asked, read in UTF-8 or not at all, and the application that asks it so."""

from __future__ import annotations

import codecs

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class Asked(WSGIRequest):
    """A request that says it is in something else than UTF-8 is not read, see `policy`.

    Django's own reads the address in whatever a stranger names, and does so before anything that
    could answer: a thousand fields there, or a name like rot13, ended the request without a page.
    """

    unreadable = False

    @property
    def encoding(self) -> None:
        """What the pages are in; nobody sets another."""

    @encoding.setter
    def encoding(self, told: str) -> None:
        self.unreadable = codecs.lookup(told).name != "utf-8"


class Application(WSGIHandler):
    """Django's own, for these requests."""

    request_class = Asked
