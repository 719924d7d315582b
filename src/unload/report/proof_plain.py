"""Say a back-test or an audit to programs: plain values under the names of the nouns."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from unload.report.plain import number

Plain = Any


def plain(found: object) -> Plain:
    """Any noun of model/proof.py as plain values; numbers have four digits, unknown is null."""
    if is_dataclass(found):
        return {f.name: plain(getattr(found, f.name)) for f in fields(found)}
    if isinstance(found, Mapping):
        return {str(name): plain(value) for name, value in found.items()}
    if isinstance(found, tuple):
        return [plain(value) for value in found]
    if isinstance(found, date):
        return found.isoformat()
    return number(found) if isinstance(found, float) else found
