"""Power cuts and disks that fail: what was answered is there, and the store is whole (D3, D11)."""

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from power import Trial, sent_by
from stores import export
from unload.model.history import CheckIn
from unload.service import records
from unload.store import history, sqlite

pytestmark = pytest.mark.in_a_file

CUTS = 100
JOURNALS = ("truncate", "wal")


@pytest.fixture
def statements(store: Path, tmp_path: Path) -> tuple[bytes, list[str]]:
    """An empty store, and what an import of eight files, ten check-ins and an undo send to it."""
    before = (store / "unload.sqlite3").read_bytes()
    runs = export(tmp_path / "runs")

    def deed() -> None:
        records.PAGES_MAX, pages = 2, records.PAGES_MAX
        try:
            number = records.import_files(runs, zone="UTC").number
        finally:
            records.PAGES_MAX = pages
        for day in range(10):
            history.add(CheckIn(date(2024, 6, 1) + timedelta(day), sleep=4.0), f"key{day}")
        records.undo_import(number or 0)

    return before, sent_by(deed)


@pytest.mark.parametrize("journal", JOURNALS)
def test_d3_a_power_cut_loses_nothing_that_was_answered(
    statements: tuple[bytes, list[str]], journal: str
) -> None:
    """Fault D3: a hundred cuts at any write, with what was not flushed lost, torn and reordered."""
    trial = Trial(*statements, journal)
    chance = random.Random(3)
    assert {0: CUTS} == Counter(trial.cut(chance) for _ in range(CUTS))


@pytest.mark.parametrize(("journal", "synchronous"), [("truncate", "OFF"), ("wal", "NORMAL")])
def test_this_disk_does_lose_what_is_not_flushed(
    statements: tuple[bytes, list[str]], journal: str, synchronous: str
) -> None:
    """Set up less strictly, the same cuts lose what was answered: the test above can fail (S40)."""
    trial = Trial(*statements, journal, synchronous)
    chance = random.Random(3)
    assert Counter(trial.cut(chance) for _ in range(CUTS)).keys() - {0}


@pytest.mark.parametrize("journal", JOURNALS)
def test_d11_a_disk_that_fails_once_loses_nothing_that_was_answered(
    statements: tuple[bytes, list[str]], journal: str
) -> None:
    """Fault D11: at every seventh write or flush; the program stops there, as the store does."""
    trial = Trial(*statements, journal)
    told = Counter(
        trial.lost_by(trial.disk(call, once=True), None) for call in range(1, trial.calls, 7)
    )
    assert {0} == told.keys()


def test_the_store_is_set_up_as_these_trials_are(store: Path) -> None:
    """Flushed in full, under one of the two journals."""
    from django.db import connection  # noqa: PLC0415 # brings Django, which most tests need not pay for

    with connection.cursor() as cursor:
        told = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "journal_mode")
        ]
    assert [2, sqlite.journal_for(store)] == told
    assert told[1] in JOURNALS
