"""Write the pages of docs/ that repeat what the program itself holds.

python3 run python scripts/make_docs.py           writes docs/
python3 run python scripts/make_docs.py --check   fails where a page differs
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from body_page import body_page
from markdown import MADE, number, table
from week_schemas import SCHEMAS as WEEK_SCHEMAS

import unload.cli
from unload import service
from unload.importers.dialect import MEANINGS, Dialect, dialects
from unload.knowledge import load_knowledge
from unload.model.constants import STAGES, Knowledge, constants_of
from unload.model.evidence import Constant, Grade, Source
from unload.report.chart import svg
from unload.report.two_futures import chart_of
from unload.report.words import KM, Words

DOCS = Path(__file__).parent.parent / "docs"
SETTINGS: dict[str, Any] = {"terminal_width": 80}
CONSTANTS_INTRO = """\
Every number the advice rests on: its value, the range it may be set to, its grade and its
birthplace. `unload why NAME` prints one of them. *Not verified* means that the number was not
seen in the source itself.
"""
JSON_INTRO = """\
`unload week PATH --json` and `unload demo --json` print the advice, `unload doubts PATH --json`
the part of it that answers the doubts, `unload body --json` one look at the body, `unload workout
--json` its session, `unload hand-over --json` the page for a specialist, `unload inspect PATH
--json` what was read, `unload history --json` the weeks that were, `unload why --json` the
constants and `unload why --told DAY --json` what was told of a day; `unload accept --json` and
`unload undo --json` print what was decided about a week, `unload changes --json` all of that,
`unload gate --json` whether to go on, `unload season --json` the weeks until race day.
`unload export` prints files of other programs and no JSON. A schema
stands for each below `docs/schema/`; the tests hold the program to them.

Later versions add keys and never rename one. Unknown is null, never 0, and NaN does not occur. The
exit code is 0 for any advice, 2 where the input cannot be used, 1 for a fault of the program; an
error is one object on the error stream, `{"error": {"kind": ..., "message": ...}}`.
"""
DIALECTS_INTRO = """\
An export speaks the language of its account. These are listed; *seen* means that the titles were
seen in a file or quoted from one, *translated* that we put them into the language ourselves. The
tables are plain text below `src/unload/importers/dialects/`: whoever has a real header line can
make a *translated* a *seen*.
"""
DIALECTS_OTHERWISE = """\
## What happens otherwise

- **Strava in a language that is not listed, or titles that were translated wrongly:** the columns
  are found by their places, which are the same in every export, and proved by the two titles that
  stand twice. A word for running that nobody listed is told by its pace; where two words could be
  running, you are asked. Beside a word that is listed it is left out, and you read so.
- **Any other table:** dates, times and distances are found by what is in the cells: they must make
  paces of 1 to 20 minutes a kilometre, and longer must take longer.
- **Units** come from the title (`Distance (km)`), from a second column that carries the same in
  metres, from steps a minute x metres a step x time, or from the size (nobody runs 5,000 km before
  breakfast). Kilometres and miles are never guessed. Swims and track runs are read as metres.
- **Dates and numbers** are read as their whole column is written: 15/7 anywhere makes the column
  day-first, 5.02 anywhere makes its commas thousands. Where the column does not tell, you are
  asked. Digits of any script are read.
- **A file without its header line** is refused.

## How to say it

A question comes with the words that answer it, ready to be copied. Columns are counted from 1.

```
unload week FILE --columns date=2,type=1,distance=5:km,duration=7
```

| part | what may follow it |
| -- | -- |
| `date=2` | `:dmy` or `:mdy` for the order of day and month; `:utc` for stamps in UTC |
| `type=1` | leave it out where all rows are runs |
| `distance=5` | `:km`, `:mi` or `:m`; `:comma` or `:point` for the decimal mark |
| `duration=7` | nothing for 0:43:55; `:s`, `:min` or `:h` for plain numbers |
| `hr=8` | the average heart rate |
| `run=WORD` | a word that means running; several as `run=WORD+OTHER` |

What was assumed is said under the week and by `unload inspect`.

## Time zone

