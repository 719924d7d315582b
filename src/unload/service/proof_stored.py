"""The verb that audits the year of the runner whose history is kept."""

from __future__ import annotations

from typing import Any

from unload.model.proof import Audit
from unload.service.proof import audit_path
from unload.service.stored import NAME, stored_reading, with_sessions


def audit_stored(**known: Any) -> Audit:
    """The last year of the runner whose history is kept; as `audit_path`."""
    return audit_path(NAME, reading=with_sessions(stored_reading()), **known)
