"""What a calendar that follows is told: what was taken and moved, nothing under a flag."""

from datetime import date
from pathlib import Path

from athletes import TODAY
from change_samples import DAYS, WEEK
from unload.model.plan import Move
from unload.service.feeding import agreed
from unload.store import changes as book

TUE, WED, THU = DAYS[1:4]


def told(today: date = TODAY, *, stopped: bool = False) -> list[set[date]]:
    return [set(days) for _, days in agreed(today, stopped=stopped).weeks]


def test_nothing_taken_is_nothing_told(store: Path) -> None:
    """Nor is what was only somebody else's."""
    book.accept("ann", TODAY, WEEK, DAYS)
    assert ((), None) == (agreed(TODAY).weeks, agreed(TODAY).changed_at)


def test_what_was_taken_is_told_where_it_was_moved(store: Path) -> None:
    """With the moment of the newest change; a week that was given back whole is gone."""
    first = book.accept("", TODAY, WEEK, (TUE, WED))
    last = book.move("", TODAY, WEEK, Move(TUE, WED))
    found = agreed(TODAY)
    assert ([{TUE, WED}], last.made_at) == (told(), found.changed_at)
    assert TUE == WEEK.after.days[found.weeks[0][0].origin(2)].day
    book.undo("", TODAY, last, ())
    book.undo("", TODAY, first, first.days)
    assert [] == told()


def test_under_a_red_flag_nothing_lies_ahead(store: Path) -> None:
    """What has passed stays; today and later are gone until the flag is."""
    book.accept("", TODAY, WEEK, (TUE, WED, THU))
    assert [{TUE}] == told(WED, stopped=True)
    assert [] == told(TODAY, stopped=True)
    assert [{TUE, WED, THU}] == told(WED)
