"""What we promise of the verdict: which answer, from when on, and that it holds.

The runner is Anna, two building weeks since her lighter one; a row changes one thing about her.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from athletes import ANNA, MARATHON, TODAY, K, pains, state_of, verdict_of, weekly
from unload.model.advice import VerdictKind
from unload.model.history import CheckIn, Entry, EntryKind, History, Runner, Weekly
from unload.science.verdict import KINDS, verdicts

DAY = timedelta(days=1)
CALM = [0] * 28
IN_THREE_WEEKS = replace(MARATHON, day=TODAY + 21 * DAY)


def told(*levels: float) -> History:
    """Pain of the left calf on the newest days, after four calm weeks."""
    return replace(ANNA, check_ins=pains(*CALM, *levels))


def planned(kind: EntryKind, ahead: int) -> History:
    day = TODAY + ahead * DAY
    return replace(ANNA, runner=Runner(calendar=(Entry(kind, day, day),)))


def hampered(part: int) -> History:
    return replace(ANNA, runner=Runner(weekly=(Weekly(TODAY, part=part),)))


ANSWERS = [
    ("as she is", ANNA, VerdictKind.TRAIN_ON),
    ("three building weeks", weekly(48, 48, 48, 24, 48, 48, 48), VerdictKind.UNLOAD_SOON),
    ("half of the usual this week", weekly(48, 48, 48, 48, 24), VerdictKind.ALREADY_UNLOADING),
    ("3/10 on two days", told(3, 3), VerdictKind.TRAIN_ON),
    ("3/10 on three days", told(3, 3, 3), VerdictKind.UNLOAD_NOW),
    ("2/10 on seven days, from nothing", told(*[2] * 7), VerdictKind.UNLOAD_NOW),
    ("ill", replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),)), VerdictKind.UNLOAD_NOW),
    ("could not train for aches", hampered(4), VerdictKind.UNLOAD_NOW),
    ("trained with an ache", hampered(2), VerdictKind.TRAIN_ON),
    ("phase ends on Tuesday", planned(EntryKind.PHASE_END, 2), VerdictKind.UNLOAD_SOON),
    ("travels on Tuesday", planned(EntryKind.TRAVEL, 2), VerdictKind.UNLOAD_SOON),
    ("ill by the calendar", planned(EntryKind.ILLNESS, 0), VerdictKind.UNLOAD_NOW),
    ("race in three weeks", replace(ANNA, race=IN_THREE_WEEKS), VerdictKind.TAPER),
    ("nothing recorded", History(), VerdictKind.NOT_ENOUGH_DATA),
]


@pytest.mark.parametrize(
    ("history", "answer"), [pytest.param(h, a, id=name) for name, h, a in ANSWERS]
)
def test_one_thing_changed(history: History, answer: VerdictKind) -> None:
    """The first rule that holds answers."""
    assert answer is verdict_of(history).kind


@pytest.mark.parametrize(
    ("levels", "changes"),
    [
        ((3, 3, 3, *[0] * 14), 2),
        ((3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3, *[0] * 7), 2),
        ((3, 3, 2, 3, 2, 2, 3, 3, 2, 3, *[0] * 9), 2),
        ((1, 3, 1, 0, 1, 3, 1, 0), 0),
    ],
)
def test_the_answer_does_not_flap(levels: Sequence[float], changes: int) -> None:
    """A calf that comes and goes by the day turns the answer once, and once back."""
    history = replace(told(*levels), sessions=weekly(*[48] * 3, *[24, 48, 48] * 5).sessions)
    state = state_of(history)
    now = [KINDS[code] is VerdictKind.UNLOAD_NOW for code in verdicts(state, K.verdict)]
    body = [bool(on > 0) for on in state.tracks["sore_spots"].on]
    assert changes == sum(a != b for a, b in pairwise(body))
    assert any(now) == (changes > 0)


@pytest.mark.parametrize("history", [ANNA, told(3, 3, 3), weekly(48, 48, 48, 24, 48, 48, 48)])
def test_both_sides_of_the_answer_are_named(history: History) -> None:
    """What would make it softer and what would make it harder."""
    assert 2 <= len(verdict_of(history).would_change)
