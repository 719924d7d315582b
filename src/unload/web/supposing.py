"""The sliders of Doubts: how deep, when, and what the runner believes that the week spares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from unload.model.supposed import Choices, Supposed
from unload.report.figures import percent
from unload.report.words import Words

MOST_SPARED = 30  # in a hundred weeks
DEEP, LATER, SHARP, SPARED = "deep", "later", "sharp", "spared"


@dataclass(frozen=True, slots=True)
class Slider:
    """A range from 0 on, and what each of its places is called."""

    name: str
    label: str
    at: int
    places: tuple[str, ...]
    hint: str

    @property
    def last(self) -> int:
        return len(self.places) - 1

    @property
    def says(self) -> str:
        return self.places[self.at]


@dataclass(frozen=True, slots=True)
class Form:
    """The sliders, and whether one sharp session is kept; None where there is none to keep."""

    sliders: tuple[Slider, ...]
    sharp: bool | None


def supposed_in(
    sent: Mapping[str, str], choices: Choices | None
) -> tuple[Supposed | None, list[str]]:
    """What was sent, brought between its ends, and what is to be said of it; None for nothing."""
    names = (DEEP, LATER, SHARP, SPARED)
    if choices is None or not any(name in sent for name in names):
        return None, []
    remarks: list[str] = []
    deep = _place(sent, DEEP, len(choices.shares) - 1, choices.own, remarks)
    later = _place(sent, LATER, len(choices.first_days) - 1, 0, remarks)
    spared = _place(sent, SPARED, MOST_SPARED, None, remarks)
    sharp = choices.can_stay_sharp and SHARP in sent
    as_written = deep == choices.own and sharp == choices.stays_sharp
    share = None if as_written or deep is None else choices.shares[deep]
    return Supposed(share, later or 0, sharp, spared), remarks


def _place(
    sent: Mapping[str, str], name: str, last: int, unsaid: int | None, remarks: list[str]
) -> int | None:
    """The place of a slider: what cannot be one is said, and nothing is supposed of it."""
    text = sent.get(name, "")
    if not text:
        return unsaid
    try:
        place = int(text)
    except ValueError:
        remarks.append(_("One of the sliders was sent something else than a number; it stays."))
        return unsaid
    if not 0 <= place <= last:
        remarks.append(_("One of the sliders goes no further than its end; it stands there."))
    return min(max(place, 0), last)


def form_of(choices: Choices, wanted: Supposed | None, words: Words) -> Form:
    """The sliders as they stand."""
    deeper = _("It changes what you leave out, not the bands: no study tells the depths apart.")
    belief = _("Of a hundred weeks like it, how many spare you a forced stop? Nobody has counted.")
    told = wanted or Supposed(sharp=choices.stays_sharp)
    deep = choices.own if told.share is None else choices.shares.index(told.share)
    days = tuple(_days(choices.first_days, words))
    sliders = (
        Slider(DEEP, _("How deep"), deep, tuple(_depths(choices)), deeper),
        Slider(LATER, _("When"), told.later_weeks, days, ""),
        Slider(SPARED, _("What it spares you"), told.spared or 0, tuple(_spared()), belief),
    )
    return Form(sliders, told.sharp if choices.can_stay_sharp else None)


def _depths(choices: Choices) -> list[str]:
    named = [_("%(share)s of the distance") % {"share": percent(s)} for s in choices.shares]
    named[choices.own] += _(", as written")
    return named


def _days(days: Sequence[date], words: Words) -> list[str]:
    return [_("from %(day)s") % {"day": words.short_day(day)} for day in days]


def _spared() -> list[str]:
    counted = [_("%(n)s in a hundred") % {"n": n} for n in range(1, MOST_SPARED + 1)]
    return [_("none in a hundred"), *counted]
