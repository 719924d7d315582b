"""A sentence to be: the key of a text, and the values it is filled with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

Value = float | int | str | date | None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to be: the key of a text and the SI values it is filled with.

    Science chooses the phrase, `report` finds the words and the units.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
