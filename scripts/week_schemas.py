"""The schemas of accept, undo, changes, gate, season and why, made of the advice's own."""

from copy import deepcopy
from typing import Any

from unload.model.change import Decision
from unload.model.comeback import Light, Outcome
from unload.model.season import Stage
from unload.report.told import KEYS as TOLD_KEYS

Schema = dict[str, Any]

GRAVEST = "what is not green, the gravest first: the day and the criterion"


def _told(kind: str | list[str], description: str, **more: Any) -> Schema:
    return {"type": kind, "description": description, **more}


def _date(description: str, *, known: bool = True) -> Schema:
    return _told("string" if known else ["string", "null"], f"{description} (ISO 8601)",
                 format="date")  # fmt: skip


def _list(description: str, items: Schema) -> Schema:
    return _told("array", description, items=items)


def _object(description: str, properties: Schema, *, known: bool = True) -> Schema:
    kind = "object" if known else ["object", "null"]
    return _told(kind, description, properties=properties, required=list(properties))


def _named(name: str, title: str, advice: Schema, body: Schema) -> Schema:
    return {
        "$schema": advice["$schema"],
        "$id": f"urn:unload:schema:{name}",
        "title": f"Unload: {title}",
        **body,
    }


MOVE = {
    "from": _date("the day it stood on"),
    "to": _date("the day it was put on"),
    "place": _told("integer", "which row of its day it was, from 0", minimum=0),
}


def _change(advice: Schema) -> Schema:
    week = {**advice["properties"]["week"], "type": "object"}
    return {
        "change": _told("integer", "its number", minimum=1),
        "made_at": _told("string", "when it was decided (ISO 8601)", format="date-time"),
        "day": _date("the day it was decided on, where the runner is"),
        "decision": _told("string", "what was decided", enum=[*Decision]),
        "undoes": _told(["integer", "null"], "the number of the change that it gives back"),
        "first_day": _date("the first day of the week"),
        "days": _list("the days that were taken or given back", _date("a day")),
        "move": _object("the session that was moved; null where none was", MOVE, known=False),
        "proposed": {**week, "description": "the lighter week as it was proposed"},
    }


def changes_schema(advice: Schema) -> Schema:
    """A list, the newest change first."""
    change = _object("one change", _change(advice))
    says = "What `unload changes --json` prints: every change, the newest first."
    return _named("changes", "what was accepted and given back", advice, _list(says, change))


def accept_schema(advice: Schema) -> Schema:
    """What accept and undo print."""
    week = {**advice["properties"]["week"], "type": "object"}
    parts = {
        "new": _told("boolean", "false where it was accepted already and nothing was added"),
        **_change(advice),
        "week": {**week, "description": "the week that holds now, day by day"},
        "refused": _list("why moves were refused", _told("string", "a sentence")),
    }
    says = "What `unload accept --json` and `unload undo --json` print."
    return _named("accept", "a week that is taken or given back", advice, _object(says, parts))


def gate_schema(advice: Schema) -> Schema:
    """The gate, its criteria, and the week or the ladder behind it."""
    properties = advice["properties"]
    row = deepcopy(properties["week"]["properties"]["days"])
    del row["items"]["properties"]["moved_from"]  # nothing has been moved on the way back
    constants = properties["reasons"]["items"]["properties"]["constants"]
    criterion = {
        "criterion": _told("string", "what has to be well"),
        "date": _date("the morning it is about"),
        "light": _told("string", "how it stands", enum=[*Light]),
        "sentence": _told("string", "by how much, in words"),
        "constants": constants,
    }
    later = {
        "rung": _told("integer", "its number", minimum=0),
        "date": _date("its day at the earliest"),
    }
    ladder = {
        **later,
        "run_s": _told("number", "running, in seconds", minimum=0),
        "walk_s": _told("number", "walking, in seconds", minimum=0),
        "times": _told("integer", "how often both are done", minimum=1),
        "why": _told("string", "why this rung"),
        "after_it": _list("the rungs behind it, as long as nothing gets sore",
                          _object("a rung to come", later)),
    }  # fmt: skip
    parts = {
        "today": _date("the day of the question"),
        "outcome": _told("string", "go on, wait, see someone, or ask more", enum=[*Outcome]),
        "sentence": _told("string", "the answer in one sentence"),
        "until": _date("when to ask again; null where nothing is to be waited for", known=False),
        "careful_weeks": _told("integer", "weeks in a row it has said not yet", minimum=0),
        "criteria": _list("everything that was looked at", _object("a criterion", criterion)),
        "failed": _list(GRAVEST, _told("string", "a day and a criterion")),
        "week": {
            **row,
            "type": ["array", "null"],
            "description": "the first week back, day by day; null where the gate is shut",
        },
        "ladder": _object("the next rung; null where none is asked for", ladder, known=False),
        "knowledge_version": properties["knowledge_version"],
    }
    says = "What `unload gate --json` prints; unknown is null, never 0."
    return _named("gate", "whether to go on to the next phase", advice, _object(says, parts))


def season_schema(advice: Schema) -> Schema:
    """The weeks until race day."""
    properties = advice["properties"]
    verdict = properties["verdict"]["properties"]
    week = {
        "first_day": _date("its first day"),
        "stage": _told("string", "what it is", enum=[*Stage]),
    }
    parts = {
        "today": _date("the day of the question"),
        "race_date": _date("race day"),
        "verdict": _object("the verdict that begins it", {k: verdict[k] for k in ("kind", "by")}),
        "building_weeks": _told("integer", "building weeks from one lighter week to the next"),
        "rule": _told("string", "why so many, in words"),
        "constants": properties["reasons"]["items"]["properties"]["constants"],
        "notes": _list("what moved a week, or left one out", _told("string", "a sentence")),
        "weeks": _list("every week up to the race's", _object("a week", week)),
    }
    says = "What `unload season --json` prints: a suggestion, which every new answer moves."
    return _named("season", "the weeks until race day", advice, _object(says, parts))


def told_schema(advice: Schema) -> Schema:
    """What was told of a day: keys of the advice, with when and by which release."""
    parts = {
        "told_at": _told("string", "when it was told (ISO 8601)", format="date-time"),
        "program": _told("string", "the release that told it"),
        "imports_undone": _told("integer", "imports it may rest on that were taken back since",
                                minimum=0),
        **{key: advice["properties"][key] for key in TOLD_KEYS},
    }  # fmt: skip
    week = parts["week"] = {**parts["week"], "properties": {**parts["week"]["properties"]}}
    days = week["properties"]["days"]
    said = _list("the session before and after, in the words it was told in",
                 _told("string", "a session"))  # fmt: skip
    row = {**days["items"], "properties": {**days["items"]["properties"], "said": said}}
    week["properties"]["days"] = {**days, "items": row}
    says = (
        "What `unload why --told DAY --json` prints: every answer that was told of the day, the "
        "newest first, with the sentences and numbers of that time."
    )
    return _named("told", "what was told of a day", advice, _list(says, _object("one", parts)))


SCHEMAS = {
    "accept": accept_schema,
    "changes": changes_schema,
    "gate": gate_schema,
    "season": season_schema,
    "told": told_schema,
}
