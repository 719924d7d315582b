"""Write small FIT files for tests: header, definitions, data, checksum."""

import struct
from collections.abc import Iterable
from datetime import UTC, datetime

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
TABLE = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip # sixteen values of the checksum, four to a nibble
TYPES = {"enum": (0x00, "B"), "u8": (0x02, "B"), "u16": (0x84, "H"), "u32": (0x86, "I"),
         "i32": (0x85, "i")}  # fmt: skip
# message number, and per field its number, type and the value meaning "missing"
FILE_ID = (0, {"type": (0, "enum"), "time_created": (4, "u32")})
SESSION = (18, {
    "timestamp": (253, "u32"), "start_time": (2, "u32"), "sport": (5, "enum"),
    "sub_sport": (6, "enum"), "total_elapsed_time": (7, "u32"), "total_timer_time": (8, "u32"),
    "total_distance": (9, "u32"), "avg_heart_rate": (16, "u8"), "max_heart_rate": (17, "u8"),
    "total_ascent": (22, "u16"),
})  # fmt: skip
RECORD = (20, {
    "timestamp": (253, "u32"), "position_lat": (0, "i32"), "position_long": (1, "i32"),
    "heart_rate": (3, "u8"), "distance": (5, "u32"),
})  # fmt: skip
WEIGHT_SCALE = (30, {"timestamp": (253, "u32"), "weight": (0, "u16"),
                     "user_profile_index": (12, "u16")})  # fmt: skip
ACTIVITY = (34, {"timestamp": (253, "u32"), "local_timestamp": (5, "u32")})
MISSING = {"enum": 0xFF, "u8": 0xFF, "u16": 0xFFFF, "u32": 0xFFFFFFFF, "i32": 0x7FFFFFFF}
KINDS = {"activity": 4, "settings": 2, "workout": 5, "weight": 9}
SPORTS = {"generic": 0, "running": 1, "cycling": 2, "transition": 3, "fitness_equipment": 4,
          "swimming": 5, "training": 10, "walking": 11}  # fmt: skip


def seconds(moment: datetime) -> int:
    """Seconds since the epoch of FIT; a moment without a zone is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return int((aware - EPOCH).total_seconds())


def checksum(data: bytes) -> int:
    """The 16-bit checksum of the FIT protocol."""
    value = 0
    for byte in data:
        for nibble in (byte & 15, byte >> 4):
            value = ((value >> 4) & 0x0FFF) ^ TABLE[value & 15] ^ TABLE[nibble]
    return value


def message(kind: tuple[int, dict[str, tuple[int, str]]], **values: int) -> bytes:
    """A definition and one message after it; fields not given carry their sentinel."""
    number, fields = kind
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    body = b"\x00"
    for name, (field_number, type_name) in fields.items():
        code, letter = TYPES[type_name]
        definition += struct.pack("<BBB", field_number, struct.calcsize(letter), code)
        body += struct.pack("<" + letter, values.get(name, MISSING[type_name]))
    return definition + body


def fit_file(messages: Iterable[bytes]) -> bytes:
    """A whole file around the messages."""
    body = b"".join(messages)
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    header += struct.pack("<H", checksum(header))
    return header + body + struct.pack("<H", checksum(header + body))


def file_id(kind: str = "activity") -> bytes:
    """The first message of a file: what kind of file it is."""
    return message(FILE_ID, type=KINDS[kind])


def session(start: datetime, sport: str = "running", **values: float) -> bytes:
    """A session; seconds and metres as numbers, scaled here as the protocol says."""
    scales = {"total_elapsed_time": 1000, "total_timer_time": 1000, "total_distance": 100}
    scaled = {name: round(value * scales.get(name, 1)) for name, value in values.items()}
    length = values.get("total_elapsed_time", values.get("total_timer_time", 0))
    begun = seconds(start)
    scaled = {"start_time": begun, "timestamp": begun + round(length), **scaled}
    return message(SESSION, sport=SPORTS[sport], **scaled)


def record(moment: datetime, distance_m: float, heart_rate: int = 0xFF, **place: int) -> bytes:
    """A point of the track; the place in semicircles."""
    return message(
        RECORD,
        timestamp=seconds(moment),
        distance=round(distance_m * 100),
        heart_rate=heart_rate,
        **place,
    )


def activity(end: datetime, local_end: datetime) -> bytes:
    """The last message: the end by UTC and by the runner's wall clock."""
    return message(ACTIVITY, timestamp=seconds(end), local_timestamp=seconds(local_end))


def weight(moment: datetime, kilograms: float, **more: int) -> bytes:
    """What a body scale measured, in hundredths of a kilogram."""
    hundredths = round(kilograms * 100)
    return message(WEIGHT_SCALE, timestamp=seconds(moment), weight=hundredths, **more)


def run(start: datetime, **values: float) -> bytes:
    """A whole file of one plain run."""
    told = {"total_elapsed_time": 1900.0, "total_timer_time": 1800.0, "total_distance": 5000.0}
    return fit_file([file_id(), session(start, **{**told, **values})])
