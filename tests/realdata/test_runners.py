"""65 real runners: every row is read, a duplicate, or set aside with its line."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from unload.importers import read_path
from unload.model.history import Sport
from unload.service import advise_path, records
from unload.service.stored import advise_stored

RUNNERS = Path(__file__).parents[3] / "shared" / "data" / "runners"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
needs_runners = pytest.mark.skipif(not RUNNERS.exists(), reason=f"no runners at {RUNNERS}")
# file: rows seen, imported, duplicate, quarantined
BOOKS = {
    "85ryan.csv": (61, 61, 0, 0),
    "artsylee.csv": (317, 317, 0, 0),
    "carlislechan.csv": (912, 890, 20, 2),
    "cooldarran.csv": (422, 422, 0, 0),
    "haiyankong.csv": (141, 141, 0, 0),
    "strava_r000_r059.csv": (28841, 28646, 95, 100),
}


@needs_runners
@pytest.mark.parametrize("name", BOOKS)
def test_the_books_of_every_file(name: str) -> None:
    """Counted once by hand; a change of a rule shows here."""
    reading = read_path(RUNNERS / name, zone=UTC, now=NOW)
    rows = len((RUNNERS / name).read_text("utf-8").splitlines()) - 1
    books = (reading.seen, reading.imported, reading.duplicate, reading.quarantined)
    assert BOOKS[name] == books
    assert rows == reading.seen == reading.imported + reading.duplicate + reading.quarantined


@needs_runners
def test_all_runners_are_there() -> None:
    """65 names, nearly all of what they did is running, and every problem names its line."""
    reading = read_path(RUNNERS, zone=UTC, now=NOW)
    assert 65 == len({s.runner for s in reading.sessions})
    assert 29_000 < Counter(s.sport for s in reading.sessions)[Sport.RUN]
    assert all(" line " in problem.where for problem in reading.problems)
    told = Counter("zero" if "zero seconds" in p.message else "fast" for p in reading.problems)
    assert {"zero": 51, "fast": 51} == told


@needs_runners
def test_the_store_answers_like_the_files(store: Path) -> None:
    """Imported and read back, a year of a real runner gives the same advice."""
    path = RUNNERS / "artsylee.csv"
    last = max(s.day for s in read_path(path, zone=UTC, now=NOW).sessions)
    records.import_files(path, zone="UTC")
    wishes = {"today": last, "zone": "UTC"}
    assert advise_path(path, **wishes).advice == advise_stored(**wishes).advice
