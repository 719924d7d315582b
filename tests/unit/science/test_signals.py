"""Signals: every one answers for every day, for one runner and for many."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    ELI,
    TODAY,
    K,
    days_of,
    on,
    sore,
    weekly,
)
from unload.model.history import Entry, EntryKind, History, Runner
from unload.science.load import stack
from unload.science.signals import signals

NAN = np.nan
DAY = timedelta(days=1)


def test_every_signal_answers_for_every_day() -> None:
    """One value, one baseline and one answer a day, whatever the runner has told."""
    days = days_of(ELI)
    for name, told in signals(days, K.signals).items():
        shapes = [x.shape for x in (told.value, told.baseline, told.on)]
        assert [(days.days,)] * 3 == shapes, name


def test_a_fleet_has_the_signals_of_its_runners() -> None:
    """Batch and one by one are the same numbers."""
    alone = [days_of(history) for history in (sore(3, 3, 3), ELI)]
    fleet = signals(stack(alone), K.signals)
    for name, together in fleet.items():
        for row, one in enumerate(alone):
            mine = signals(one, K.signals)[name]
            np.testing.assert_allclose(together.on[row, -one.days :], mine.on, err_msg=name)


class TestCalendar:
    @pytest.mark.parametrize(("ahead", "answer"), [(7, True), (8, False), (0, True), (-1, None)])
    def test_a_phase_that_ends_within_the_week_asks(self, ahead: int, answer: bool | None) -> None:
        """Its last day may be today; one that is over is no calendar at all."""
        assert answer is on("calendar", planning(EntryKind.PHASE_END, ahead))

    @pytest.mark.parametrize(("ahead", "answer"), [(7, True), (8, False), (-2, True)])
    def test_a_journey_of_the_coming_week_asks(self, ahead: int, answer: bool) -> None:
        """Until its last day, five days after its first."""
        assert answer is on("calendar", planning(EntryKind.TRAVEL, ahead))

    def test_after_one_building_week_there_is_nothing_to_unload(self) -> None:
        """The calendar alone never asks two weeks after a lighter week."""
        assert on("calendar", planning(EntryKind.PHASE_END, 3, base=FRESH)) is False

    def test_without_a_calendar_it_is_unknown(self) -> None:
        """Nobody is asked to keep one."""
        assert on("calendar", ANNA) is None


FRESH = weekly(48, 48, 48, 24, 48)


def planning(kind: EntryKind, ahead: int, base: History = ANNA) -> History:
    """A runner with one entry of the calendar that begins so many days from today."""
    first = TODAY + ahead * DAY
    last = first + 4 * DAY if kind is EntryKind.TRAVEL else first
    return replace(base, runner=Runner(calendar=(Entry(kind, first, last),)))
