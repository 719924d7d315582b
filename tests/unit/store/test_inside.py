"""What an open store says of itself."""

from pathlib import Path

import pytest
from django.db import connection

from unload.store import inside

pytestmark = pytest.mark.in_a_file


def test_a_sound_store_has_no_fault(either_store: Path) -> None:
    """Every fact has a value, nothing is wrong, and counts begin at nothing."""
    facts = {name: (value, fault) for name, value, fault in inside.facts()}
    told = {name: fault for name, (_, fault) in facts.items() if name != "synchronous"}
    assert {""} == set(told.values())
    assert [] == [name for name, (value, _) in facts.items() if not value]
    assert ("0", "") == facts["activities read"]
    assert "never" in facts["last backup"][0]


def test_a_setting_that_could_lose_data_is_a_fault(store: Path) -> None:
    """A connection that does not wait for the disk is told."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA journal_mode=MEMORY")
    faults = {name for name, _, fault in inside.facts() if fault}
    assert {"journal", "synchronous"} == faults


def test_a_note_can_be_written_over(store: Path) -> None:
    """One value for a key, the newest."""
    inside.note("last_backup", "then")
    inside.note("last_backup", "now")
    assert ("now", "") == (inside.said("last_backup"), inside.said("nothing"))
