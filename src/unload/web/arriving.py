"""Go on where another Unload left off: what was taken along comes into one that holds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from unload.errors import UnloadError
from unload.service.moving import NOT_OURS, about
from unload.service.notebook import Notebook, tools
from unload.web.access import for_owner
from unload.web.forms import AboutMe
from unload.web.me import typed
from unload.web.models import Owner
from unload.web.rendering import page

SAID = (
    "units", "zone", "race_day", "race_m", "weight_kg", "keeps_weight", "hr_rest", "hr_max",
    "tools", "minutes", "never", "week_start", "language",
)  # fmt: skip


@for_owner("GET", "POST")
def go_on(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """The records and what was said under Me; none of it where anything is wrong with it."""
    error = ""
    if request.method == "POST":
        try:
            sent = request.FILES.get("zip")
            if sent is None:
                raise UnloadError(_("Choose the zip that was taken along."))
            with transaction.atomic():
                Owner.objects.filter(pk=notebook.owner).update(**_settings(about(sent)))
                notebook.move_in(sent)
            return HttpResponseRedirect(reverse("today"))
        except UnloadError as wrong:
            error = str(wrong)
    return page(request, notebook, "go_on.html", error=error, status=400 if error else 200)


def _settings(told: Mapping[str, Any]) -> dict[str, Any]:
    """What the zip says of the runner: as it stands there, if it could have been typed."""
    owner = Owner(**{name: value for name, value in told.items() if name in SAID})
    try:
        owner.clean_fields(exclude=("user",))
        form = AboutMe(typed(owner), tools=tools())
    except (ArithmeticError, LookupError, TypeError, ValueError, ValidationError) as error:
        raise UnloadError(NOT_OURS) from error
    if not form.is_valid():
        raise UnloadError(NOT_OURS)
    return {name: getattr(owner, name) for name in SAID}
