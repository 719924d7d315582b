"""A lighter week goes into JSON and comes back as it was."""

import json
from dataclasses import replace

from athletes import TODAY
from change_samples import WEEK, structured
from unload.model.phrase import Phrase
from unload.model.plan import Move, UnloadingWeek
from unload.store.weeks import move_of, move_row, week_of, week_row


def there_and_back(week: UnloadingWeek) -> UnloadingWeek:
    return week_of(json.loads(json.dumps(week_row(week), allow_nan=False)))


def test_a_week_comes_back_as_it_went() -> None:
    """Sessions, reasons and notes, through real JSON."""
    assert there_and_back(WEEK) == WEEK
    noted = replace(WEEK, notes=(Phrase("week.accepted", {"day": TODAY, "n": 2}),))
    assert there_and_back(noted) == noted


def test_a_structure_comes_back_and_a_title_is_one_line() -> None:
    """Repeats, unknown effort; what cannot be stored is taken out of the runner's own words."""
    told = there_and_back(structured()).before.days[1]
    was = structured().before.days[1]
    assert (was.parts, None, "Fartlek") == (told.parts, told.hard_s, told.title)
    assert (True, False) == (told.by_time, there_and_back(WEEK).before.days[1].by_time)


def test_a_move_comes_back_as_it_went() -> None:
    """Its two days and which session of the day it was."""
    move = Move(TODAY, TODAY, 1)
    assert move == move_of(json.loads(json.dumps(move_row(move))))
