"""The books over a reading balance, and say what stands beside what."""

from datetime import UTC, timedelta
from pathlib import Path

import fit_writer as fw
from file_samples import NOW
from unload.importers import BUILTIN, read_path
from unload.importers.alike import Why, identity
from unload.importers.books import read_with
from unload.importers.reading import Place

START = NOW - timedelta(days=100)


def folder(path: Path) -> Path:
    """A run told twice, a run half of which it shares, and another."""
    for name, start, length in (
        ("a.fit", START, 1800.0),
        ("b.fit", START + timedelta(seconds=5), 1790.0),
        ("c.fit", START + timedelta(seconds=900), 1800.0),
        ("d.fit", START + timedelta(days=1), 1800.0),
    ):
        run = fw.session(start, total_timer_time=length, total_distance=5000.0)
        (path / name).write_bytes(fw.fit_file([fw.file_id(), run]))
    return path


def test_choices_and_overlaps_are_told(tmp_path: Path) -> None:
    """What was set aside and why; what shares time and still counts twice."""
    reading = read_path(folder(tmp_path), zone=UTC, now=NOW)
    (choice,) = reading.choices
    assert ("a.fit", ["b.fit"]) == (choice.kept.where, [a.session.where for a in choice.aside])
    assert [Why.SAME_TIME] == [a.why for a in choice.aside]
    assert [("a.fit", "c.fit")] == [(one.where, two.where) for one, two in reading.overlaps]
    assert (3, 1, 4) == (reading.imported, reading.duplicate, reading.seen)


def test_two_that_the_runner_says_are_two_both_count(tmp_path: Path) -> None:
    """By the names that their sessions keep from import to import."""
    (choice,) = read_path(folder(tmp_path), zone=UTC, now=NOW).choices
    pair = frozenset([identity(choice.kept), identity(choice.aside[0].session)])
    reading = read_path(tmp_path, zone=UTC, now=NOW, apart=frozenset([pair]))
    assert (4, ()) == (reading.imported, reading.choices)
    place = Place(UTC, NOW)
    assert reading == read_with(BUILTIN, tmp_path, place, lambda *_: None, frozenset([pair]))
