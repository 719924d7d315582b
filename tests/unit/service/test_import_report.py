"""What an import did: sums and states, and what a preview says of whose training it is."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from unload.errors import Problem
from unload.importers.alike import Why
from unload.importers.group import Aside, Group
from unload.model.history import Session, Sport
from unload.service.import_report import FileReport, ImportReport, preview_of, state_of, taken_over
from unload.store.books import Line

RUN = Session(datetime(2024, 6, 1, 6), Sport.RUN, 3600.0, 12_000.0, runner="sam")
FILE = FileReport("a.csv", "imported", 5, 2, 1, (Problem("x", "y"),))
REPORT = ImportReport(1, "e.zip", None, True, (FILE, FileReport("b", "known", 3, 3, 4, ())), 0, {})


@pytest.mark.parametrize(
    ("line", "state"),
    [
        (Line("a", 1, False, 3, 0, ()), "known"),
        (Line("a", 1, True, 3, 0, ()), "imported"),
        (Line("a", 1, True, 2, 0, ()), "duplicate"),
        (Line("a", 1, True, 2, 1, ()), "imported"),
        (Line("a", 1, True, 0, 0, (Problem("x", "y"),)), "quarantined"),
        (Line("a", 1, True, 0, 0, ()), "no activity"),
    ],
)
def test_every_file_has_one_state(line: Line, state: str) -> None:
    """Two of its sessions are told better elsewhere."""
    assert state == state_of(line, duplicates=2)


def test_the_sums_of_an_import_are_those_of_its_files() -> None:
    """What another import brought is a duplicate here, and its check-ins are not counted again."""
    assert (9, 3, 5, 1, 1) == (
        REPORT.seen, REPORT.imported, REPORT.duplicate, REPORT.quarantined, REPORT.check_ins
    )  # fmt: skip
    assert not REPORT.useless


def test_a_preview_says_whose_training_it_looks_like() -> None:
    """I52: how many runs, how far, from when to when, and by which names."""
    ride = Session(RUN.start + timedelta(days=9), Sport.RIDE, 3600.0, 30_000.0)
    told = preview_of(REPORT, [RUN, ride])
    assert (1, 12.0, date(2024, 6, 1), date(2024, 6, 10), ("sam",)) == (
        told.runs, told.run_km, told.first, told.last, told.runners
    )  # fmt: skip
    assert (0, 0.0, None, None, ()) == (
        (empty := preview_of(REPORT, [])).runs, empty.run_km, empty.first, empty.last, empty.runners
    )  # fmt: skip


def test_what_is_taken_over_is_said_of_one_and_of_many() -> None:
    """Only where a file from before told of it: two new tellings of a new run are none."""
    other = replace(RUN, source="watch")
    group = Group(RUN, (Aside(other, Why.SAME_TIME),))
    rows = [(1, RUN), (2, other)]
    said = "1 of the imported was known already and is told better here; each still counts once."
    assert [said] == list(taken_over([group], rows, {1}))
    assert [] == list(taken_over([group], rows, {1, 2})) == list(taken_over([group], rows, {2}))
