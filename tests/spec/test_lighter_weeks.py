"""What we promise of lighter weeks: each is found for what it is, planned or not, and counts.

One row is a runner's weeks in km from the oldest to the newest, which ends today, a Sunday; the
last columns are what today's week is called and how many weeks have been built. The first week
of a record begins with its first run, is not known whole, and is not counted.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import MONDAY, TODAY, K, days_of, state_of, weekly
from unload.model.history import Entry, EntryKind, Runner
from unload.science.reasons import signals_today
from unload.science.weeks import week_tracks

WEEKS = [
    ((48, 48, 48, 48), "building", 3),
    ((48, 48, 48, 36), "unloading week", 0),
    ((48, 48, 48, 37), "step-back", 0),
    ((48, 48, 48, 45), "step-back", 0),
    ((48, 48, 48, 46), "building", 3),
    ((48, 48, 48, 24, 48), "building", 1),
    ((48, 48, 48, 42, 48, 48), "building", 2),
    ((48, 48, 48, 42, 42, 42), "building", 5),
    ((40, 42, 44, 46, 48, 50), "building", 5),
    ((48, 48, 48, 0, 48), "building", 1),
]


@pytest.mark.parametrize(("kms", "name", "built"), WEEKS)
def test_a_week_is_found_for_what_it_is(kms: tuple[float, ...], name: str, built: int) -> None:
    """0.75 of the three weeks before unloads; 0.95 of the last one steps back."""
    weeks = week_tracks(days_of(weekly(*kms)), K.signals)
    called = "unloading week" if weeks.unloaded[-1] else "building"
    assert name == ("step-back" if weeks.stepped_back[-1] else called)
    assert built == int(state_of(weekly(*kms)).tracks["build_weeks"].value[-1])


@pytest.mark.parametrize(
    ("kind", "days", "words"),
    [
        (EntryKind.ILLNESS, 3, "since the week you were ill"),
        (EntryKind.TRAVEL, 2, "since the week you were away"),
        (EntryKind.TRAVEL, 1, "since your last light one"),
    ],
)
def test_illness_and_travel_keep_their_names(kind: EntryKind, days: int, words: str) -> None:
    """A light week with two days of either is not called an unloading week."""
    first = MONDAY - timedelta(weeks=1)
    entry = Entry(kind, first, first + timedelta(days - 1))
    history = replace(weekly(48, 48, 48, 20, 48), runner=Runner(calendar=(entry,)))
    told = {s.name: s for s in signals_today(state_of(history, TODAY), K.signals)}
    assert words in K.text[told["build_weeks"].says.key]
