"""The made-up histories whose decisions are kept, the days they are asked on, and one as a line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    MARATHON,
    PLAIN,
    TODAY,
    advice_of,
    hurts,
    running,
    said,
)
from unload.model.advice import Advice
from unload.model.history import (
    CheckIn,
    Entry,
    EntryKind,
    History,
    Race,
    Runner,
    Session,
    Sport,
)
from unload.model.plan import UnloadingWeek
from unload.model.units import M_PER_KM, S_PER_MIN
from unload.service.demos import DEMOS, demo_of

DAYS = tuple(TODAY + timedelta(days=back) for back in range(-30, 7, 3))
WEEKS = 20
FACTORS = (0.0, 0.55, 0.75, 0.85, 0.9, 1.0, 1.0, 1.05, 1.1, 1.2)

Decisions = dict[str, dict[str, str]]


def drawn(seed: int) -> History:
    """A runner made up from a seed: weeks that differ, holes, moods, a spot that comes and goes.

    Only `Random.random` is asked, which gives the same numbers on every machine and Python.
    """
    chance = Random(seed)
    first = TODAY - timedelta(days=7 * WEEKS - 1)
    tells = {"heart": chance.random() < 0.6, "effort": chance.random() < 0.6}
    sessions: list[Session] = []
    for week in range(WEEKS + 1):
        factor = FACTORS[int(chance.random() * len(FACTORS))]
        for weekday, km in enumerate(PLAIN):
            day = first + timedelta(days=7 * week + weekday)
            if km * factor and chance.random() < 0.93:
                sessions.append(_run(chance, day, km * factor, tells))
    asked = chance.random()
    race = Race(TODAY + timedelta(days=int(chance.random() * 90)), 42_195)
    return History(tuple(sessions), tuple(_check_ins(chance, asked)), race=race)


def _run(chance: Random, day: date, km: float, tells: dict[str, bool]) -> Session:
    metres = round(km * (0.9 + 0.2 * chance.random()), 1) * M_PER_KM
    seconds = round(metres * (0.33 + 0.06 * chance.random()))
    heart, effort = 125 + round(40 * chance.random()), 2 + round(6 * chance.random())
    return Session(
        datetime(day.year, day.month, day.day, 7),
        Sport.RUN,
        seconds,
        metres,
        avg_hr=heart if tells["heart"] else None,
        rpe=effort if tells["effort"] else None,
    )


def _check_ins(chance: Random, asked: float) -> Iterator[CheckIn]:
    pain = 0.0
    for back in range(60, -7, -1):
        low = 2 if chance.random() < 0.1 else 0
        sleep, fatigue, mood = (3 + round(2 * chance.random()) - low for _ in range(3))
        pain = 0.0 if chance.random() < 0.3 else pain + round(2 * chance.random())
        ill = chance.random() < 0.01
        if chance.random() < asked:
            spots = (hurts(min(pain, 6.0)),) if pain > 2 else ()
            heart, beats = 48 + round(4 * chance.random()), 70 - round(12 * chance.random())
            day = TODAY - timedelta(days=back)
            yield CheckIn(
                day, sleep, fatigue, None, None, mood, heart + 4 * low, beats - 15 * low,
                ill=ill, spots=spots,
            )  # fmt: skip


def runners() -> dict[str, History]:
    """Every history by its name: the athletes, some with one thing to tell, the demo's, drawn."""
    shin = said(TODAY - timedelta(days=9), hurts(4, "shin-inner"))
    phase_end = TODAY + timedelta(days=3)
    calendar = Runner(calendar=(Entry(EntryKind.PHASE_END, phase_end, phase_end),))
    return {
        "anna": ANNA,
        "ben": BEN,
        "cleo": CLEO,
        "dara": DARA,
        "eli": ELI,
        "finn": FINN,
        "anna-ill": replace(ANNA, check_ins=(said(TODAY - timedelta(days=6), ill=True),)),
        "anna-racing": replace(ANNA, race=replace(MARATHON, day=TODAY + timedelta(days=12))),
        "anna-with-a-sore-shin": replace(ANNA, check_ins=(shin,)),
        "anna-at-the-end-of-a-phase": replace(ANNA, runner=calendar),
        "anna-tiring": tiring(),
        "every-day-alike": History(running(*[(8.0,) * 7] * 12, *[(8.4,) * 7] * 3)),
        **{f"demo-{name}": demo_of(name).history for name in DEMOS},
        **{f"drawn-{seed}": drawn(seed) for seed in range(1, 9)},
    }


def tiring() -> History:
    """Anna with a strap: from three weeks ago her heart beats faster, by day and at rest."""
    since = TODAY - timedelta(days=20)
    runs = tuple(replace(s, avg_hr=142 if s.day >= since else 128) for s in ANNA.sessions)
    days = (TODAY - timedelta(days=back) for back in range(60, -7, -1))
    mornings = (CheckIn(day, resting_hr=48 + day.day % 3 + 10 * (day >= since)) for day in days)
    return replace(ANNA, sessions=runs, check_ins=tuple(mornings), runner=Runner(hr_max=190))


def decisions() -> Decisions:
    """What each of them is told on each of the days, a line a day."""
    return {
        name: {day.isoformat(): decision(advice_of(history, day)) for day in DAYS}
        for name, history in runners().items()
    }


def decision(advice: Advice) -> str:
    """One day's decision: the answer and its dates, flags, signals that are on, the week."""
    verdict = advice.verdict
    dates = [f"{word} {day}" for word, day in (("since", verdict.since), ("by", verdict.by)) if day]
    flags = ", ".join(flag.key for flag in verdict.flags)
    on = ", ".join(signal.name for signal in advice.signals if signal.on)
    parts = (
        " ".join((verdict.kind.value, *dates)),
        f"flags {flags}" if flags else "",
        f"on {on or 'nothing'}",
        week_told(advice.week),
    )
    return "; ".join(part for part in parts if part)


def week_told(week: UnloadingWeek | None) -> str:
    """The depth of a week and its five totals, in the units a runner thinks in."""
    if week is None:
        return "no week"
    after = week.after
    hard = "unknown" if after.hard_s is None else f"{after.hard_s / S_PER_MIN:.0f} min"
    return (
        f"{week.depth.value} of {after.distance_m / M_PER_KM:.1f} km, "
        f"{after.duration_s / S_PER_MIN:.0f} min, hard {hard}, "
        f"longest {after.longest_m / M_PER_KM:.1f} km, {after.rest_days} rest days"
    )
