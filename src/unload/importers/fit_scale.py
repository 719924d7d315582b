"""Tell the weights in the FIT file of a body scale.

From the FIT profile and from programs that write such files, not from a file of our own: hundredths
of a kilogram, by UTC. A scale in a home knows several people by their place in its list.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.clock import from_utc
from unload.importers.fit_messages import PERSON, POWER_ON_MAX, WEIGHT_CG, Part, moment
from unload.importers.fit_wire import TIMESTAMP
from unload.importers.protocol import Note, Record
from unload.importers.wellness import check_in_or_problem, weighed

# Parts of the kilogram that the profile counts in; 65534 of them say "still calculating".
PER_KG = 100
SEVERAL = (
    "holds the weights of several people, and does not say which of them you are; none of "
    "them was read."
)


def weighings(where: str, part: Part, zone: tzinfo, now: datetime) -> Iterator[Record]:
    """One check-in per weight, on the day where the runner lives: a scale tells no wall clock."""
    if len({values.get(PERSON) for values in part.weights}) > 1:
        yield Note(where, SEVERAL)
        return
    for number, values in enumerate(part.weights, 1):
        answers = weighed(values[WEIGHT_CG] / PER_KG) if WEIGHT_CG in values else {}
        if not answers:
            continue
        place = where if len(part.weights) == 1 else f"{where} weight {number}"
        seconds = values.get(TIMESTAMP, 0)
        if seconds < POWER_ON_MAX:
            yield Problem(place, "has a weight without a date; the clock of the scale was not set.")
        else:
            day = from_utc(moment(seconds), zone).date()
            yield check_in_or_problem(place, day, answers, now)
