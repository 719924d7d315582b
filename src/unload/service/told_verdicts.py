"""The verbs that keep what was told of each day, word for word, and find it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import islice
from typing import Any

from unload.model.told import ToldDay, ToldVerdict
from unload.store import changes as book
from unload.store import inside, opening, verdicts


@opening.opened()
def keep(
    day: date, said: Mapping[str, Any], *, runner: str = "", under: inside.Stamp | None = None
) -> bool:
    """Keep what was told of a day, unless the same stands there already; whether it was added.

    `under` is the stamp of what it was thought out from: if anything was kept, undone or erased
    meanwhile, it is told no longer, and nothing is added.
    """
    with book.at_once():
        if under is not None and inside.stamp() != under:
            return False
        return verdicts.add(runner, day, said)


@opening.opened()
def days(
    *, runner: str = "", before: date | None = None, most: int | None = None
) -> tuple[ToldDay, ...]:
    """The days of which something was told before a day, the newest first, `most` at most."""
    return tuple(islice(verdicts.days(runner, before), most))


@opening.opened()
def of_day(day: date, *, runner: str = "") -> tuple[ToldVerdict, ...]:
    """What was told of a day, the newest first: that one stands."""
    return tuple(verdicts.of_day(runner, day))


@opening.opened()
def every(*, runner: str = "") -> tuple[ToldVerdict, ...]:
    """Everything that was ever told, the oldest first."""
    return tuple(verdicts.every(runner))
