"""Write a planned run or walk as a FIT workout file that a watch can follow, step by step."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from unload.model.history import Sport
from unload.model.plan import Effort, PlannedSession, Repeat, RunStep, StepKind
from unload.report.words import Words
from unload.report.workout_words import step_words

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
NAME_BYTES = 24
# What the FIT profile calls things.
FILE_WORKOUT, SPORT_RUNNING, SPORT_WALKING, MAKER_DEVELOPMENT = 5, 1, 11, 255
FOR_TIME, FOR_DISTANCE, UNTIL_REPEATED = 0, 1, 6
TARGET_SPEED, TARGET_HEART_RATE, TARGET_OPEN = 0, 1, 2
# How far from the pace of the plan a watch may beep: a few seconds a kilometre either way.
SPEED_MARGIN = 0.03
# The watch's own five zones, where the runner asks for targets. What is short and fast is left
# open: the heart is late there.
ZONES = {Effort.EASY: 2, Effort.STEADY: 3, Effort.THRESHOLD: 4}
INTENSITY = {
    StepKind.WORK: 0,
    StepKind.WARM_UP: 2,
    StepKind.COOL_DOWN: 3,
    StepKind.RECOVERY: 4,
}
MS_PER_S, MM_PER_M, CM_PER_M = 1000, 1000, 100
STRING, ENUM, U16, U32 = 0x07, 0x00, 0x84, 0x86
_CRC = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip
_LETTERS = {ENUM: "B", U16: "H", U32: "I"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a message: its number in the profile, its type, its value."""

    number: int
    kind: int
    value: int | str

    def packed(self) -> bytes:
        """The bytes of the value; texts are cut to whole letters and end in a zero."""
        if isinstance(self.value, str):
            text = self.value.encode()[: NAME_BYTES - 1].decode(errors="ignore")
            return text.encode().ljust(NAME_BYTES, b"\x00")
        return struct.pack("<" + _LETTERS[self.kind], self.value)


def workout_file(
    session: PlannedSession, title: str, words: Words, made: datetime, *, targets: bool = False
) -> bytes:
    """The bytes of the file; `made` is when it was written, aware, and goes into its header.

    A step that the plan gives a pace asks for that; with `targets` the others ask for the
    heart-rate zone that their effort belongs to.
    """
    sport = SPORT_WALKING if session.sport is Sport.WALK else SPORT_RUNNING
    steps = list(_steps(session, words, targets=targets))
    created = int((made - EPOCH).total_seconds())
    messages = [
        _message(0, (
            Field(0, ENUM, FILE_WORKOUT), Field(1, U16, MAKER_DEVELOPMENT), Field(2, U16, 0),
            Field(3, U32, session.day.toordinal()), Field(4, U32, created),
        )),
        _message(26, (
            Field(4, ENUM, sport), Field(6, U16, len(steps)),
            Field(8, STRING, title),
        )),
        *(_message(27, (Field(254, U16, index), *step)) for index, step in enumerate(steps)),
    ]  # fmt: skip
    body = b"".join(messages)
    header = struct.pack("<BBHI4s", 14, 0x20, 2100, len(body), b".FIT")
    header += struct.pack("<H", checksum(header))
    return header + body + struct.pack("<H", checksum(header + body))


def _steps(session: PlannedSession, words: Words, *, targets: bool) -> Iterator[tuple[Field, ...]]:
    """The fields of every step; a repeat goes back to the index of its first one."""
    index = 0
    for part in session.parts or (_whole(session),):
        inner = part.steps if isinstance(part, Repeat) else (part,)
        first = index
        for step in inner:
            yield _step(step, words, targets=targets)
            index += 1
        if isinstance(part, Repeat):
            yield (
                Field(1, ENUM, UNTIL_REPEATED), Field(2, U32, first),
                Field(3, ENUM, TARGET_OPEN), Field(4, U32, part.times),
            )  # fmt: skip
            index += 1


def _whole(session: PlannedSession) -> RunStep:
    """A session without parts as one step."""
    if session.told_m:
        return RunStep(StepKind.WORK, Effort.EASY, distance_m=session.told_m)
    return RunStep(StepKind.WORK, Effort.EASY, duration_s=session.duration_s)


def _step(step: RunStep, words: Words, *, targets: bool) -> tuple[Field, ...]:
    if step.duration_s is not None:
        kind, size = FOR_TIME, round(step.duration_s * MS_PER_S)
    else:
        kind, size = FOR_DISTANCE, round((step.distance_m or 0.0) * CM_PER_M)
    zone = ZONES.get(step.effort) if targets else None
    target = TARGET_OPEN if zone is None else TARGET_HEART_RATE
    slow = fast = 0
    if step.speed_mps is not None:
        target, zone = TARGET_SPEED, None
        slow, fast = (
            round(step.speed_mps * share * MM_PER_M)
            for share in (1 - SPEED_MARGIN, 1 + SPEED_MARGIN)
        )
    return (
        Field(0, STRING, step_words(step, words)), Field(1, ENUM, kind), Field(2, U32, size),
        Field(3, ENUM, target), Field(4, U32, zone or 0), Field(5, U32, slow),
        Field(6, U32, fast), Field(7, ENUM, INTENSITY[step.kind]),
    )  # fmt: skip


def _message(number: int, fields: tuple[Field, ...]) -> bytes:
    """A definition and the message it defines."""
    values = [field.packed() for field in fields]
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    for field, value in zip(fields, values, strict=True):
        definition += struct.pack("<BBB", field.number, len(value), field.kind)
    return definition + b"\x00" + b"".join(values)


def checksum(data: bytes) -> int:
    """The 16-bit checksum of the FIT protocol, a nibble at a time."""
    value = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            value = ((value >> 4) & 0x0FFF) ^ _CRC[value & 0xF] ^ _CRC[nibble]
    return value
