"""The books over a reading balance, and say what stands beside what."""

from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import fit_writer as fw
from file_samples import NOW
from unload.importers import BUILTIN, read_path
from unload.importers.alike import Why, identity
from unload.importers.books import noted, read_with, remarks
from unload.importers.marks import LEFT_RUNNING, SALVAGED
from unload.importers.protocol import Note
from unload.importers.reading import Place
from unload.importers.sharing import Sharing
from unload.model.history import Session, Sport

START = NOW - timedelta(days=100)
RUN = Session(NOW - timedelta(days=9), Sport.RUN, 3600.0, 12_000.0, where="a.fit")


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
    """What was set aside and why; what shares time, which counts once."""
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


def test_shared_time_is_told_where_it_is_worth_a_line(tmp_path: Path) -> None:
    """I44: the first few by their places, the rest by number; seconds are let be."""
    sharing = Sharing(RUN, (replace(RUN, where="b.fit"),), replace(RUN, duration_s=2400.0))
    less = replace(sharing, counted=replace(RUN, duration_s=3590.0))
    line = "a.fit: 20 minutes of it are also those of b.fit, and count there alone."
    assert [line] == list(remarks([], [sharing, less]))
    assert (
        "2 more share time with another, which counts once." == list(remarks([], [sharing] * 5))[-1]
    )


def test_what_was_read_otherwise_than_it_stands_is_told() -> None:
    """I12: one or many; nothing where nothing was."""
    left = replace(RUN, marks=(LEFT_RUNNING,))
    one = "1 activity took many times as long as it moved; its moving time counts."
    assert [one] == list(remarks([RUN, left], []))
    assert "2 files are damaged; what could be decoded of them counts." in list(
        remarks([replace(RUN, marks=(SALVAGED,))] * 2, [])
    )
    assert [] == list(remarks([RUN], []))


def test_what_was_assumed_of_many_files_is_said_once() -> None:
    """An export with a file for every month does not fill the screen with one sentence."""
    notes = [Note("a.csv", "is so."), Note("b.csv", "is not."), Note("c.csv", "is so.")]
    assert ["a.csv and 1 more: is so.", "b.csv: is not."] == list(noted(notes))
