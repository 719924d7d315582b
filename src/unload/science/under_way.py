"""The light week under way as a reason, where a day of it is not known."""

from dataclasses import replace

import numpy as np

from unload.model.advice import Signal
from unload.model.phrase import Phrase, Value
from unload.science.verdict import State


def lighter_so_far(signal: Signal, state: State) -> Signal:
    """The signal of this week as it last stood, where a day since is unknown.

    Whoever is told that they are unloading is told of which week, and never of a count of nought.
    """
    weeks = state.weeks
    stood = np.flatnonzero(weeks.lighter & ~np.isnan(weeks.so_far_m + weeks.usual_week_m))
    if signal.on or not len(stood):
        return signal
    last = int(stood[-1])
    so_far, usual = float(weeks.so_far_m[last]), float(weeks.usual_week_m[last])
    values: dict[str, Value] = {"value": so_far, "usual": usual, "day": state.days.day(last)}
    return replace(
        signal,
        on=True,
        value=so_far,
        baseline=usual,
        threshold=signal.constants[0].value,
        says=Phrase("signal.this_week.stood", values),
        unknown=None,
    )
