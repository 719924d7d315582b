"""Progress: only on a terminal, only after a second, and gone when done."""

import io

import pytest
from rich.console import Console

from unload.report import progress
from unload.report.progress import Ticker


def written(monkeypatch: pytest.MonkeyPatch, terminal: bool, patience_s: float) -> str:
    """What a reading of three files writes."""
    monkeypatch.setattr(progress, "PATIENCE_S", patience_s)
    out = io.StringIO()
    with Ticker(Console(file=out, force_terminal=terminal, width=80, _environ={})) as ticker:
        for done in range(3):
            ticker(done, 3, f"[{done}].fit")
    return out.getvalue()


def test_long_readings_show_how_far_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file's name is shown as it stands."""
    text = written(monkeypatch, True, 0.0)
    assert "Reading" in text
    assert "[2].fit" in text


def test_short_readings_are_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing flashes by."""
    assert "" == written(monkeypatch, True, 60.0)


def test_where_nobody_watches_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file is not filled with bars."""
    assert "" == written(monkeypatch, False, 0.0)
