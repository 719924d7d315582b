"""Mornings before the gate: a month in good health, and the answers that open it."""

from dataclasses import replace
from datetime import timedelta

from athletes import ANNA, TODAY, hurts, said
from unload.model.comeback import GateAnswers
from unload.model.history import History

DAY = timedelta(1)
WELL = {"sleep": 4.0, "fatigue": 4.0, "soreness": 4.0, "stress": 4.0, "mood": 4.0, "ill": False}
FREE = tuple(GateAnswers(TODAY - n * DAY, walks_freely=True) for n in range(2))


def well() -> History:
    """Anna with five weeks of check-ins in which nothing hurts; the newest days are good ones."""
    check_ins = tuple(
        said(TODAY - n * DAY, **{**WELL, "sleep": 4.0 if n % 2 == 0 or n < 2 else 3.0})
        for n in range(35)
    )
    return replace(ANNA, check_ins=check_ins)


def sore(pain: float) -> History:
    """The same with a hamstring that hurts today."""
    history = well()
    today = said(TODAY, hurts(pain, "hamstring", next_morning=0.0), **WELL)
    return replace(history, check_ins=(*history.check_ins[:-1], today))
