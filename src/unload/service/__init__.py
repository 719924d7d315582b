"""The verbs that every door shares; verbs that need the store stand in modules of their own."""

from unload.service.advising import (
    Answer,
    Inspection,
    Progress,
    advise_demo,
    advise_path,
    constant,
    constants,
    inspect_path,
    sentences,
    source,
    time_zone,
)
from unload.service.demos import DEMOS

__all__ = [
    "DEMOS",
    "Answer",
    "Inspection",
    "Progress",
    "advise_demo",
    "advise_path",
    "constant",
    "constants",
    "inspect_path",
    "sentences",
    "source",
    "time_zone",
]
