"""Let one format leave to another what that one claims."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.importers.protocol import File, Importer, Record


class Yielding:
    """A format that leaves to another what that one claims."""

    def __init__(self, importer: Importer, other: Importer) -> None:
        self.name = importer.name
        self._importer, self._other = importer, other

    def identify(self, file: File) -> bool:
        return self._importer.identify(file) and not self._other.identify(file)

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        return self._importer.read(file, zone, now)
