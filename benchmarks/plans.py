"""Count how often a runner who follows a published plan to the letter is told "soon".

    python3 run python benchmarks/plans.py

Reads ../shared/data/plans/weeks.csv, which belongs to the plans' authors and is not shipped. The
question is asked on every Sunday evening of every plan, knowing nothing of the weeks to come.
"""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from datetime import timedelta  # after the path above

from athletes import verdict_of
from plan_weeks import PLANS, followed, monday, plans, step_backs, until
from unload.model.advice import VerdictKind


def main() -> None:
    if not PLANS.exists():
        sys.exit(f"There are no plans at {PLANS}.")
    kinds: Counter[VerdictKind] = Counter()
    after: Counter[VerdictKind] = Counter()
    never: Counter[bool] = Counter()
    agreed = 0
    for plan in plans().values():
        history, steps = followed(plan), step_backs(plan)
        for number in range(len(plan)):
            sunday = monday(number) + timedelta(6)
            kind = verdict_of(until(history, sunday), sunday).kind
            kinds[kind] += 1
            if number in steps:
                after[kind] += 1
            if kind is VerdictKind.UNLOAD_SOON:
                never[bool(steps)] += 1
                agreed += any(
                    n in steps or (n < len(plan) and plan[n].race) for n in (number + 1, number + 2)
                )
    answered = sum(kinds.values()) - kinds[VerdictKind.NOT_ENOUGH_DATA] - kinds[VerdictKind.TAPER]
    soon = kinds[VerdictKind.UNLOAD_SOON]
    print(f"{sum(kinds.values())} plan weeks: {dict(kinds.most_common())}")
    print(
        f"soon: {soon} of {answered} weeks with an answer outside the taper ({soon / answered:.1%})"
    )
    print(f"of these in plans that never step back: {never[False]}")
    print(f"of these where the plan itself steps back or races within two weeks: {agreed}")
    print(f"on the Sunday of a step-back: {dict(after.most_common())}")


if __name__ == "__main__":
    main()
