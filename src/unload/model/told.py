"""What Unload told of a day, kept word for word: a later release may think and say it otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class ToldVerdict:
    """One answer as it was told.

    `said` is what programs are told of it (`unload why --told DAY --json`): sentences, numbers and
    sources of that time. `program` is the release that told it. `imports_undone` counts the imports
    that were there then and have been taken back since.
    """

    day: date
    told_at: datetime
    program: str
    said: Mapping[str, Any]
    imports_undone: int = 0

    @property
    def kind(self) -> str:
        return str(self.said["verdict"]["kind"])

    @property
    def sentence(self) -> str:
        return str(self.said["verdict"]["sentence"])

    @property
    def knowledge_version(self) -> str:
        return str(self.said["knowledge_version"])


@dataclass(frozen=True, slots=True)
class ToldDay:
    """The answer that stands for a day, in short: the one that was told last."""

    day: date
    kind: str
    sentence: str
