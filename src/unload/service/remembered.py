"""What is thought out once of a runner's records, for each state of the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from unload.importers import Reading
from unload.model.complaint import Look
from unload.model.history import Race, Runner
from unload.model.plan import Wishes
from unload.model.proof import Audit
from unload.model.units import M_PER_KM, M_PER_MILE
from unload.service import body, body_stored, proof, stored
from unload.service.advising import NO_WISHES, NOBODY, Answer
from unload.service.past import PastTold, past_path
from unload.store import inside, opening

# An answer is the same until something is kept; a few are remembered, so that leafing is quick.
REMEMBERED = 4
A_LIFE_WEEKS = 5200  # of running, and then some
# Planned distances are rounded to half of what the runner counts in.
GRID_M = {"km": M_PER_KM / 2, "mi": M_PER_MILE / 2}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose records, as they stand on which day, and what is known of the runner besides.

    `owner` is the account they belong to, so that nothing remembered for one is shown to another.
    """

    owner: int
    today: date
    zone: str | None = None
    units: str = "km"
    race: Race | None = None
    person: Runner = NOBODY
    keeps_weight: bool = False
    wishes: Wishes = NO_WISHES
    language: str = "en"


@opening.opened()
def state() -> inside.Stamp:
    """What tells one state of the store from another."""
    return inside.stamp()


@lru_cache(maxsize=1)
def imported(_owner: int, _brought: tuple[int, ...]) -> Reading:
    """What came with files, merged once for each state of them."""
    return stored.imported()


@lru_cache(maxsize=1)
def merged(owner: int, stamp: inside.Stamp) -> Reading:
    """Everything that is kept; a check-in is laid over what was merged before it."""
    return stored.with_typed(imported(owner, stamp.brought))


@lru_cache(maxsize=REMEMBERED)
def look(whose: Whose, stamp: inside.Stamp) -> Look:
    """The look at the body, taken once for each state of the store."""
    return body.look(visit(whose, stamp))


def visit(whose: Whose, stamp: inside.Stamp) -> body.Visit:
    """What is known of the body before anybody looks at it."""
    on = body.visit(reading=merged(whose.owner, stamp), today=whose.today, zone=whose.zone)
    known = replace(on.history, runner=whose.person)
    return replace(
        on,
        answers=stored.standing("", whose.today),
        history=known,
        worked=body_stored.worked_of(""),
        results=body_stored.with_kept((), "", whose.today),
    )


@lru_cache(maxsize=1)
def year(whose: Whose, stamp: inside.Stamp) -> Audit:
    """The year, looked back on once for each state of the store."""
    return proof.audit_history(advice(whose, False, stamp).history, whose.today)


@lru_cache(maxsize=REMEMBERED)
def advice(whose: Whose, force: bool, stamp: inside.Stamp) -> Answer:
    """The answer, thought out once for each state of the store."""
    return stored.advise_stored(
        today=whose.today, zone=whose.zone, grid_m=GRID_M[whose.units], race=whose.race,
        wishes=whose.wishes, person=whose.person, force=force,
        reading=merged(whose.owner, stamp),
    )  # fmt: skip


@lru_cache(maxsize=1)
def past(whose: Whose, stamp: inside.Stamp) -> PastTold:
    """The weeks, judged once for each state of the store."""
    return past_path(
        stored.NAME, weeks=A_LIFE_WEEKS, reading=merged(whose.owner, stamp),
        today=whose.today, zone=whose.zone, person=whose.person,
    )  # fmt: skip


def forget() -> None:
    """Think everything out anew: the store is another, or was emptied."""
    for kept in (imported, merged, look, year, advice, past):
        kept.cache_clear()
