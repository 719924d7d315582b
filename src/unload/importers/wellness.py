"""Make a check-in out of raw answers, or say why it cannot be one; make one of several a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from unload.errors import Problem
from unload.importers.plausible import FIRST_START, FUTURE_SLACK
from unload.model.history import WELLNESS_ITEMS, CheckIn, Side, SoreSpot

MEASURES = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms", "sleep_s", "weight_kg")
_ANSWERS = (*MEASURES, "ill", "spots")
# Numbers beyond these are slips of the hand; the ranges are the noun's own.
_HINTS = {
    **dict.fromkeys(WELLNESS_ITEMS, "1 to 5, where 5 is best"),
    "resting_hr": "20 to 150 beats a minute",
    "rmssd_ms": "1 to 400 milliseconds",
    "sleep_s": "0 to 86400 seconds",
    "weight_kg": "20 to 300 kilograms",
}


def check_in_or_problem(
    where: str, day: date, answers: Mapping[str, object], now: datetime, runner: str = ""
) -> CheckIn | Problem:
    """The check-in of one day; what was not asked is left out."""
    if day < FIRST_START.date() or day > (now + FUTURE_SLACK).date():
        return Problem(where, f"is dated {day}, which cannot be right.")
    for name in MEASURES:
        value = answers.get(name)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            return Problem(where, f"{name} must be a number, {_HINTS[name]}.")
    try:
        return CheckIn(day=day, runner=runner, where=where, **answers)  # type: ignore[arg-type] # checked above
    except ValueError:
        return Problem(where, _what_is_out(answers))


def weighed(kilograms: float | None) -> dict[str, object]:
    """The answer of a scale, or none: a bag or a child on it is no fault of the day's."""
    try:
        weight_kg = CheckIn(FIRST_START.date(), weight_kg=kilograms).weight_kg
    except ValueError:
        return {}
    return {} if weight_kg is None else {"weight_kg": weight_kg}


def without_weight(check_in: CheckIn) -> CheckIn | None:
    """The day of a runner who did not ask for their weight to be kept; None where it was all."""
    rest = replace(check_in, weight_kg=None)
    return rest if _answered(rest) else None


def _what_is_out(answers: Mapping[str, object]) -> str:
    for name in MEASURES:
        try:
            CheckIn(day=FIRST_START.date(), **{name: answers.get(name)})  # type: ignore[arg-type] # one at a time
        except ValueError:
            return f"{name} is {answers.get(name)}; it must be {_HINTS[name]}."
    return "holds an answer that is out of range."


def spot_of(region: str, side: str, pain: float, morning: float | None, rest: object) -> SoreSpot:
    """One sore spot; ValueError, in words for the runner, for what cannot be one."""
    if not region:
        raise ValueError("a sore spot needs its region, like calf")
    try:
        known = Side(side)
    except ValueError:
        raise ValueError(f"the side must be left, right, both or middle, not {side!r}") from None
    if rest is not None and not isinstance(rest, bool):
        raise ValueError("pain at rest must be yes or no")
    try:
        return SoreSpot(region, known, pain, morning, rest)
    except (ValueError, TypeError):
        raise ValueError("pain must be a number from 0 to 10") from None


def one_a_day(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """One check-in per runner and day: a watch's night and a runner's own answers are one day.

    Field by field; where two tell the same thing, the one that answers more is believed. The
    order they come in does not matter.
    """
    days: defaultdict[tuple[date, str], list[CheckIn]] = defaultdict(list)
    for check_in in check_ins:
        days[check_in.day, check_in.runner].append(check_in)
    return tuple(_merged(days[key]) for key in sorted(days))


def _merged(same_day: list[CheckIn]) -> CheckIn:
    """The richest one, with what it lacks filled in from the others."""
    if len(same_day) == 1:
        return same_day[0]
    richest, *others = sorted(same_day, key=lambda c: (-len(_answered(c)), repr(c)))
    answers: dict[str, object] = {}
    for check_in in (richest, *others):
        answers = _answered(check_in) | answers
    return replace(richest, **answers)  # type: ignore[arg-type] # names and types are the noun's


def _answered(check_in: CheckIn) -> dict[str, object]:
    return {n: v for n in _ANSWERS if (v := getattr(check_in, n)) is not None}
