"""Text goes packed to whoever can unpack it: years of weeks are an eighth as long on the way."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class Packing(GZipMiddleware):
    """Django's, which hides how long a secret is; for whole texts, and not for what is packed."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The answer, packed where that helps; a part of a file is no whole to be packed."""
        text = response.get("Content-Type", "").startswith("text/")
        if not text or response.status_code != HTTPStatus.OK:
            return response
        return super().process_response(request, response)