A FIT file mostly tells the watch's own clock, and then the day of a run is the day where it was
run. Strava, GPX and TCX stamp in UTC; there the day is the day where you live. `--zone NAME` says
where that is, or `UNLOAD_ZONE` in the environment. Without it, forty of the FIT files beside them
are asked how far the watch was from UTC, summer and winter. Where they do not tell, the zone of
this machine is taken, and you are told so. If by it most of your runs begin at night, the clock is
named by which they begin by day, and you are asked; the page Imports has a button that takes it.
"""
WEEKS_INTRO = """\
Plans in the styles of public training, written by us, and what Unload makes of them. `before` is
the runner's own plan, `after` the lighter week, each with its structure under it. They are tests:
`pytest tests/spec/test_coach_weeks.py` compares every one, `--update` writes them anew.
"""
WORKOUT_KEYS = (
    *("today", "level", "may_run", "flags", "questions", "routine", "trials", "problems"),
    "knowledge_version",
)
DOUBTS_KEYS = ("today", "doubts", "futures", "race", "sources", "knowledge_version")
GRADES = {
    Grade.STRONG: "several good studies agree",
    Grade.MODERATE: "one good study, or several weaker ones that agree",
    Grade.WEAK: "small, indirect or mixed evidence",
    Grade.EXPERT: "experienced people say so; nobody has measured it",
    Grade.CONTRADICTED: "measured, and the measurements speak against it",
    Grade.OURS: "a design choice of this project; the note says why",
}


def constants_page(knowledge: Knowledge) -> str:
    """Every constant by stage, after the count of grades."""
    parts = [
        "# Constants\n",
        MADE,
        CONSTANTS_INTRO,
        "## How good is the evidence\n",
        histogram(knowledge.constants()),
    ]
    for name in STAGES:
        rows = (constant_row(c) for c in constants_of(getattr(knowledge, name)).values())
        head = ("name", "value", "range", "unit", "grade", "source", "note")
        parts += [f"## {name.capitalize()}\n", table(head, rows)]
    return "\n".join(parts)


def histogram(constants: tuple[Constant, ...]) -> str:
    """How many constants have which grade, and how many were seen in their source."""
    count = Counter(c.grade for c in constants)
    seen = Counter(c.grade for c in constants if c.verified)
    rows = [(g.value, GRADES[g], str(count[g]), str(seen[g])) for g in Grade]
    total = ("all", "", str(len(constants)), str(sum(seen.values())))
    return table(("grade", "what it means", "constants", "of these verified"), [*rows, total])


def constant_row(c: Constant) -> tuple[str, ...]:
    source = "design choice" if c.grade is Grade.OURS else f"[{c.source}](sources.md#{c.source})"
    place = source + (f", {c.where}" if c.where else "") + ("" if c.verified else " (not verified)")
    spread = f"{number(c.low)} to {number(c.high)}"
    return (f"`{c.name}`", number(c.value), spread, c.unit, c.grade.value, place, c.note)


def sources_page(knowledge: Knowledge) -> str:
    """Every source, and the constants that rest on it."""
    parts = ["# Sources\n", MADE, "What the constants and the body facts rest on.\n"]
    entries = (
        source_entry(source, users_of(key, knowledge))
        for key, source in sorted(knowledge.sources.items())
    )
    parts.extend(entries)
    return "\n".join(parts)


def users_of(key: str, knowledge: Knowledge) -> list[str]:
    names = [f"`{c.name}`" for c in knowledge.constants() if c.source == key]
    facts = (*knowledge.screens.values(), *knowledge.links, *knowledge.techniques)
    facts = (*facts, *knowledge.red_flags, *knowledge.blockers.values())
    codes = ("bahr2020", "snomedsites2026")
    if key in codes or any(row.source == key for row in facts):
        names.append("body facts")
    return names


def source_entry(source: Source, users: list[str]) -> str:
    doi = f" doi: {source.doi}" if source.doi else ""
    note = f"\n\n*{source.note}*" if source.note else ""
    used = ", ".join(users) or "background only"
    year = f" ({source.year})" if source.year else ""
    title = source.title if source.title.endswith("?") else source.title.rstrip(".") + "."
    where = f" *{source.journal}*." if source.journal else ""
    entry = f"{source.authors}{year}. {title}{where}{doi}{note}"
    return f"## {source.key}\n\n{entry}\n\nUsed by: {used}.\n"


def commands_page() -> str:
    """The help of every command, as the program prints it."""
    group = next(x for x in vars(unload.cli).values() if isinstance(x, click.Group))
    parts = ["# Commands\n", MADE, "What each command prints for `--help`.\n"]
    for context in walk(
        click.Context(group, info_name="unload", **SETTINGS, **group.context_settings)
    ):
        shown = context.command.get_help(context)
        parts.append(f"## {context.command_path}\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def walk(context: click.Context) -> Iterator[click.Context]:
    """A command and everything below it, the hidden ones left out."""
    yield context
    if isinstance(context.command, click.Group):
        for name, child in sorted(context.command.commands.items()):
            if not child.hidden:
                yield from walk(click.Context(child, context, info_name=name, **SETTINGS))


def json_page() -> str:
    """The schemas as tables, two levels deep."""
    parts = ["# JSON\n", MADE, JSON_INTRO]
    advice = read_schema("advice")
    made = (make(advice) for make in WEEK_SCHEMAS.values())
    kept = map(read_schema, ("history", "inspect", "hand-over"))
    body = (read_schema("body"), workout_schema())
    for schema in (advice, doubts_schema(), *body, *kept, *made):
        parts += [f"## {schema['title']}\n", schema["description"] + "\n"]
        parts.append(table(("key", "type", "meaning"), described(schema.get("items", schema))))
    return "\n".join(parts)


def read_schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (DOCS / "schema" / f"{name}.schema.json").read_text("utf-8")
    )
    return loaded


def doubts_schema() -> dict[str, Any]:
    """What `unload doubts` prints: some keys of the advice, described where the advice is."""
    advice = read_schema("advice")
    return {
        "$schema": advice["$schema"],
        "$id": "urn:unload:schema:doubts",
        "title": "Unload: the answers to the doubts",
        "type": "object",
        "description": "What `unload doubts PATH --json` prints: those keys of the advice that "
        "answer the doubts. Later versions add, they never rename; unknown is null, never 0.",
        "required": list(DOUBTS_KEYS),
        "properties": {key: advice["properties"][key] for key in DOUBTS_KEYS},
    }


def workout_schema() -> dict[str, Any]:
    """What `unload workout` prints: some keys of the look, described where the look is."""
    body = read_schema("body")
    return {
        "$schema": body["$schema"],
        "$id": "urn:unload:schema:workout",
        "title": "Unload: the work-it-out session",
        "type": "object",
        "description": "What `unload workout --json` prints: those keys of the look at the body "
        "that the session is made of. Later versions add, they never rename; unknown is null, "
        "never 0.",
        "required": list(WORKOUT_KEYS),
        "properties": {key: body["properties"][key] for key in WORKOUT_KEYS},
    }


def described(schema: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str, str]]:
    """A row for every key of a schema and of the objects and lists right below it."""
    for key, value in schema["properties"].items():
        kinds = value.get("type", "any")
        kind = " or ".join(kinds) if isinstance(kinds, list) else kinds
        yield f"`{prefix}{key}`", kind, value.get("description", "")
        inner, mark = (value.get("items", {}), "[].") if kind == "array" else (value, ".")
        if not prefix and "properties" in inner:
            yield from described(inner, f"{key}{mark}")


def dialects_page() -> str:
    """Which languages are listed, and what was seen of each."""
    rows = [
        (d.name, _seen(d, "strava"), _seen(d, "garmin"), _seen(d, "sports")) for d in dialects()
    ]
    head = ("language", "Strava `activities.csv`", "Garmin Connect list", "sports")
    made = table(head, sorted(rows))
    return f"# Languages\n\n{MADE}\n{DIALECTS_INTRO}\n{made}\n{DIALECTS_OTHERWISE}"


def _seen(dialect: Dialect, kind: str) -> str:
    """Whether all, some or none of the titles were seen."""
    told, seen = dialect.titles(kind).keys(), dialect.verified(kind)
    if kind == "sports" and dialect.code == "en":
        return "seen"
    if told == seen:
        return "seen"
    names = ", ".join(name.replace("_", " ") for name in MEANINGS[kind] if name in seen)
    return f"seen: {names}; the rest translated" if seen else "translated"


def futures_picture(knowledge: Knowledge) -> str:
    """The two futures of the demo's runner."""
    advice = service.advise_demo("sore").advice
    if advice.futures is None:
        sys.exit("the demo's runner has no future: its race is today")
    return svg(chart_of(advice.futures, Words(knowledge.text, KM, advice.today)))


