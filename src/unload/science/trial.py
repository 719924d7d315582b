"""Trial: sore days with the routine and without -> whether it helped this runner.

Soreness goes by itself, so a session is never judged by before and after alone: the change to the
next day is compared with sore days on which nothing was done, and the difference with what
shuffling the same days gives.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import numpy as np
from numpy.random import Generator

from unload.model.complaint import Complaint, Helped, SoreDay, Trial, Worked
from unload.model.constants import RoutineConstants
from unload.model.phrase import Phrase, Value
from unload.science.sites import Site


def trials(
    complaints: Iterable[Complaint],
    worked: Sequence[Worked],
    today: date,
    *,
    chance: Generator,
    constants: RoutineConstants,
) -> tuple[Trial, ...]:
    """One answer for every sore site that was worked on."""
    return tuple(
        trial((c.region, c.side), worked, c.days, today, chance=chance, constants=constants)
        for c in complaints
        if any(session.day <= today for session in _at((c.region, c.side), worked))
    )


def trial(
    site: Site,
    worked: Sequence[Worked],
    days: Sequence[SoreDay],
    today: date,
    *,
    chance: Generator,
    constants: RoutineConstants,
) -> Trial:
    """One site, four weeks: `days` is every day that was asked about it, `worked` all sessions."""
    since = today - timedelta(days=constants.trial_days.value)
    own = _at(site, worked)
    mine = [session for session in own if since <= session.day <= today]
    on = {session.day for session in mine}
    changes = _changes([day for day in days if since <= day.day <= today])
    done = [change for day, change in changes.items() if day in on]
    left = [change for day, change in changes.items() if day not in on]
    counts: dict[str, Value] = {"region": site[0], "side": site[1].value}
    counts |= {"done": len(done), "left": len(left)}
    rubbed = _mean(
        [s.after - s.before for s in mine if s.after is not None and s.before is not None]
    )
    fewest = constants.trial_days_min.value
    began = min((session.day for session in own), default=today)
    if began > since or min(len(done), len(left)) < fewest:
        says = Phrase("trial.too_early", {**counts, "wanted": fewest})
        return Trial(*site, Helped.TOO_EARLY, len(done), len(left), None, None, rubbed, None, says)
    with_it, without = float(np.mean(done)), float(np.mean(left))
    share = _share_as_far(done, left, chance, int(constants.trial_draws.value))
    answer = _answer(with_it - without, share, constants)
    values: dict[str, Value] = {"with_it": with_it, "without": without, "share": share}
    says = Phrase(f"trial.{answer.name.lower()}", {**counts, **values})
    return Trial(*site, answer, len(done), len(left), with_it, without, rubbed, share, says)


def _at(site: Site, worked: Iterable[Worked]) -> list[Worked]:
    return [session for session in worked if (session.region, session.side) == site]


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None


def _changes(days: Sequence[SoreDay]) -> dict[date, float]:
    """How the pain of each sore day changed to the next morning or the next day asked about."""
    pain = {day.day: day.pain for day in days}
    changes: dict[date, float] = {}
    for day in days:
        after = day.next_morning
        if after is None:
            after = pain.get(day.day + timedelta(days=1))
        if day.pain > 0 and after is not None:
            changes[day.day] = after - day.pain
    return changes


def _share_as_far(
    done: Sequence[float], left: Sequence[float], chance: Generator, draws: int
) -> float:
    """The share of shuffles of the same days whose halves differ at least as much."""
    pool = np.array([*done, *left])
    shuffled = chance.permuted(np.tile(pool, (draws, 1)), axis=1)
    cut = len(done)
    apart = np.abs(shuffled[:, :cut].mean(axis=1) - shuffled[:, cut:].mean(axis=1))
    seen = abs(np.mean(done) - np.mean(left))
    as_far = int((apart >= seen - np.finfo(float).resolution).sum())
    return (as_far + 1) / (draws + 1)


def _answer(difference: float, share: float, constants: RoutineConstants) -> Helped:
    small = abs(difference) < constants.trial_change_min.value
    if small or share > constants.trial_chance_max.value:
        return Helped.NO_DIFFERENCE
    return Helped.HELPED if difference < 0 else Helped.WORSE
