"""A lighter week and a move in it as JSON, and the way back: before, after and why."""

from __future__ import annotations

from datetime import date
from typing import Any

from unload.model.history import Sport
from unload.model.phrase import Phrase, Value
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    Move,
    Part,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    UnloadingWeek,
    Week,
)
from unload.store.text import clean

Json = dict[str, Any]


def week_row(week: UnloadingWeek) -> Json:
    """The whole week, as it was proposed and nothing moved in it, as values that JSON holds."""
    return {
        "depth": week.depth.value,
        "before": [_session_row(session) for session in week.before.days],
        "after": [_session_row(session) for session in week.after.days],
        "whys": [_phrase_row(why) for why in week.whys],
        "basis": _phrase_row(week.basis),
        "slot": week.slot,
        "notes": [_phrase_row(note) for note in week.notes],
    }


def week_of(row: Json) -> UnloadingWeek:
    """The week of a row."""
    return UnloadingWeek(
        depth=Depth(row["depth"]),
        before=Week(tuple(_session_of(told) for told in row["before"])),
        after=Week(tuple(_session_of(told) for told in row["after"])),
        whys=tuple(_phrase_of(told) for told in row["whys"]),
        basis=_phrase_of(row["basis"]),
        slot=row["slot"],
        notes=tuple(_phrase_of(told) for told in row["notes"]),
    )


def move_row(move: Move) -> Json:
    """A move as values that JSON holds."""
    days = {"origin": move.origin.isoformat(), "target": move.target.isoformat()}
    return {**days, "place": move.place}


def move_of(row: Json) -> Move:
    """The move of a row."""
    origin, target = date.fromisoformat(row["origin"]), date.fromisoformat(row["target"])
    return Move(origin, target, row["place"])


def _session_row(session: PlannedSession) -> Json:
    return {
        "day": session.day.isoformat(),
        "kind": session.kind.value,
        "distance_m": session.distance_m,
        "duration_s": session.duration_s,
        "hard_s": session.hard_s,
        "sport": session.sport.value,
        "title": clean(session.title),
        "by_time": session.by_time,
        "parts": [_part_row(part) for part in session.parts],
    }


def _session_of(row: Json) -> PlannedSession:
    return PlannedSession(
        day=date.fromisoformat(row["day"]),
        kind=Kind(row["kind"]),
        distance_m=row["distance_m"],
        duration_s=row["duration_s"],
        hard_s=row["hard_s"],
        sport=Sport(row["sport"]),
        title=row["title"],
        by_time=row["by_time"],
        parts=tuple(_part_of(part) for part in row["parts"]),
    )


def _part_row(part: Part) -> Json:
    if isinstance(part, Repeat):
        return {"times": part.times, "steps": [_part_row(step) for step in part.steps]}
    return {
        "kind": part.kind.value,
        "effort": part.effort.value,
        "distance_m": part.distance_m,
        "duration_s": part.duration_s,
        "speed_mps": part.speed_mps,
    }


def _part_of(row: Json) -> Part:
    if "times" in row:
        return Repeat(row["times"], tuple(_step_of(step) for step in row["steps"]))
    return _step_of(row)


def _step_of(row: Json) -> RunStep:
    kind, effort = StepKind(row["kind"]), Effort(row["effort"])
    return RunStep(kind, effort, row["distance_m"], row["duration_s"], row["speed_mps"])


def _phrase_row(phrase: Phrase) -> Json:
    return {"key": phrase.key, "values": {k: _value_row(v) for k, v in phrase.values.items()}}


def _phrase_of(row: Json) -> Phrase:
    return Phrase(row["key"], {name: _value_of(told) for name, told in row["values"].items()})


def _value_row(value: Value) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _value_of(told: Any) -> Value:
    return date.fromisoformat(told["day"]) if isinstance(told, dict) else told
