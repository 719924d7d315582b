"""Read `injury.csv` of the pmSys check-in app: which parts of the body were reported, and when.

Verified on the exports of eight people: times are UTC, a questionnaire without a complaint is
`{}`, and a part is "minor" or "major". Kept apart from sessions and check-ins on purpose: a
back-test compares these reports with answers that must not have seen them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import datetime, tzinfo
from pathlib import Path

from unload.errors import Problem
from unload.importers.clock import local_clock
from unload.importers.csvtable import header_of, read_table
from unload.importers.files import opened
from unload.importers.numbers import shown
from unload.importers.protocol import File
from unload.importers.titled import Cells, Titled
from unload.model.proof import InjuryReport

HEADER = ("effective_time_frame", "injuries")
# Running loads what is below the ribs; a hand or a head is not what a lighter week is for.
CARRYING = ("back", "hip", "groin", "thigh", "knee", "leg", "shin", "calf", "ankle", "foot", "toe")
STRENGTHS = ("minor", "major")


class PmSysInjuries(Titled):
    """The table is known and gives no record: what is to be foretold must not reach the signals."""

    name = "pmSys injuries"

    def record(self, where: str, cells: Cells, zone: tzinfo, now: datetime) -> None:
        """Nothing; `read_injuries` reads the reports for the back-test alone."""


def read_injuries(
    path: Path, zone: tzinfo
) -> tuple[tuple[InjuryReport, ...] | None, tuple[Problem, ...]]:
    """Every answered questionnaire under `path`, oldest first; None where there is no table."""
    with opened(path) as found:
        tables = [list(_records(file, zone)) for file in found.files if _is_table(file)]
    records = [record for table in tables for record in table]
    reports = sorted((r for r in records if isinstance(r, InjuryReport)), key=lambda r: r.day)
    problems = tuple(r for r in records if isinstance(r, Problem))
    return (tuple(reports) if tables else None), problems


def _is_table(file: File) -> bool:
    return file.name.lower().endswith(".csv") and header_of(file) == HEADER


def _records(file: File, zone: tzinfo) -> Iterator[InjuryReport | Problem]:
    for row in read_table(file).rows:
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        where = f"{file.name} line {line}"
        try:
            yield _report(cells, zone)
        except (ValueError, SyntaxError, IndexError):
            told = shown(",".join(cells))
            yield Problem(
                where, f"{told} is not a date and a list of parts like {{'knee': 'minor'}}."
            )


def _report(cells: list[str], zone: tzinfo) -> InjuryReport:
    day = local_clock(cells[0], zone).date()
    parts = ast.literal_eval(cells[1])
    if not isinstance(parts, dict) or not set(parts.values()) <= set(STRENGTHS):
        raise ValueError
    carrying = {p: s for p, s in parts.items() if any(word in str(p) for word in CARRYING)}
    return InjuryReport(day, tuple(sorted(carrying)), "major" in carrying.values())
