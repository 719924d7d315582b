"""The verb that looks back: the weeks that were, from files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unload.knowledge import load_knowledge
from unload.model.constants import Knowledge
from unload.model.past import Past
from unload.science.load import daily
from unload.science.past import past
from unload.science.pipeline import red_flags
from unload.service.advising import gathered, with_runs


@dataclass(frozen=True, slots=True)
class PastTold:
    """The weeks that were, and the knowledge they were judged by."""

    past: Past
    knowledge: Knowledge


def past_path(path: Path | str, *, weeks: int, **known: Any) -> PastTold:
    """The last weeks of the runner whose files lie under `path`; `known` is what `gathered` takes.

    Errors: as `gathered`; NoRuns where no run was found.
    """
    found, k = with_runs(gathered(path, **known)), load_knowledge()
    flagged = red_flags(found.history, found.today, k)[1]
    days = daily(found.history, found.today, flagged, k.load)
    return PastTold(past(days, k, weeks), k)
