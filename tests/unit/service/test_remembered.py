"""What is thought out is remembered until something is kept, and is never shown to another."""

from dataclasses import replace
from pathlib import Path

import pytest

from notebooks import MINE, kept
from unload.errors import NoRuns, UnloadError
from unload.service import remembered, stored
from unload.service.tellings import settled
from unload.store import erasing

__all__ = ["kept"]  # a fixture


def test_an_answer_is_thought_out_once(kept: Path) -> None:
    """Until something is kept; another owner never gets it, however alike they are (C10)."""
    first = MINE.advice()
    assert first is MINE.advice()
    assert first is not replace(MINE, owner=2).advice()
    MINE.record({"sleep": 1}, None)
    assert first is not MINE.advice()


def test_a_year_is_looked_back_on_once(kept: Path) -> None:
    """Up to the day of the notebook, from what is known of the runner."""
    first = MINE.year()
    assert first is MINE.year()
    assert MINE.today > first.weeks[-1].first_day
    MINE.record({"sleep": 1}, None)
    assert first is not MINE.year()


def test_a_check_in_does_not_merge_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is laid over what came with files; an import taken back is another matter."""
    mine, merged = replace(MINE, owner=3), []  # for whom no other test has remembered anything
    monkeypatch.setattr(stored, "settled", lambda told: merged.append(1) or settled(told))
    mine.advice()
    mine.record({"sleep": 1}, None)
    assert (1.0, 1) == (mine.advice().history.check_ins[-1].sleep, len(merged))
    mine.undo_import(1)
    mine.look()
    assert 2 == len(merged)


def test_erasing_forgets_what_was_remembered(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where another program still holds what was deleted."""
    MINE.advice()
    monkeypatch.setattr(erasing, "forget_deleted", lambda: False)
    with pytest.raises(UnloadError, match="another program"):
        MINE.erase()
    assert 0 == remembered.advice.cache_info().currsize


def test_taking_back_is_seen_at_once(kept: Path) -> None:
    """An import that is undone takes its answer along."""
    MINE.advice()
    MINE.undo_import(1)
    with pytest.raises(NoRuns):
        MINE.advice()
