"""Understand how coaches write a session: `WU 15 min, 8 x 400 m hard / 60 s jog, CD 10 min`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from unload.importers.numbers import parse_duration
from unload.importers.plan_words import SIZE, Size, effort_of, size_of
from unload.model.plan import Effort, Part, Repeat, RunStep, StepKind
from unload.model.units import M_PER_KM, M_PER_MILE

REPEATS_MAX = 100
# A bare number from here on is metres: "8 x 400". Below, in a pair, it is seconds: "30/30".
_METRES_FROM, _METRES_TO, _SECONDS_FROM = 100, 5000, 10
_WARM_UP = re.compile(r"\bwu\b|\bwarm|\bel\b|\beinlaufen\b", re.IGNORECASE)
_COOL_DOWN = re.compile(r"\bcd\b|\bcool|\bal\b|\bauslaufen\b", re.IGNORECASE)
_RECOVERY = re.compile(
    r"\bjog|\brecover|\brest\b|\bwalk|\boff\b|\btrab|\bpause|\bgehpause", re.IGNORECASE
)
_TIMES = re.compile(r"^\s*(\d{1,3})\s*(?:[x×*]|mal\b)\s*", re.IGNORECASE)
# A comma between two digits is a decimal mark.
_SPLIT = re.compile(
    r"\s*(?:(?<!\d),|,(?!\d)|[;\n+]|\bthen\b|\band\b|\bplus\b|\bund\b|\bdann\b)\s*", re.IGNORECASE
)
_WITH = re.compile(r"\s*(?:/|\bwith\b|\bw/|\bon\b|\bmit\b|\(|\))\s*", re.IGNORECASE)
_INSIDE = re.compile(r"\(([^()]*)\)")
# Where it is run, and what the session is called before a colon, are no steps.
_PLACE = re.compile(r"\bon (?:the )?(?:track|treadmill|grass|roads?|flat|trails?)\b", re.IGNORECASE)
_NAME = re.compile(r"^[^,;:+()]*:\s+(?=.*\d)")
# What is behind these is how fast, not how long: "@ 5k", "in 90 s", "at 4:30/km".
_PACE = re.compile(r"(?:@|\bat\b|\bin\b).*$", re.IGNORECASE)
_PACE_UNIT = re.compile(r"(\d)\s*/\s*(km|mi|mile|k)\b", re.IGNORECASE)
# The same once its slash is no longer taken for "with"; a range is met in its middle.
_SPEED = re.compile(
    r"(?P<pace>\d{1,2}:\d\d)(?:\s*[-\u2013]\s*(?P<to>\d{1,2}:\d\d))? per (?P<unit>km?|mi)",
    re.IGNORECASE,
)
_UNITS = {"km": M_PER_KM, "k": M_PER_KM, "mi": M_PER_MILE}
_BOTH_ENDS = re.compile(
    r"^(?:(?:el|einlaufen)\s*[/&]\s*(?:al|auslaufen)"
    r"|(?:wu|warm[ -]?up)\s*[/&]\s*(?:cd|cool[ -]?down))\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"^(?P<whole>.*?)\s*\b(?:with|including|incl|mit|davon)\b\.?\s*(?:the\s+|die\s+)?"
    r"(?:last\s+|final\s+|letzten?\s+)?(?P<end>\d.*)$",
    re.IGNORECASE,
)
_LADDER = re.compile(r"^(?P<sizes>\d+(?:\s*-\s*\d+){2,})\s*(?P<rest>.*)$")
_PAIR = re.compile(r"^(\d{2,3})\s*/\s*(\d{2,3})(?![\d:])")
_EQUAL = re.compile(r"\bequal\b|\bsame\b", re.IGNORECASE)


def parts_of(text: str) -> tuple[Part, ...]:
    """The structure the words describe; () unless every piece of them is understood.

    A plan that is half understood would be rewritten wrongly, so it is not understood at all.
    """
    text = _PACE_UNIT.sub(r"\1 per \2", _PLACE.sub(" ", _NAME.sub("", text.strip())))
    text = _INSIDE.sub(lambda found: f"({_SPLIT.sub(' / ', found[1])})", text)
    parts: list[Part] = []
    ends: list[RunStep] = []
    for piece in filter(None, _SPLIT.split(text)):
        both = _BOTH_ENDS.match(piece)
        known = _part(piece if both is None else f"wu {piece[both.end() :]}")
        if not known:
            return ()
        parts += known
        if both is not None and isinstance(known[0], RunStep):
            ends.append(replace(known[0], kind=StepKind.COOL_DOWN))
    # "EL/AL 15 min" is often written last and is run first and last.
    firsts = [p for p in parts if isinstance(p, RunStep) and p.kind is StepKind.WARM_UP]
    if ends:
        parts = [*firsts, *(p for p in parts if p not in firsts), *ends]
    structured = any(isinstance(part, Repeat) for part in parts) or len(parts) > 1
    return tuple(parts) if structured else ()


def _part(piece: str) -> list[Part]:
    """What one piece stands for; nothing where it is not understood."""
    times = _TIMES.match(piece)
    if times is not None:
        return _repeat(int(times[1]), piece[times.end() :])
    ladder = _LADDER.match(piece)
    if ladder is not None:
        return list(_ladder(ladder["sizes"], ladder["rest"]))
    end = _END.match(piece)
    if end is not None:
        return _ended(end["whole"], end["end"])
    step = _step(piece.strip("() "), StepKind.WORK)
    return [] if step is None else [step]


def _repeat(count: int, inner: str) -> list[Part]:
    """`400 m / 60 s jog` so many times; sets of repeats are written out."""
    nested = re.match(r"^\(\s*(?P<set>\d{1,3}\s*[x×*].*)\)(?P<rest>[^()]*)$", inner.strip())
    if nested is not None:
        one = _part(nested["set"])
        between = _rest(nested["rest"])
        if not one or between is None or not 1 <= count <= REPEATS_MAX:
            return []
        return [*one, *between] * count
    steps = _steps(inner)
    return [Repeat(count, steps)] if steps and 1 <= count <= REPEATS_MAX else []


def _rest(text: str) -> list[Part] | None:
    """The pause between two sets; none is none, and None one that is not understood."""
    told = " ".join(filter(None, _WITH.split(text))).strip()
    if not told:
        return []
    step = _step(told, StepKind.RECOVERY, usual=Effort.EASY)
    return None if step is None else [step]


def _steps(inner: str) -> tuple[RunStep, ...]:
    """The work and, behind a slash, a bracket or "with", the recovery."""
    pair = _PAIR.match(inner.strip("() "))
    if pair is not None and int(pair[1]) >= _SECONDS_FROM:
        work, rest = float(pair[1]), float(pair[2])
        return (
            RunStep(StepKind.WORK, Effort.HARD, duration_s=work),
            RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=rest),
        ) if rest > 0 else ()  # fmt: skip
    work_words, *rests = [told for told in _WITH.split(inner) if told.strip()] or [""]
    work_step = _step(work_words, StepKind.WORK, usual=Effort.HARD)
    if work_step is None:
        return ()
    steps = [work_step]
    for told in rests:
        if _EQUAL.search(told):
            back: RunStep | None = replace(
                work_step,
                kind=StepKind.RECOVERY,
                effort=effort_of(told) or Effort.EASY,
                speed_mps=None,
            )
        else:
            back = _step(told, StepKind.RECOVERY, usual=Effort.EASY)
        if back is None:
            return ()
        easy = back.effort in (Effort.EASY, Effort.WALK)
        steps.append(back if easy else replace(back, kind=StepKind.WORK))
    return tuple(steps)


def _ladder(sizes: str, rest: str) -> Iterator[Part]:
    """`1-2-3-2-1 min hard / 1 min jog`: one step each, with the pause between two."""
    what, *pauses = _WITH.split(rest)
    pauses = [told for told in pauses if told.strip()]
    bare = SIZE.match(f"1 {what}") is None
    if bare and min(map(int, re.findall(r"\d+", sizes))) < _METRES_FROM:
        return
    unit = f"m {what}" if bare else what
    steps = [
        _step(f"{size} {unit}", StepKind.WORK, usual=Effort.HARD)
        for size in re.findall(r"\d+", sizes)
    ]
    for number, step in enumerate(steps):
        if step is None:
            return
        pause = [
            replace(step, kind=StepKind.RECOVERY, effort=Effort.EASY, speed_mps=None)
            if _EQUAL.search(told)
            else _step(told, StepKind.RECOVERY, usual=Effort.EASY)
            for told in pauses[:1]
        ]
        if None in pause:
            return
        yield step
        if number < len(steps) - 1:
            yield from (told for told in pause if told is not None)


def _ended(whole: str, end: str) -> list[Part]:
    """`10 km with last 3 km fast`: seven kilometres and three; strides come on top."""
    first = _step(whole, StepKind.WORK)
    if first is None:
        return []
    if _TIMES.match(end):
        behind = _part(end)
        return [first, *behind] if behind else []
    last = _step(end, StepKind.WORK)
    if last is None:
        return []
    if first.distance_m is not None and last.distance_m is not None:
        left = Size(distance_m=first.distance_m - last.distance_m)
    elif first.duration_s is not None and last.duration_s is not None:
        left = Size(duration_s=first.duration_s - last.duration_s)
    else:
        return []
    if max(left.distance_m or 0, left.duration_s or 0) <= 0:
        return []
    return [replace(first, distance_m=left.distance_m, duration_s=left.duration_s), last]


def _step(text: str, kind: StepKind, usual: Effort | None = None) -> RunStep | None:
    """One stretch; None where it says no length, or two."""
    told = _SPEED.sub("", _PACE.sub("", text))
    if len(list(SIZE.finditer(told))) > 1:
        return None
    size = size_of(told) or _bare(told)
    if size is None or (size.distance_m is None and size.duration_s is None):
        return None
    if _WARM_UP.search(text):
        kind = StepKind.WARM_UP
    elif _COOL_DOWN.search(text):
        kind = StepKind.COOL_DOWN
    elif _RECOVERY.search(text) and usual is None:
        kind = StepKind.RECOVERY
    effort = effort_of(text) or usual or Effort.EASY
    return RunStep(kind, effort, size.distance_m, size.duration_s, _speed(text))


def _speed(text: str) -> float | None:
    """Metres a second from "@ 4:30/km"; None where no pace with its unit is told."""
    found = _SPEED.search(text)
    if found is None:
        return None
    paces = [parse_duration(pace) or 0.0 for pace in (found["pace"], found["to"] or found["pace"])]
    seconds = sum(paces) / len(paces)
    return _UNITS[found["unit"].lower()] / seconds if seconds > 0 else None


def _bare(text: str) -> Size | None:
    """`400` of "8 x 400 w/ 200 jog" without its unit."""
    found = re.search(r"(?<![\d:.,])(\d{3,4})(?![\d:.,a-z])", text)
    if found is None or not _METRES_FROM <= int(found[1]) <= _METRES_TO:
        return None
    return Size(distance_m=float(found[1]))
