"""Decisions about a week in words and as plain values."""

import json

from rich.console import Console, RenderableType

from athletes import TODAY, K
from change_samples import DAYS, WEEK, a_move, change
from schemas import faults
from unload.model.phrase import Phrase
from unload.model.plan import Move
from unload.report.changes import NOTHING, change_dict, decided, decided_dict, listed_changes
from unload.report.words import KM, Words
from unload.science.accepted import held
from unload.science.moves import moved

WORDS = Words(K.text, KM, TODAY)


def text(shown: RenderableType) -> str:
    """What a terminal of 80 columns shows, without colour."""
    console = Console(width=80, no_color=True, highlight=False)
    with console.capture() as caught:
        console.print(shown)
    return caught.get()


def test_an_acceptance_names_its_days_and_the_way_back() -> None:
    """Day by day before, after and why."""
    made = text(decided(change(1, DAYS[2], DAYS[6]), held(WEEK, DAYS[2:3]), True, WORDS))
    assert "Accepted: Wed 20, Sun 24, of the unloading week from 2024-11-18." in made
    assert "unload undo" in made
    whole = text(decided(change(1, *DAYS), WEEK, True, WORDS))
    assert "Accepted: all seven days, of the unloading week from 2024-11-18." in whole
    assert "as it was: not accepted" in made


def test_a_second_time_and_an_undoing_say_so() -> None:
    """Nothing was added; these days are as they were."""
    again = text(decided(change(1, *DAYS), WEEK, False, WORDS))
    assert "Accepted already on 2024-11-17" in again
    back = text(decided(change(2, DAYS[6], undoes=1), WEEK, True, WORDS))
    assert "Given back: Sun 24." in back
    assert "proposes anew" in back


def test_the_list_has_a_line_for_every_change() -> None:
    """Or says that there is none."""
    shown = text(listed_changes([change(2, DAYS[6], undoes=1), change(1, *DAYS)]))
    assert ["2", "1"] == [line.split()[0] for line in shown.splitlines() if "week from" in line]
    assert NOTHING in " ".join(text(listed_changes([])).split())


def test_programs_get_the_proposal_and_the_week_that_holds() -> None:
    """Strict JSON with ISO days."""
    told = decided_dict(change(1, DAYS[2]), held(WEEK, DAYS[2:3]), True, WORDS)
    assert told == json.loads(json.dumps(told, allow_nan=False))
    assert [] == faults(told, "accept")
    both = (change(2, DAYS[2], undoes=1), change(1, DAYS[2]))
    assert [] == faults([change_dict(one, WORDS) for one in both], "changes")
    assert (True, 1, ["2024-11-20"], "2024-11-18") == (
        told["new"], told["change"], told["days"], told["first_day"],
    )  # fmt: skip
    assert change_dict(change(1, DAYS[2]), WORDS).items() <= told.items()
    assert 7 == len(told["week"]["days"]) == len(told["proposed"]["days"])


MOVE = Move(DAYS[1], DAYS[4])


def test_a_move_is_told_by_its_days_and_so_is_a_refusal() -> None:
    """What moved where, what did not and why, and what was moved back."""
    week, why = moved(WEEK, [MOVE]), Phrase("move.race")
    made = text(decided(a_move(2, MOVE), week, True, WORDS, [why]))
    assert "Moved: the session of Tue 19 to Fri 22." in made
    assert "Not moved: A race stays on its day." in made
    assert ("moved to Friday" in made, "moved here from Tuesday" in made) == (True, True)
    back = text(decided(a_move(3, MOVE, undoes=2), WEEK, True, WORDS))
    assert "Moved back: Tue 19 to Fri 22 no longer." in back
    listed = text(listed_changes([a_move(3, MOVE, undoes=2), a_move(2, MOVE)]))
    assert 2 == listed.count("Tue 19 to Fri 22")


def test_programs_are_told_of_a_move() -> None:
    """The days it went from and to, the row it stands on, and why another was refused."""
    told = decided_dict(a_move(2, MOVE), moved(WEEK, [MOVE]), True, WORDS, [Phrase("move.past")])
    assert [] == faults(told, "accept")
    assert {"from": "2024-11-19", "to": "2024-11-22", "place": 0} == told["move"]
    assert [None, None, None, None, "2024-11-19"] == [
        day["moved_from"] for day in told["week"]["days"]
    ][:5]
    assert 1 == len(told["refused"])
    both = [change_dict(one, WORDS) for one in (a_move(2, MOVE), change(1, DAYS[2]))]
    assert [] == faults(both, "changes")
