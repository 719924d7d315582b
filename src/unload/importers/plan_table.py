"""Read a plan from a table of one's own, and the planned rows of a TrainingPeaks table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from unload.errors import Problem
from unload.importers.csvtable import header_of, key_of, read_table
from unload.importers.plan_cells import CLOCKS, DAYS, SAYS, planned_of
from unload.importers.protocol import File
from unload.model.plan import PlannedSession

# A table with what was run is a log and no plan.
_LOGGED = frozenset(("moving_s", "moving_time", "elapsed_s", "avg_hr", "average_heart_rate"))


class PlanTable:
    """One planned session per row: a date, and what the session is or how long."""

    name = "plan table"

    def identify(self, file: File) -> bool:
        keys = {key_of(title) for title in header_of(file)}
        dated = not keys.isdisjoint(DAYS)
        told = not keys.isdisjoint(SAYS)
        return dated and told and keys.isdisjoint(_LOGGED)

    def read(self, file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
        table = read_table(file)
        keys = [key_of(title) for title in table.header]
        for row in table.rows:
            if isinstance(row, Problem):
                yield row
                continue
            line, cells = row
            told = {k: c.strip() for k, c in zip(keys, cells, strict=False) if c.strip()}
            if any(k in told for k in (*SAYS, *CLOCKS)):
                yield planned_of(f"{file.name} line {line}", told)
