"""Understand the words of a plan: what a session is called, how long it is, how hard."""

from __future__ import annotations

import re
from dataclasses import dataclass

from unload.model.plan import Effort, Kind
from unload.model.units import M_PER_KM, M_PER_MILE, S_PER_HOUR, S_PER_MIN

# What a word says of a session as a whole; the first that fits decides.
_KINDS: tuple[tuple[Kind, str], ...] = (
    (Kind.RACE, r"\brace\b|\bparkrun\b|\bwettkampf\b|\btime trial\b"),
    (Kind.LONG, r"\blong\b|\blsd\b|\blr\b|\blang(?:er)?\b|\blongrun\b"),
    (
        Kind.HARD,
        (
            r"\btempo\b|\bthreshold\b|\bintervals?\b|\brepeats?\b|\breps\b|\bfartlek\b|\btrack\b"
            r"|\bhills?\b|\bvo2|\bspeed\b|\bsteps?\b|\d+\s*[x×]\s*\d|\bhard\b|\bmp\b|\bcruise\b"
            r"|\bprogression\b|\bschwelle\b"
        ),
    ),
    (Kind.EASY, r"\beasy\b|\brecovery\b|\bjog\b|\bbase\b|\bga1?\b|\blocker\b|\bshakeout\b"),
    (Kind.REST, r"\brest\b|\bday off\b|\boff\b|\bruhetag\b"),
)
_EFFORTS: tuple[tuple[Effort, str], ...] = (
    (Effort.STRIDES, r"\bstrides?\b|\bstriders?\b|\bsteigerung"),
    (Effort.WALK, r"\bwalk|\bgehen\b|\bgehpause"),
    (
        Effort.EASY,
        (r"\beasy\b|\bjog(?:ging)?\b|\brecovery\b|\brest\b|\bwarm|\bcool|\bwu\b|\bcd\b"
        r"|\bz[12]\b|\blocker|\btrab|\bel\b|\bal\b|\beinlaufen\b|\bauslaufen\b|\bpause\b"),
    ),
    (
        Effort.THRESHOLD,
        (r"\bthreshold\b|\btempo\b|\bcruise\b|\blt\b|\bt\b|\bhmp\b|\bz4\b"
        r"|\bhalf[ -]marathon\b|\bschwelle|\btdl\b"),
    ),
    (
        Effort.HARD,
        (r"\bhard\b|\bfast\b|\bvo2|\binterval|\bspeed\b|\b[35] ?k\b|\b10 ?k\b|\bmile pace|\bz5\b"
        r"|\bi\b|\br\b|\ball out\b|\bhills?\b|\buphill\b|\bschnell|\bberg"),
    ),
    (
        Effort.STEADY,
        (r"\bsteady\b|\bmoderate\b|\bmarathon|\bmp\b|\bz3\b|\bprogression\b|\bga2\b"
        r"|\bmrt\b|\bzügig"),
    ),
    (Effort.EASY, r"\brun(?:ning)?\b|\bga1\b|\bdauerlauf\b"),
)  # fmt: skip
SIZE = re.compile(
    r"(?<![\d.])(?P<h>\d{1,2})\s*(?:h|hours?|hrs?|std)\s*(?P<hm>[0-5]?\d)\s*(?:min(?:ute[sn]?|s)?|m|')"
    r"(?![a-z\d])"
    r"|(?<![\d.])(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?(?![\d:])"
    r"|(?<![\d.])(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>km|kilomet(?:er|re)s?|k|mi(?:les?)?|met(?:er|re)s?|mtr|m"
    r"|hours?|hrs?|h|min(?:ute[sn]?|s)?|secs?|seconds?|sekunden|std|s|'|′|\"|″)(?![a-z\d])",
    re.IGNORECASE,
)
_METRES_FROM = 50
# How a unit begins, and its size in metres or in seconds; the first that fits decides.
_UNITS: tuple[tuple[str, float | None, float | None], ...] = (
    ("min", None, S_PER_MIN),
    ("met", 1.0, None),
    ("mtr", 1.0, None),
    ("mi", M_PER_MILE, None),
    ("k", M_PER_KM, None),
    ("h", None, S_PER_HOUR),
    ("std", None, S_PER_HOUR),
    ("s", None, 1.0),
    ('"', None, 1.0),
    ("″", None, 1.0),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How long: metres or seconds."""

    distance_m: float | None = None
    duration_s: float | None = None


def kind_of(text: str) -> Kind | None:
    """What the words call the session, or None where they say nothing.

    Rest comes last: "4 x 1 mi with 1:00 rest" is no rest day.
    """
    return next((kind for kind, words in _KINDS if re.search(words, text, re.IGNORECASE)), None)


def size_of(text: str) -> Size | None:
    """The first length in the text: `400 m`, `1.5 km`, `3'`, `1:30`, `2 mi`."""
    found = SIZE.search(text)
    if found is None:
        return None
    if found["h"]:
        seconds = float(int(found["h"]) * S_PER_HOUR + int(found["hm"]) * S_PER_MIN)
        return Size(duration_s=seconds or None)
    if found["first"]:
        return Size(duration_s=_clock_s(found) or None)
    number = float(found["number"].replace(",", "."))
    unit = found["unit"].lower()
    return _sized(number, unit) if number > 0 else None


def _sized(number: float, unit: str) -> Size:
    """A bare `m` is metres from 50 on and minutes below: nobody plans 15 metres or 400 minutes."""
    if unit == "m":
        unit = "met" if number >= _METRES_FROM else "min"
    for begin, metres, seconds in _UNITS:
        if unit.startswith(begin):
            return Size(metres and number * metres, seconds and number * seconds)
    return Size(duration_s=number * S_PER_MIN)


def _clock_s(found: re.Match[str]) -> float:
    """`1:30` is a minute and a half, `1:05:00` an hour and five minutes."""
    first, second, third = int(found["first"]), int(found["second"]), found["third"]
    if third is None:
        return float(first * S_PER_MIN + second)
    return float(first * S_PER_HOUR + second * S_PER_MIN + int(third))


def effort_of(text: str) -> Effort | None:
    """How hard, by the words; None where they say nothing."""
    without = SIZE.sub(" ", text, count=1)  # the length itself is no pace
    return next((e for e, words in _EFFORTS if re.search(words, without, re.IGNORECASE)), None)
