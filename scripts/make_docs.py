"""Write the pages of docs/ that repeat what the program itself holds.

python3 run python scripts/make_docs.py           writes docs/
python3 run python scripts/make_docs.py --check   fails where a page differs
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click

import unload.cli
from unload.knowledge import load_knowledge
from unload.model.constants import Knowledge, constants_of
from unload.model.evidence import Constant, Grade, Source

DOCS = Path(__file__).parent.parent / "docs"
MADE = "<!-- Written by scripts/make_docs.py; change what it reads, not this page. -->\n"
STAGES = ("load", "signals", "verdict", "week", "body", "routine", "futures", "backtest")
SETTINGS: dict[str, Any] = {"terminal_width": 80}
CONSTANTS_INTRO = """\
Every number the advice rests on: its value, the range it may be set to, its grade and its
birthplace. `unload why NAME` prints one of them. *Not verified* means that the number was not
seen in the source itself.
"""
JSON_INTRO = """\
`unload week PATH --json` and `unload demo --json` print the advice, `unload inspect PATH --json`
what was read, `unload why --json` the constants. The schemas are
[advice.schema.json](schema/advice.schema.json) and
[inspect.schema.json](schema/inspect.schema.json); the tests hold the program to them.

Later versions add keys and never rename one. Unknown is null, never 0, and NaN does not occur. The
exit code is 0 for any advice, 2 where the input cannot be used, 1 for a fault of the program; an
error is one object on the error stream, `{"error": {"kind": ..., "message": ...}}`.
"""
GRADES = {
    Grade.STRONG: "several good studies agree",
    Grade.MODERATE: "one good study, or several weaker ones that agree",
    Grade.WEAK: "small, indirect or mixed evidence",
    Grade.EXPERT: "experienced people say so; nobody has measured it",
    Grade.CONTRADICTED: "measured, and the measurements speak against it",
    Grade.OURS: "a design choice of this project; the note says why",
}


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("--" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell(c) for c in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"


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
    if any(row.source == key for row in (*facts, *knowledge.red_flags)):
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


def body_page(knowledge: Knowledge) -> str:
    """The keys and questions of the body, for those who write answers by hand."""
    regions = (
        (f"`{r.key}`", r.name, r.tissue.value, "left, right" if r.sided else "middle", r.rule_out)
        for r in knowledge.regions.values()
    )
    flags = (
        (f"`{f.key}`", f.level.value, f.question, f.action, f.source) for f in knowledge.red_flags
    )
    blockers = (
        (f"`{b.key}`", b.condition, ", ".join(b.regions) or ("one place" if b.at_site else "all"))
        for b in knowledge.blockers.values()
    )
    return "\n".join(
        (
            "# The body\n",
            MADE,
            "The keys that check-ins and answers use ([files.md](files.md)).\n",
            "## Regions\n",
            table(("key", "name", "mostly", "sides", "think of first"), regions),
            "## Red flags\n",
            "A yes overrides everything below it. Level A is the most urgent.\n",
            table(("key", "level", "question", "what to do", "source"), flags),
            "## Blockers\n",
            "What forbids self-massage, of one place or of all.\n",
            table(("key", "condition", "where"), blockers),
        )
    )


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
    """The two schemas as tables, two levels deep."""
    parts = ["# JSON\n", MADE, JSON_INTRO]
    for command in ("advice", "inspect"):
        schema = json.loads((DOCS / "schema" / f"{command}.schema.json").read_text("utf-8"))
        parts += [f"## {schema['title']}\n", schema["description"] + "\n"]
        parts.append(table(("key", "type", "meaning"), described(schema)))
    return "\n".join(parts)


def described(schema: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str, str]]:
    """A row for every key of a schema and of the objects and lists right below it."""
    for key, value in schema["properties"].items():
        kinds = value.get("type", "any")
        kind = " or ".join(kinds) if isinstance(kinds, list) else kinds
        yield f"`{prefix}{key}`", kind, value.get("description", "")
        inner, mark = (value.get("items", {}), "[].") if kind == "array" else (value, ".")
        if not prefix and "properties" in inner:
            yield from described(inner, f"{key}{mark}")


def pages() -> dict[str, str]:
    knowledge = load_knowledge()
    unlisted = {f.name for f in fields(knowledge) if f.name in STAGES} ^ set(STAGES)
    if unlisted:
        sys.exit(f"STAGES and Knowledge differ: {sorted(unlisted)}")
    return {
        "constants.md": constants_page(knowledge),
        "sources.md": sources_page(knowledge),
        "body.md": body_page(knowledge),
        "commands.md": commands_page(),
        "json.md": json_page(),
    }


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
