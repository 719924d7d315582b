"""Read a sore spot out of a table of answers, with everything that was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from unload.importers.wellness import spot_of
from unload.model.history import Character, SoreSpot

YES_NO = ("at_rest", "at_night", "weight_bearing", "swelling", "sudden", "point")
_KNOWN = frozenset(("region", "side", "pain", "next_morning", "character", "since", *YES_NO))


def spot_from(table: Mapping[str, object]) -> SoreSpot:
    """The sore spot of a table; ValueError, in words for the runner, for what cannot be one."""
    if unknown := table.keys() - _KNOWN:
        raise ValueError(f"a sore spot has no {min(unknown)!r}")
    pain, morning = table.get("pain"), table.get("next_morning")
    if isinstance(pain, bool) or not isinstance(pain, int | float):
        raise ValueError("a sore spot needs its pain, 0 to 10")
    if isinstance(morning, bool) or not isinstance(morning, int | float | None):
        raise ValueError("next_morning must be a number from 0 to 10")
    region, side = str(table.get("region", "")), str(table.get("side", ""))
    spot = spot_of(region, side, pain, morning, table.get("at_rest"))
    said: dict[str, object] = {name: _yes_no(name, table.get(name)) for name in YES_NO}
    word, since = _character(table.get("character")), _since(table.get("since"))
    return replace(spot, **said, character=word, since=since)  # type: ignore[arg-type] # fields by name: bool | None


def _yes_no(name: str, value: object) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise ValueError(f"{name} must be true or false")


def _character(word: object) -> Character | None:
    if word is None or word in tuple(Character):
        return None if word is None else Character(str(word))
    raise ValueError(f"character is {word!r}; it must be one of {', '.join(Character)}")


def _since(value: object) -> date | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ValueError("since must be a day, like 2024-11-01")
