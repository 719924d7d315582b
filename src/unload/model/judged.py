"""Answers of many days as arrays: what was said when, one runner's days in a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from unload.model.daily import Array

Codes = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said on each of several days, each with the records of that day and no later ones.

    `kinds` are indices into the verdict's KINDS; `on` is 1, 0 or NaN per signal.
    """

    kinds: Codes
    on: Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Told:
    """What one runner would have been told on every day from `first_day` on."""

    first_day: date
    judged: Judged

    @property
    def days(self) -> int:
        return int(self.judged.kinds.shape[-1])
