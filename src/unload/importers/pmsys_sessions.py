"""Read `srpe.csv` of the pmSys check-in app: how hard and how long each session was.

Verified on the exports of eight people: the end is UTC, efforts run from 1 to 10, and the end is
when the runner reported, minutes after the watch stopped.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.plausible import LONGEST_S, Raw, session_or_problem
from unload.importers.protocol import Record
from unload.importers.sports import sport_of
from unload.importers.titled import Cells, Titled, number_in, number_in_or_none
from unload.model.history import Sport
from unload.model.units import S_PER_MIN

_WORD = re.compile(r"[a-z_]+")
# Said of every session, and no sport.
_MANNERS = frozenset(("individual", "team"))


class PmSysSessions(Titled):
    """One session per report, without a distance."""

    name = "pmSys sessions"

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> Record:
        raw = Raw(where, source="pmsys")
        try:
            raw.moving_s = number_in(cells, "duration_min", S_PER_MIN)
            if "end_date_time" in cells:
                end = local_clock(cells["end_date_time"], zone)
                known = raw.moving_s is not None and 0 <= raw.moving_s <= LONGEST_S
                raw.start = end - timedelta(seconds=raw.moving_s or 0) if known else end
        except (ValueError, OverflowError) as error:
            return Problem(where, f"{error}.")
        raw.rpe = number_in_or_none(cells, "perceived_exertion")
        raw.sport, raw.marks = _sport(cells.get("activity_names", ""))
        return session_or_problem(raw, now)


def _sport(text: str) -> tuple[Sport, tuple[str, ...]]:
    """`['individual', 'endurance', 'running']`: the first word that names a sport we know."""
    words = [w for w in _WORD.findall(text.lower()) if w not in _MANNERS]
    known = [sport_of(word) for word in words]
    return next((s for s in known if s[0] is not Sport.OTHER), (known or [sport_of("")])[0])
