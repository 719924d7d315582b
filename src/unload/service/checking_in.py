"""The verbs that keep a check-in: what the runner says of a day, in twenty seconds or in a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from unload.errors import Problem, UnloadError
from unload.importers.answers import read_answers
from unload.model.history import CheckIn
from unload.service.advising import time_zone
from unload.service.answering import check_in_from, know_places
from unload.store import history, opening

# Room for every random name that programs give what they send.
KEY = re.compile(r"[A-Za-z0-9._-]{1,64}")


@opening.opened()
def record_check_in(
    answers: Mapping[str, Any],
    day: date | None = None,
    *,
    zone: str | None = None,
    key: str | None = None,
    seen: int | None = None,
) -> CheckIn:
    """Keep the answers of one day, over what was said of it before; the day as it now stands.

    `answers` are by the names of CheckIn; `spots` may be text like "calf:left:4:3; hip:right:2".
    What is not answered is left out: it stays as it was. What comes again under the same `key`
    changes nothing. `seen` is the revision that the runner had before them (`revision_of`); where
    another has come since, the worse of both counts. Errors: UnloadError for an answer that cannot
    be right.
    """
    if key is not None and not KEY.fullmatch(key):
        raise UnloadError("The key of a check-in is 1 to 64 letters, digits, dots, - and _.")
    now = datetime.now(time_zone(zone)).replace(tzinfo=None)
    return history.add(check_in_from(answers, day or now.date(), now), key, seen)


@opening.opened()
def record_answers(
    path: Path, *, zone: str | None = None
) -> tuple[tuple[CheckIn, ...], tuple[Problem, ...]]:
    """Keep every check-in of a file of answers; what each day now says, and what was wrong."""
    now = datetime.now(time_zone(zone))
    _, told, problems = read_answers(path, now, today=now.date())
    know_places(told)
    return tuple(history.add(check_in) for check_in in told), problems


@opening.opened()
def revision_of(day: date) -> int:
    """Which revision of a day's check-in stands, 0 where nothing was typed."""
    return history.revision_of(day)


@opening.opened()
def check_in_of(day: date | None = None, *, zone: str | None = None) -> CheckIn | None:
    """What was typed for a day so far."""
    return history.typed_on(day or datetime.now(time_zone(zone)).date())
