"""Show what `unload doctor` looked at; for people and for programs."""

from collections.abc import Iterable
from typing import Protocol

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.report.plain import Plain


class Looked(Protocol):
    """One thing that was looked at."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def fault(self) -> str: ...


def looked(checks: Iterable[Looked]) -> RenderableType:
    """A row for each, and under a wrong one what to do about it."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    for check in checks:
        table.add_row(check.name, Text(check.value))
        if check.fault:
            table.add_row("", Text(check.fault, style="bold yellow"))
    return Padding(table, (0, 1))


def looked_dict(checks: Iterable[Looked]) -> Plain:
    told = [{"name": c.name, "value": c.value, "fault": c.fault or None} for c in checks]
    return {"sound": all(check["fault"] is None for check in told), "checks": told}
