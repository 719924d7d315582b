"""Make a check-in out of raw answers, or say why it cannot be one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from unload.errors import Problem
from unload.importers.plausible import FIRST_START, FUTURE_SLACK
from unload.model.history import WELLNESS_ITEMS, CheckIn, Side, SoreSpot

MEASURES = (*WELLNESS_ITEMS, "resting_hr", "rmssd_ms")
# Numbers beyond these are slips of the hand; the ranges are the noun's own.
_HINTS = {
    **dict.fromkeys(WELLNESS_ITEMS, "1 to 5, where 5 is best"),
    "resting_hr": "20 to 150 beats a minute",
    "rmssd_ms": "1 to 400 milliseconds",
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
