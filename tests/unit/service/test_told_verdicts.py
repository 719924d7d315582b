"""What was told is kept as long as it is true, travels with a backup, and goes when all goes."""

from datetime import timedelta
from pathlib import Path

import pytest

from athletes import TODAY
from told_samples import said
from unload.service import checking_in, keeping
from unload.service import told_verdicts as verbs
from unload.store import inside
from unload.store.erasing import erase_everything


def test_what_is_told_can_be_asked_for(store: Path) -> None:
    """By day, all of it, and as a list of days that ends where it should."""
    days = [TODAY - timedelta(days=ago) for ago in range(3)]
    for day in days:
        assert verbs.keep(day, said(str(day)))
    assert [str(TODAY)] == [one.sentence for one in verbs.of_day(TODAY)]
    assert days[::-1] == [one.day for one in verbs.every()]
    assert days[:2] == [one.day for one in verbs.days(most=2)]
    assert days[1:] == [one.day for one in verbs.days(before=TODAY)]


def test_nothing_is_noted_of_what_is_over(store: Path) -> None:
    """An answer that was thought out before something was kept or erased is told no longer."""
    stamp = inside.stamp()
    checking_in.record_check_in({"sleep": 4}, TODAY)
    assert not verbs.keep(TODAY, said(), under=stamp)
    assert verbs.keep(TODAY, said(), under=inside.stamp())
    assert 1 == len(verbs.every())


@pytest.mark.in_a_file
def test_a_backup_brings_it_back_and_erasing_leaves_nothing(store: Path) -> None:
    """Word for word."""
    verbs.keep(TODAY, said())
    before = verbs.every()
    path, rows = keeping.back_up()
    assert 1 == rows["unload_verdicttold"]
    copy = path.rename(store / "kept.sqlite3")
    erase_everything()
    assert () == verbs.every()
    keeping.restore(copy)
    assert before == verbs.every()
