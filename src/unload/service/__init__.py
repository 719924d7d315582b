"""The verbs that every door shares; verbs that need the store stand in modules of their own."""

from unload.service.advising import Answer, Progress, advise_demo, advise_path, time_zone
from unload.service.demos import DEMOS
from unload.service.explaining import constant, constants, sentences, source
from unload.service.inspecting import Inspection, inspect_path

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
