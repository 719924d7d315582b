"""Files in, sessions out: the formats Unload reads, and read_path, which reads them all."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path

from unload.importers.fit import Fit
from unload.importers.generic import Generic
from unload.importers.protocol import Importer
from unload.importers.reading import Progress, Reading, read_with
from unload.importers.strava import Strava

BUILTIN: tuple[Importer, ...] = (
    Fit(),
    Strava(),
    Generic(),
)
PLUGIN_DOOR = "unload.importers"

__all__ = ["BUILTIN", "Progress", "Reading", "importers", "read_path"]


def importers() -> tuple[Importer, ...]:
    """Our formats, and those that strangers have registered."""
    # Imported here because it brings the mail and zip packages along, which few callers need.
    from importlib.metadata import entry_points  # noqa: PLC0415 # see above

    strangers = [entry.load()() for entry in entry_points(group=PLUGIN_DOOR)]
    return (*BUILTIN, *strangers)


def read_path(
    path: Path | str, *, zone: tzinfo, now: datetime, progress: Progress | None = None
) -> Reading:
    """Every session and check-in under `path`, and every problem, with the books balanced.

    `zone` is where the runner lives, `now` the present moment: aware, or the runner's wall clock.
    """
    return read_with(importers(), Path(path), zone, now, progress or _silent)


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""
