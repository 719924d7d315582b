"""Read the weights of a body scale that writes FIT.

From the FIT profile and from programs that write such files, not from a file of our own: hundredths
of a kilogram, by UTC. A scale in a home knows several people by their place in its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.fit_messages import (
    PERSON,
    POWER_ON_MAX,
    WEIGHT_CG,
    WEIGHT_FILE,
    kind_of,
    moment,
    parts_in,
)
from unload.importers.fit_wire import TIMESTAMP, Values
from unload.importers.protocol import File, Note, Record
from unload.importers.wellness import check_in_or_problem, weighed

# Parts of the kilogram that the profile counts in; 65534 of them say "still calculating".
PER_KG = 100
SEVERAL = (
    "holds the weights of several people, and does not say which of them you are; none was read."
)


class FitScale:
    """One check-in per weight, on the day where the runner lives: a scale tells no wall clock."""

    name = "FIT scale"
    weighs = True

    def identify(self, file: File) -> bool:
        return kind_of(file.head) == WEIGHT_FILE

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        parts = parts_in(file)
        weights = [values for part in parts for values in part.weights]
        if len({values.get(PERSON) for values in weights}) > 1:
            yield Note(file.name, SEVERAL)
            return
        if not weights and not all(part.whole for part in parts):
            yield Problem(file.name, "is damaged, and no weight in it could be decoded.")
        for number, values in enumerate(weights, 1):
            where = file.name if len(weights) == 1 else f"{file.name} weight {number}"
            yield from _record(where, values, zone, now)


def _record(where: str, values: Values, zone: tzinfo, now: datetime) -> Iterator[Record]:
    answers = weighed(values[WEIGHT_CG] / PER_KG) if WEIGHT_CG in values else {}
    if not answers:
        return
    seconds = values.get(TIMESTAMP, 0)
    if seconds < POWER_ON_MAX:
        yield Problem(where, "has a weight without a date; the clock of the scale was not set.")
    else:
        yield check_in_or_problem(where, from_utc(moment(seconds), zone).date(), answers, now)
