"""A census of body states: every law of the look, on as many states as were promised.

UNLOAD_LAWS=deep tries 100,000 of them; a usual run takes the first 2,000, and
UNLOAD_LAWS=few 500. Seeded, so that a state that breaks a law can be found again by its number.
"""

import os
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from unload.knowledge import load_knowledge
from unload.model.body import Level, RedFlag
from unload.model.complaint import Assessment
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.model.units import S_PER_MIN
from unload.science.assessment import assess

K = load_knowledge()
STATES = {"few": 500, "fast": 2_000, "deep": 100_000}[os.environ.get("UNLOAD_LAWS", "fast")]
TODAY = date(2024, 11, 17)
REGIONS = sorted(K.regions)
KEYS = [flag.key for flag in K.red_flags]
TOOLS = ["roller", "stick", "ball", "tennis-ball", "hands"]
MAYBE = (None, False, False, True)
State = tuple[list[SoreSpot], dict[str, bool], Runner]


def spot(chance: Random) -> SoreSpot:
    """Anywhere, and mostly calm: else hardly a state would get as far as a routine."""
    ago = chance.choice([None, chance.randrange(60)])
    facts = [chance.choice(MAYBE) if chance.random() < 0.4 else False for _ in range(6)]
    return SoreSpot(
        chance.choice(REGIONS),
        chance.choice(list(Side)),
        chance.randrange(21) / 2 if chance.random() < 0.3 else chance.randrange(1, 10) / 2,
        chance.choice([None, chance.randrange(21) / 2]),
        *facts,
        character=chance.choice([None, *Character]),
        since=None if ago is None else TODAY - timedelta(days=ago),
    )


def state(chance: Random) -> State:
    spots = [spot(chance) for _ in range(chance.randrange(5))]
    answers = {key: chance.random() < 0.01 for key in KEYS if chance.random() < 0.98}
    tools = tuple(tool for tool in TOOLS if chance.random() < 0.5)
    blockers = (chance.choice(sorted(K.blockers)),) if chance.random() < 0.1 else ()
    minutes = chance.choice([None, float(chance.randrange(41))])
    return spots, answers, Runner(tools=tools, minutes=minutes, blockers=blockers)


def look(made: State) -> Assessment:
    spots, answers, runner = made
    return assess(spots, answers, runner, K, today=TODAY)


def urgency(seen: Assessment) -> int:
    """0 where nothing is sore, 1 for E, up to 5 for A."""
    return 0 if seen.level is None else len(Level) - list(Level).index(seen.level)


def lawless(made: State, seen: Assessment) -> list[str]:
    """The laws that one look breaks."""
    flags: tuple[RedFlag, ...] = (*seen.asked, *seen.flags)
    is_open = any(flag.level.stops for flag in flags)
    shown = bool(seen.findings) or seen.routine is not None or seen.may_run
    broken = ["something is shown below what is open"] if is_open and shown else []
    if not is_open and (seen.routine is None or not seen.may_run):
        broken.append("something is hidden below nothing")
    usual = K.routine.routine_minutes.value
    room_s = (usual if made[2].minutes is None else made[2].minutes) * S_PER_MIN
    if seen.routine is not None and seen.routine.total_s > room_s:
        broken.append("the routine does not fit")
    return broken


@pytest.mark.parametrize("part", range(10))
def test_every_state_keeps_the_laws(part: int) -> None:
    """Nothing below an open flag; it fits; more pain never lowers a level."""
    chance = Random(part)
    kinds: Counter[bool] = Counter()
    for number in range(STATES // 10):
        made = state(chance)
        seen = look(made)
        kinds[seen.may_run] += 1
        assert [] == lawless(made, seen), (part, number, made)
        if made[0]:
            at = chance.randrange(len(made[0]))
            spots = list(made[0])
            spots[at] = replace(spots[at], pain=chance.uniform(spots[at].pain, 10))
            worse = look((spots, *made[1:]))
            assert urgency(worse) >= urgency(seen), (part, number, made, spots[at])
            assert seen.may_run or not worse.may_run, (part, number, made, spots[at])
    # No law above is empty: both kinds of look are many.
    assert min(kinds[True], kinds[False]) > STATES // 100
