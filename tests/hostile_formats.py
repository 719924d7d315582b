"""Formats that misbehave as hostile files make a parser do; children import them from here."""

import os
import time
from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.protocol import File, Record

HELD: list[bytes] = []


class Hostile:
    """Does to the reader what the file says: die, loop, sleep, eat, lie; else it finds nothing."""

    name = "hostile"
    heavy = True

    def identify(self, file: File) -> bool:
        return file.name.endswith(".hostile")

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        with file.open() as stream:
            deed = stream.read().decode()
        if deed == "die":
            os._exit(3)
        elif deed == "loop":
            while True:
                pass
        elif deed == "sleep":
            time.sleep(600)
        elif deed == "eat":
            HELD.append(bytes(2 * 1024**3))
        elif deed == "lie":
            yield os.path.join  # type: ignore[misc] # not a record, and not let in
        elif deed == "print":
            print("hello")  # noqa: T201 # a stray print, as in a stranger's format
        yield Problem(file.name, f"did {deed}.")


def squares(count: int) -> Iterator[object]:
    """A job: so many answers."""
    for number in range(count):
        yield number**2


def deeds(*what: str) -> Iterator[object]:
    """A job: these deeds, one after the other."""
    for deed in what:
        if deed == "die":
            os._exit(3)
        elif deed == "loop":
            while True:
                pass
        elif deed == "sleep":
            time.sleep(600)
        elif deed == "eat":
            try:
                HELD.append(bytes(2 * 1024**3))
            except MemoryError:
                yield "no room"
        elif deed == "lie":
            yield os.getcwd
        elif deed == "print":
            print("hello")  # noqa: T201 # a stray print, as in a stranger's format
        yield deed


def knows(name: str) -> Iterator[object]:
    """A job: whether the child has such a variable."""
    yield name in os.environ