def weeks_page() -> str:
    """The weeks that the tests hold the program to, as they are printed there."""
    plans = DOCS.parent / "tests" / "spec" / "plans"
    order = tomllib.loads((plans / "plans.toml").read_text("utf-8"))
    parts = ["# Weeks\n", MADE, WEEKS_INTRO]
    for key in order:
        title, _, rest = (plans / f"{key}.txt").read_text("utf-8").partition("\n")
        parts.append(f"## {title}\n\n```text\n{rest.rstrip()}\n```\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    knowledge = load_knowledge()
    return {
        "constants.md": constants_page(knowledge),
        "sources.md": sources_page(knowledge),
        "body.md": body_page(knowledge),
        "commands.md": commands_page(),
        "weeks.md": weeks_page(),
        "futures.svg": futures_picture(knowledge),
        "json.md": json_page(),
        "dialects.md": dialects_page(),
        "schema/doubts.schema.json": written(doubts_schema()),
        "schema/workout.schema.json": written(workout_schema()),
        **{
            f"schema/{name}.schema.json": written(make(read_schema("advice")))
            for name, make in WEEK_SCHEMAS.items()
        },
    }


def written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(*, check: bool) -> int:
    stale = []
    for name, text in pages().items():
        path = DOCS / name
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"docs/{name} differs: run scripts/make_docs.py")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
