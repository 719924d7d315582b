"""How an adviser behaves over a history: how often it says what, and how often it wavers.

Everything is a count of one runner; shares and rates are made over many runners, in estimates.
"""

from collections.abc import Mapping

import numpy as np

from unload.model.advice import VerdictKind
from unload.model.constants import BacktestConstants
from unload.model.judged import Codes, Told
from unload.model.units import DAYS_PER_MONTH
from unload.science.backtest import NOW, SILENT, SOON, open_days
from unload.science.verdict import KINDS
from unload.science.weeks import WeekTracks

Counts = Mapping[str, float]

ASKS, LIGHT = {SOON, NOW}, KINDS.index(VerdictKind.ALREADY_UNLOADING)


def counted(days: Told, constants: BacktestConstants) -> Counts:
    """Days and spells of every answer, changes and flickers, days on which signals were unknown.

    Only days that had an answer count; a change is counted between two such days.
    """
    kinds, usable = days.judged.kinds, open_days(days.judged)
    flickers = reversals(kinds, int(constants.reversal_days.value))
    counts: dict[str, float] = {
        "days": float(usable.sum()),
        "all_days": float(usable.size),
        "months": float(usable.sum()) / DAYS_PER_MONTH,
        "changes": float(np.count_nonzero(_changed(kinds))),
        "reversals": float(len(flickers)),
        "reversals:light": float(sum(between == LIGHT for _, between in flickers)),
        "reversals:asked": float(
            sum(
                between != LIGHT and not {was, between}.isdisjoint(ASKS)
                for was, between in flickers
            )
        ),
    }
    for code, kind in enumerate(KINDS):
        counts[f"days:{kind}"] = float(np.count_nonzero(kinds == code))
        counts[f"begun:{kind}"] = float(np.count_nonzero(begun(kinds == code)))
    for name, on in days.judged.on.items():
        counts[f"unknown:{name}"] = float(np.count_nonzero(np.isnan(on) & usable))
    return counts


def begun(
    mask: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The first day of every unbroken run of true days; array (days,)."""
    return np.asarray(mask & ~np.concatenate([[False], mask[:-1]]))


def _changed(kinds: Codes) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Where an answer differs from the day before, and both were answers."""
    return np.asarray((kinds[1:] != kinds[:-1]) & (kinds[1:] != SILENT) & (kinds[:-1] != SILENT))


def reversals(kinds: Codes, days: int) -> tuple[tuple[int, int], ...]:
    """Where an answer gave way to another for a few days and came back: the one and the other."""
    starts = np.flatnonzero(np.concatenate([[True], kinds[1:] != kinds[:-1]]))
    spells = [(int(kinds[at]), int(at)) for at in starts]
    return tuple(
        (was, between)
        for (was, _), (between, left), (back, came) in zip(
            spells, spells[1:], spells[1 + 1 :], strict=False
        )
        if was == back and came - left <= days and SILENT not in (was, between)
    )


def week_counts(weeks: WeekTracks) -> Counts:
    """Known weeks, and those of them that were lighter for whatever reason."""
    return {
        "weeks": float(np.count_nonzero(weeks.known)),
        "weeks:lighter": float(np.count_nonzero(weeks.unloaded & weeks.active)),
        "weeks:step-back": float(np.count_nonzero(weeks.stepped_back & weeks.active)),
        "weeks:no running": float(np.count_nonzero(weeks.known & ~weeks.active)),
    }
