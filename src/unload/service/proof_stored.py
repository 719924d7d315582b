"""The verb that audits the year of the runner whose history is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from unload.model.proof import Audit
from unload.service.advising import NOBODY, time_zone
from unload.service.proof import audit_path
from unload.service.stored import NAME, standing, stored_reading, with_sessions


def audit_stored(*, today: date | None = None, **known: Any) -> Audit:
    """The last year of the runner whose history is kept; as `audit_path`.

    What was answered to the questions about red flags is known, as it is on the pages.
    """
    day = today or datetime.now(time_zone(known.get("zone"))).date()
    person = NOBODY.answering(standing(known.get("runner") or "", day))
    reading = with_sessions(stored_reading())
    return audit_path(NAME, reading=reading, person=person, today=day, **known)
