"""Decode FIT bytes into the few messages that tell of sessions; the rest is let go at once."""

from __future__ import annotations

import os
import struct
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from unload.importers.protocol import TooLarge

Message = dict[str, object]
# Time, distance and heart rate of a point. Positions are not taken over.
Point = tuple[datetime, float | None, float | None]

# A day of points every second with many extra fields is about 10 MB.
FIT_BYTES_MAX = 16 * 1024**2
# The tolerant decoder needs some 15 microseconds a message; two days of points are 170,000.
SALVAGED_MESSAGES_MAX = 300_000
# Values below 0x10000000 are seconds since power-on, says the FIT profile; as dates they lie
# before this day.
FIT_EPOCH_OK = datetime(1989, 12, 31) + timedelta(seconds=0x10000000)
# No place on earth is further from UTC than this.
OFFSET_MAX = timedelta(hours=15)
QUARTER_S = 15 * 60
HR_SENTINEL = 255
STDERR = 2
_HEADER = struct.Struct("<BBHI4sH")
_PROTOCOL_2 = 0x20


@dataclass
class Part:
    """One of the files that may be chained in one: its kind, sessions and points."""

    kind: str | None = None
    sport: str | None = None
    offset: timedelta | None = None
    sessions: list[Message] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


def parts_of(data: bytes) -> tuple[list[Part], bool]:
    """The parts, and True if the file was damaged and only what decodes is there."""
    if len(data) > FIT_BYTES_MAX:
        raise TooLarge(f"is a FIT file of {len(data) / 1024**2:.0f} MB, which no watch writes.")
    try:
        return _sorted_out(_strict(data)), False
    except _StrictRefusal:
        return _sorted_out(_tolerant(_with_header(data))), True


class _StrictRefusal(Exception):
    """The strict decoder found a fault."""


def _strict(data: bytes) -> list[Message]:
    """Every message, or a refusal; this decoder knows no half."""
    # Imported here: it costs start-up time, and most histories come as tables.
    from pyfitparsernative import parse_fit_bytes  # noqa: PLC0415

    try:
        with _native_silence():
            return parse_fit_bytes(data)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # noqa: BLE001 # a panic of the native decoder is one
        raise _StrictRefusal(str(error)) from None


@contextmanager
def _native_silence() -> Iterator[None]:
    """Keep a panic's own report off the runner's screen; it goes past Python to file 2.

    Only in the main thread, as in the command line: elsewhere others may be writing to it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    sys.stderr.flush()
    kept = os.dup(STDERR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STDERR)
        yield
    finally:
        os.dup2(kept, STDERR)
        os.close(kept)
        os.close(nowhere)


def _tolerant(data: bytes) -> Iterator[Message]:
    """The messages of a damaged file up to where it cannot be followed any more."""
    # Imported here: it is slow to load and only damaged files need it.
    import fitdecode  # noqa: PLC0415 # see above

    try:
        with fitdecode.FitReader(  # type: ignore[no-untyped-call] # it ships no types
            data,
            check_crc=fitdecode.CrcCheck.DISABLED,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        ) as reader:
            for count, frame in enumerate(reader):
                if count > SALVAGED_MESSAGES_MAX:
                    return
                if isinstance(frame, fitdecode.FitDataMessage):
                    values = {f.name: f.value for f in frame.fields if f.value is not None}
                    yield {"message_type": frame.name, **values}
    except Exception:  # noqa: BLE001 # it leaks errors of any type; what came before it counts
        return


def _with_header(data: bytes) -> bytes:
    """The file with a header made up for it, if a crash left zeros in its place."""
    if any(data[: _HEADER.size]) or len(data) <= _HEADER.size:
        return data
    size = len(data) - _HEADER.size
    header = _HEADER.pack(_HEADER.size, _PROTOCOL_2, 0, size, b".FIT", 0)
    return header + data[_HEADER.size :]


def _sorted_out(messages: Iterable[Message]) -> list[Part]:
    """Messages to parts: every file_id begins a new one."""
    parts = [Part()]
    for message in messages:
        kind = message.get("message_type")
        if kind == "record":
            _add_point(parts[-1], message)
        elif kind == "file_id":
            if parts[-1] != Part():
                parts.append(Part())
            parts[-1].kind = str(message.get("type"))
        elif kind == "session":
            parts[-1].sessions.append(message)
        elif kind == "activity":
            parts[-1].offset = _offset(message)
        elif kind in ("sport", "lap") and parts[-1].sport is None:
            sport = message.get("sport")
            parts[-1].sport = None if sport is None else str(sport)
    return parts


def _add_point(part: Part, message: Message) -> None:
    time = stamp(message.get("timestamp"))
    if time is not None:
        distance, rate = message.get("distance"), message.get("heart_rate")
        sensed = isinstance(rate, int | float) and 0 < rate < HR_SENTINEL
        part.points.append(
            (
                time,
                float(distance) if isinstance(distance, int | float) else None,
                float(rate) if sensed and isinstance(rate, int | float) else None,
            )
        )


def stamp(value: object) -> datetime | None:
    """A UTC time without a zone, from text or from a date."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            return None
    return None


def _offset(message: Message) -> timedelta | None:
    """How far the watch's wall clock was from UTC; None where the file does not say.

    Some makers write UTC into the local time, so an offset of zero says nothing; a runner who
    lives at UTC gives that zone anyway. Offsets are whole quarters of an hour.
    """
    utc, local = stamp(message.get("timestamp")), stamp(message.get("local_timestamp"))
    if utc is None or local is None or utc < FIT_EPOCH_OK:
        return None
    quarters = round((local - utc).total_seconds() / QUARTER_S)
    offset = timedelta(seconds=quarters * QUARTER_S)
    exact = abs(offset - (local - utc)) <= timedelta(seconds=60)
    return offset if quarters and exact and abs(offset) <= OFFSET_MAX else None
