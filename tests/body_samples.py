"""Samples of one look at the body: calm, asked, flagged, quiet, with a record."""

from datetime import date, datetime, timedelta

from unload.knowledge import load_knowledge
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.history import (
    Character,
    CheckIn,
    History,
    Runner,
    Session,
    Sex,
    Side,
    SoreSpot,
    Sport,
)
from unload.service.body import Visit

K = load_knowledge()
TODAY = date(2024, 11, 17)
CALF = SoreSpot(
    "calf", Side.LEFT, 4, at_rest=False, at_night=False, weight_bearing=False, swelling=False,
    sudden=False, point=False, character=Character.DULL, since=TODAY - timedelta(days=5),
)  # fmt: skip
NO = {"breathless": False, "swollen-calf": False}
RUNNER = Runner(age=44, sex=Sex.FEMALE, tools=("roller", "ball"), minutes=12)


def record() -> History:
    """Ten weeks of running, and a left calf that comes, goes, comes back and rises."""
    sessions = tuple(
        Session(
            datetime.combine(TODAY - timedelta(days=ago), datetime.min.time()).replace(hour=8),
            Sport.RUN,
            3600,
            12_000,
        )
        for ago in range(1, 70, 2)
    )
    pains = {40: 3, 39: 2, 20: 3, 19: 2, 12: 2, 10: 2, 8: 2, 6: 3, 4: 4, 2: 5, 1: 5}
    check_ins = tuple(
        CheckIn(
            TODAY - timedelta(days=ago),
            spots=(SoreSpot("calf", Side.LEFT, pains[ago]),) if ago in pains else (),
        )
        for ago in range(1, 60)
    )
    return History(sessions, check_ins, RUNNER)


def rolled() -> tuple[History, tuple[Worked, ...]]:
    """Thirty days of a calf at 3 that is at 1 the morning after a session, and at 3 after none."""
    days = [TODAY - timedelta(days=ago) for ago in range(1, 31)]
    check_ins = tuple(
        CheckIn(day, spots=(SoreSpot("calf", Side.LEFT, 3, next_morning=1 if n % 2 else 3),))
        for n, day in enumerate(days)
    )
    worked = tuple(Worked(day, "calf", Side.LEFT, 3, 2) for n, day in enumerate(days) if n % 2)
    return History((), check_ins, RUNNER), worked


CALM = Visit(TODAY, K, History(runner=RUNNER), (CALF,), NO)
ASKED = Visit(TODAY, K, History(runner=RUNNER), (CALF,))
FLAGGED = Visit(TODAY, K, History(runner=RUNNER), (CALF,), {**NO, "swollen-calf": True})
QUIET = Visit(TODAY, K, History(runner=RUNNER), ())
TESTED = Visit(
    TODAY, K, History(runner=RUNNER), (CALF,), NO, (ScreenResult("heel-raise", None, 12, 28),)
)
RECORDED = Visit(TODAY, K, record(), (CALF,), NO)
TRIED = Visit(TODAY, K, rolled()[0], (CALF,), NO, worked=rolled()[1])
VISITS = {
    "calm": CALM, "asked": ASKED, "flagged": FLAGGED, "quiet": QUIET, "tested": TESTED,
    "recorded": RECORDED, "tried": TRIED,
}  # fmt: skip
