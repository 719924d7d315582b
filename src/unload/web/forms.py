"""What a runner types into the pages, read strictly: unanswered is None, never 0."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unload.errors import UnloadError
from unload.model.body import Screen, ScreenResult
from unload.model.complaint import PAIN_MOST
from unload.model.history import WELLNESS_ITEMS, Side, SoreSpot
from unload.model.play import Event, Press, Tick
from unload.model.units import DAYS_PER_WEEK, KG_PER_LB, M_PER_KM, M_PER_MILE
from unload.model.week_start import MONDAY
from unload.service import time_zone
from unload.service.notebook import LANGUAGES

MORE_FACTS = ("at_rest", "at_night", "weight_bearing", "swelling", "sudden", "point")
M_PER_UNIT = {"km": M_PER_KM, "mi": M_PER_MILE}
KG_PER_UNIT = {"km": 1.0, "mi": KG_PER_LB}
YES_NO = {"yes": True, "no": False}
NAME_MAX, PASSWORD_MAX, ANSWER_MAX = 64, 256, 65536
WEEKDAYS = [(str(day), day) for day in range(DAYS_PER_WEEK)]  # 0 = Monday
EVENTS_MOST = 5000  # of one session; a key that is held down for an hour makes fewer


def check_in_answers(sent: QueryDict) -> dict[str, Any]:
    """The answers of a check-in by the names of CheckIn, only those that were given."""
    answers: dict[str, Any] = {}
    for name in WELLNESS_ITEMS:
        if text := sent.get(name):
            answers[name] = _number(text)
    if sent.get("ill") in YES_NO:
        answers["ill"] = YES_NO[str(sent.get("ill"))]
    if sent.get("hurts") == "no":
        answers["spots"] = ()
    elif sent.get("hurts") == "yes" and (spots := tuple(_spots(sent))):
        answers["spots"] = spots
    return answers


def _spots(sent: QueryDict) -> Iterator[SoreSpot]:
    """Every sore spot with a place; one without its pain is refused, for 0 would be a guess."""
    for number in range(1, 1 + sum(key.startswith("place-") for key in sent)):
        region, _colon, side = sent.get(f"place-{number}", "").partition(":")
        if not region:
            continue
        pain, morning = sent.get(f"pain-{number}"), sent.get(f"morning-{number}")
        if not pain:
            raise UnloadError(_("Say how much it hurts, 0 to 10, or leave the place out."))
        told: dict[str, Any] = {f: True for f in MORE_FACTS if sent.get(f"{f}-{number}")}
        try:
            yield SoreSpot(
                region, Side(side), _number(pain), _number(morning) if morning else None, **told
            )
        except ValueError as error:
            raise UnloadError(_("That is not a place with a pain from 0 to 10.")) from error


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise UnloadError(_("That is not a number.")) from error


def day_named(text: str) -> date | None:
    """The day that a text names, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def flag_answers(sent: QueryDict, known: Collection[str]) -> dict[str, bool]:
    """Yes to the red-flag questions that were ticked, no to the others that stood there."""
    ticked = sent.getlist("yes")
    return {key: key in ticked for key in sent.getlist("asked") if key in known}


def pain_told(sent: QueryDict, name: str) -> float | None:
    """A soreness from 0 to 10, or None where it was not told."""
    text = sent.get(name)
    pain = _number(text) if text else None
    if pain is not None and not 0 <= pain <= PAIN_MOST:
        raise UnloadError(_("That is not a soreness from 0 to 10."))
    return pain


def hurts_told(sent: QueryDict, steps: int) -> dict[int, bool]:
    """The steps that hurt, each with the answer to the question that follows it."""
    told = {number: sent.get(f"hurt-{number}") for number in range(steps)}
    return {number: YES_NO[yes] for number, yes in told.items() if yes in YES_NO}


def events_told(text: str) -> list[Event]:
    """What happened in a session, each after so many seconds, as the player wrote it down."""
    try:
        rows = json.loads(text)
        if len(rows) <= EVENTS_MOST:
            return [event for seconds, press in rows for event in _happened(seconds, press)]
    except (ValueError, TypeError, RecursionError):
        pass
    raise UnloadError(_("That is not what happens in a session."))


def _happened(seconds: Any, press: Any) -> Iterator[Event]:
    if not isinstance(seconds, int | float) or not 0 <= seconds < math.inf:
        raise ValueError
    yield Tick(seconds)
    if press:  # nothing is pressed when the last step is over
        yield Press(press)


def results_told(sent: QueryDict, screens: Mapping[str, Screen]) -> list[ScreenResult]:
    """What was found in the self-tests that stood on the page; one left empty says nothing."""
    asked = [screens[key] for key in sent.getlist("screen") if key in screens]
    return [_result(sent, screen) for screen in asked]


