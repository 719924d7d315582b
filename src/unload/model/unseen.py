"""Two check-ins of one day whose authors did not see each other's: what they say together."""

from __future__ import annotations

from dataclasses import fields, replace

from unload.model.history import CheckIn, SoreSpot

PLACED = ("region", "side")  # which spot it is; everything else is what was said of it


def together(before: CheckIn, said: CheckIn) -> CheckIn:
    """What was said now, but with the worse of both where something hurts or the runner is ill.

    Neither took back what the other said: only who has seen an answer can mean to change it.
    """
    return replace(
        said,
        ill=True if before.ill else said.ill,
        spots=said.spots if before.spots is None else _both(before.spots, said.spots or ()),
    )


def _both(before: tuple[SoreSpot, ...], said: tuple[SoreSpot, ...]) -> tuple[SoreSpot, ...]:
    """Every spot that either names."""
    named = {(spot.region, spot.side): spot for spot in before}
    for spot in said:
        place = spot.region, spot.side
        named[place] = _worse(named[place], spot) if place in named else spot
    return tuple(named.values())


def _worse(before: SoreSpot, said: SoreSpot) -> SoreSpot:
    """One spot as the worse answer to each question tells it; words and days as said last."""
    told = {}
    for field in fields(SoreSpot):
        known = [
            v for v in (getattr(before, field.name), getattr(said, field.name)) if v is not None
        ]
        if known and field.name not in PLACED:
            told[field.name] = (
                max(known) if isinstance(known[-1], bool | int | float) else known[-1]
            )
    return replace(said, **told)
