"""What the doctor looked at, on a terminal and for programs."""

import io
from dataclasses import dataclass

from rich.console import Console

from unload.report.checkup import looked, looked_dict


@dataclass(frozen=True)
class Looked:
    """One thing that was looked at."""

    name: str = "journal"
    value: str = "wal [fine]"
    fault: str = ""


def test_a_fault_stands_under_what_is_wrong() -> None:
    """Brackets are text; what is right has no second line."""
    out = io.StringIO()
    checks = [Looked(), Looked("integrity", "page 3", "Restore a backup.")]
    Console(file=out, width=80, color_system=None).print(looked(checks))
    lines = [line.strip() for line in out.getvalue().splitlines()]
    assert ["journal    wal [fine]", "integrity  page 3", "Restore a backup."] == lines


def test_a_program_is_told_whether_all_is_sound() -> None:
    """One answer for a script, and every check for whoever looks closer."""
    assert {
        "sound": True, "checks": [{"name": "journal", "value": "wal [fine]", "fault": None}]
    } == looked_dict([Looked()])  # fmt: skip
    assert looked_dict([Looked(), Looked(fault="x")])["sound"] is False