def _result(sent: QueryDict, screen: Screen) -> ScreenResult:
    if not screen.unit:
        return ScreenResult(screen.key, yes=YES_NO.get(sent.get(screen.key, "")))
    sides = (sent.get(f"{screen.key}-{side}") for side in ("left", "right"))
    measured = [_number(text.replace(",", ".")) if text else None for text in sides]
    try:
        return ScreenResult(screen.key, None, *measured)
    except ValueError as error:
        raise UnloadError(_("A self-test measures 0 or more on each side.")) from error


class SignIn(forms.Form):
    """A name and its password."""

    name = forms.CharField(max_length=NAME_MAX)
    password = forms.CharField(max_length=PASSWORD_MAX, strip=False)


class Start(SignIn):
    """The code from the console, and who will come in with it from now on."""

    code = forms.CharField(max_length=NAME_MAX)

    def clean_password(self) -> str:
        password = cast(str, self.cleaned_data["password"])
        validate_password(password)
        return password


class NewPassword(forms.Form):
    """The password there was, and the one there shall be."""

    old = forms.CharField(max_length=PASSWORD_MAX, strip=False)
    password = forms.CharField(max_length=PASSWORD_MAX, strip=False)

    def clean_password(self) -> str:
        password = cast(str, self.cleaned_data["password"])
        validate_password(password)
        return password


class PasswordAgain(forms.Form):
    """The password once more."""

    password = forms.CharField(max_length=PASSWORD_MAX, strip=False)


class OneCode(forms.Form):
    """A code from a phone, or one of those for the day when it is lost."""

    code = forms.CharField(max_length=NAME_MAX)


class NewPasskey(forms.Form):
    """A passkey as a browser made it, in JSON, and what the runner calls it."""

    name = forms.CharField(max_length=NAME_MAX)
    answer = forms.CharField(max_length=ANSWER_MAX)


class AboutMe(forms.Form):
    """How the runner wants to be told, and what is known of them; distances in their own unit."""

    units = forms.ChoiceField(choices=(("km", "km"), ("mi", "mi")))
    zone = forms.CharField(max_length=64, required=False)
    race_day = forms.DateField(required=False)
    race_distance = forms.FloatField(required=False, min_value=0.1, max_value=1000)
    weight = forms.FloatField(required=False, min_value=20, max_value=660)
    keeps_weight = forms.BooleanField(required=False)
    hr_rest = forms.FloatField(required=False, min_value=20, max_value=150)
    hr_max = forms.FloatField(required=False, min_value=80, max_value=250)
    tools = forms.MultipleChoiceField(required=False)
    minutes = forms.FloatField(required=False, min_value=0, max_value=600)
    never = forms.TypedMultipleChoiceField(required=False, coerce=int, choices=WEEKDAYS)
    week_start = forms.TypedChoiceField(required=False, coerce=int, choices=WEEKDAYS)
    language = forms.ChoiceField(required=False, choices=[(code, code) for code in LANGUAGES])

    def __init__(self, *sent: Any, tools: tuple[str, ...]) -> None:
        super().__init__(*sent)
        field = cast(forms.MultipleChoiceField, self.fields["tools"])
        field.choices = [(tool, tool) for tool in tools]

    def clean_zone(self) -> str:
        zone = cast(str, self.cleaned_data["zone"])
        if zone:
            try:
                time_zone(zone)
            except UnloadError as error:
                raise forms.ValidationError(str(error)) from error
        return zone

    def clean(self) -> dict[str, Any]:
        """The race is a day and a distance or neither; weights that no runner has are refused."""
        told = self.cleaned_data
        if (told.get("race_day") is None) != (told.get("race_distance") is None):
            says = gettext_lazy("A race has a day and a distance.")
            raise forms.ValidationError(says)
        if len(told.get("never", ())) == DAYS_PER_WEEK:
            raise forms.ValidationError(gettext_lazy("One day at least has to be free for a run."))
        return told

    def kept(self) -> dict[str, Any]:
        """The columns of the owner, in SI units."""
        told, units = self.cleaned_data, self.cleaned_data["units"]
        names = ("units", "zone", "race_day", "keeps_weight", "hr_rest", "hr_max", "minutes")
        distance, weight = told["race_distance"], told["weight"]
        return {
            **{name: told[name] for name in names},
            "race_m": None if distance is None else distance * M_PER_UNIT[units],
            "weight_kg": None if weight is None else weight * KG_PER_UNIT[units],
            "tools": told["tools"] or None,
            "never": told["never"] or None,
            "week_start": told["week_start"] or MONDAY,
            "language": told["language"] or LANGUAGES[0],
        }
