"""Me: units, time zone, the goal race, what is known of the runner, the tools at hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language_info

from unload.model.week_start import week_days
from unload.report.figures import WEEKDAYS, tidy
from unload.service.notebook import LANGUAGES, Notebook, tools
from unload.web import phone_codes
from unload.web.access import for_owner
from unload.web.forms import KG_PER_UNIT, M_PER_UNIT, AboutMe
from unload.web.models import Owner, Passkey
from unload.web.rendering import page

DECIMALS = 2
# What calendars begin weeks with; another day that came with a zip is offered beside them.
WEEK_STARTS = (0, 6, 5)


@for_owner("GET", "POST")
def me(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    owner = Owner.objects.get(pk=notebook.owner)
    sent = request.POST if request.method == "POST" else typed(owner)
    form = AboutMe(sent, tools=tools())
    if request.method == "POST" and form.is_valid():
        Owner.objects.filter(pk=owner.pk).update(**form.kept())
        return HttpResponseRedirect(f"{reverse('me')}?said=kept")
    return page(
        request, notebook, "me.html", form=form, tools=tools(), said=request.GET.get("said", ""),
        weekdays=WEEKDAYS, week_starts=dict.fromkeys((*WEEK_STARTS, owner.week_start)),
        week=week_days(owner.week_start), languages=_languages(),
        passkeys=Passkey.objects.filter(user=owner.user).count(),
        codes_on=phone_codes.since(owner.user) is not None,
        status=400 if request.method == "POST" else 200,
    )  # fmt: skip


def _languages() -> dict[str, str]:
    """Those that sessions have names in, each by its own name."""
    return {code: str(get_language_info(code)["name_local"]).capitalize() for code in LANGUAGES}


def typed(owner: Owner) -> dict[str, Any]:
    """What is kept as it would be typed, in the runner's units."""

    def told(value: float | None, unit: float) -> str:
        return "" if value is None else tidy(value / unit, DECIMALS)

    return {
        "units": owner.units,
        "zone": owner.zone,
        "race_day": owner.race_day,
        "race_distance": told(owner.race_m, M_PER_UNIT[owner.units]),
        "weight": told(owner.weight_kg, KG_PER_UNIT[owner.units]),
        "keeps_weight": owner.keeps_weight,
        "hr_rest": told(owner.hr_rest, 1.0),
        "hr_max": told(owner.hr_max, 1.0),
        "tools": owner.tools or [],
        "minutes": told(owner.minutes, 1.0),
        "never": [str(day) for day in owner.never or ()],
        "week_start": owner.week_start,
        "language": owner.language,
    }
