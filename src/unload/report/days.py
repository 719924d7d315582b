"""Show one check-in as it was kept; for people and for programs."""

from collections.abc import Iterator
from dataclasses import fields

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.history import CheckIn, SoreSpot
from unload.report.contract_body import spot_dict
from unload.report.figures import tidy
from unload.report.plain import Plain, number

# Everything else of a check-in is a number.
_OTHERWISE = ("day", "ill", "spots", "runner", "where")
_NUMBERS = tuple(field.name for field in fields(CheckIn) if field.name not in _OTHERWISE)


def checked_in(day: CheckIn) -> RenderableType:
    """What was answered, one line each; what was not asked is not named."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(Text(day.day.isoformat(), style="bold"), "kept")
    for name, value in _answered(day):
        table.add_row(name, Text(value))
    return Padding(table, (0, 1))


def _answered(day: CheckIn) -> Iterator[tuple[str, str]]:
    for name in _NUMBERS:
        value = getattr(day, name)
        if value is not None:
            yield name.replace("_", " "), tidy(value, 1)
    if day.ill is not None:
        yield "ill", "yes" if day.ill else "no"
    if day.spots is not None:
        yield "sore", ", ".join(map(_spot, day.spots)) or "nothing"


def _spot(spot: SoreSpot) -> str:
    side = "" if spot.side.value == "middle" else f"{spot.side.value} "
    return f"{side}{spot.region} {tidy(spot.pain, 1)}/10"


def check_in_dict(day: CheckIn) -> Plain:
    """One check-in as plain values; null was not answered, and no sore spot is an empty list."""
    values = {name: number(getattr(day, name)) for name in _NUMBERS}
    spots = None if day.spots is None else [spot_dict(spot) for spot in day.spots]
    return {"date": day.day.isoformat(), **values, "ill": day.ill, "spots": spots}
