"""Rewrite many random plans and count the laws that do not hold; prints each kind of plan once.

    python3 run python benchmarks/plan_laws.py [how many]

Fifty thousand in about two minutes. The laws are those of tests/plan_laws.py; the same plans come
again, so that what is found can be looked at.
"""

import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dataclasses import replace  # after the path above
from datetime import timedelta

from athletes import ANNA, BEN, CLEO, DARA, ELI, TODAY, K, pains, state_of, verdict_of
from plan_laws import Made, broken
from unload.model.history import CheckIn, History, Runner, Sport
from unload.model.plan import (
    Effort,
    Instruction,
    Kind,
    Mode,
    Part,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    Wishes,
)
from unload.science.week import lighter_week

MANY = 50_000
START = TODAY + timedelta(1)
FEVER = next(flag.key for flag in K.red_flags if flag.level.stops)
RUNNERS = {
    "steady": ANNA,
    "sore": BEN,
    "calendar": CLEO,
    "returning": DARA,
    "weekend": ELI,
    "ill": replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),)),
    "very sore": replace(ANNA, check_ins=pains(5, 5, 5)),
    "red flag": replace(ANNA, runner=Runner(red_flags=(FEVER,))),
    "new": History(),
}
UNWELL = ("sore", "very sore", "ill")
KINDS = (Kind.EASY, Kind.EASY, Kind.EASY, Kind.RUN, Kind.HARD, Kind.HARD, Kind.LONG, Kind.RACE)


def step(chance: Random) -> RunStep:
    kind, effort = chance.choice(list(StepKind)), chance.choice(list(Effort))
    if chance.random() < 0.5:
        return RunStep(kind, effort, distance_m=chance.choice((100.0, 400.0, 1609.344, 5000.0)))
    return RunStep(kind, effort, duration_s=chance.choice((20.0, 90.0, 300.0, 1200.0)))


def part(chance: Random) -> Part:
    if chance.random() < 0.5:
        return step(chance)
    return Repeat(chance.randint(1, 20), tuple(step(chance) for _ in range(chance.randint(1, 3))))


def planned(chance: Random, *, by_time: bool) -> PlannedSession:
    day = START + timedelta(chance.randint(-2, 8))
    sport = chance.choice((Sport.RUN,) * 5 + (Sport.RIDE, Sport.SWIM, Sport.STRENGTH))
    km = 0.0 if by_time or sport is not Sport.RUN else chance.choice((0, 0.4, 3, 5, 8.05, 13.3, 32))
    minutes = chance.choice((10.0, 31.5, 48.0, 95.0, 200.0)) if not km else km * 6
    share = chance.choice((None, 0.0, 0.3, 1.0))
    structured = sport is Sport.RUN and chance.random() < 0.4
    parts = tuple(part(chance) for _ in range(chance.randint(1, 4))) if structured else ()
    untold = bool(parts) and chance.random() < 0.3
    return PlannedSession(
        day, chance.choice(KINDS), 0 if untold else 1000 * km, 0 if untold else 60 * minutes,
        None if share is None or untold else share * minutes * 60, sport, parts=parts,
    )  # fmt: skip


def wishes(chance: Random) -> Wishes:
    told = Instruction(
        START,
        START + timedelta(chance.randint(0, 6)),
        running=chance.random() < 0.5,
        hard=chance.random() < 0.5,
        longest_m=chance.choice((None, 3000.0, 8000.0)),
    )
    mode = chance.choice(list(Mode))
    return Wishes(mode, chance.randint(0, 6), (told,) if chance.random() < 0.3 else ())


def main(many: int) -> None:
    judged = {name: (state_of(h), verdict_of(h)) for name, h in RUNNERS.items()}
    found: Counter[str] = Counter()
    depths: Counter[str] = Counter()
    chance, began = Random(1), process_time()
    for number in range(many):
        name, by_time = chance.choice(sorted(RUNNERS)), chance.random() < 0.2
        sessions = [planned(chance, by_time=by_time) for _ in range(chance.randint(1, 14))]
        wanted, (state, verdict) = wishes(chance), judged[name]
        grid_m = chance.choice((500.0, 804.672))
        week = lighter_week(
            state, verdict, grid_m, K.week, plan=Plan(tuple(sessions)), wishes=wanted
        )
        depths["no week" if week is None else week.depth.value] += 1
        if week is None:
            continue
        for law in broken(Made(week, wanted, name in UNWELL)):
            found[law] += 1
            if found[law] == 1:
                print(f"plan {number}, {name}: {law}")
                for before, after, why in zip(
                    week.before.days, week.after.days, week.whys, strict=True
                ):
                    print(f"  {before}\n    -> {after}\n    {why.key}")
    spent = process_time() - began
    print(f"{many} plans, {dict(depths.most_common())}")
    print(f"broken laws: {dict(found) or 'none'}")
    print(f"{1000 * spent / many:.2f} ms of processor time a plan, drawing and checking included")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY)
