"""The verb that draws the season: where lighter weeks fall until race day."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.advice import Verdict
from unload.model.constants import Knowledge
from unload.model.season import Season
from unload.science.answer import answer
from unload.science.load import daily
from unload.science.pipeline import red_flags
from unload.science.reasons import signals_today
from unload.science.season import season
from unload.science.signals import signals
from unload.science.verdict import state
from unload.service.advising import gathered, with_runs


@dataclass(frozen=True, slots=True)
class SeasonTold:
    """The season, the verdict that begins it, and what both rest on."""

    season: Season
    verdict: Verdict
    knowledge: Knowledge


def season_path(path: Path | str, *, prone: bool = False, **known: Any) -> SeasonTold:
    """The weeks until the race of the runner whose files lie under `path`.

    `known` is what `gathered` takes, the race with it; `prone` is the runner's own word for being
    hurt easily. Errors: UnloadError where no race lies ahead; NoRuns where no run was found.
    """
    found, k = with_runs(gathered(path, **known)), load_knowledge()
    race, today = found.history.race, found.today
    if race is None or race.day < today:
        raise UnloadError("A season ends with a race that lies ahead: --race 2025-04-21:marathon.")
    flags, flagged = red_flags(found.history, today, k)
    days = daily(found.history, today, flagged, k.load)
    now = state(days, signals(days, k.signals), k.signals, k.verdict)
    verdict = answer(now, signals_today(now, k.signals), flags, (k.signals, k.verdict))
    made = season(now, verdict, race.day, (k.week, k.verdict), prone=prone)
    return SeasonTold(made, verdict, k)
