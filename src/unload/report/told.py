"""What was told of a day: kept, for programs and the terminal, and held against today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.advice import Advice
from unload.model.constants import Knowledge
from unload.model.evidence import Constant
from unload.model.phrase import Phrase, Value
from unload.model.told import ToldDay, ToldVerdict
from unload.report.compose_week import session
from unload.report.contract import advice_dict
from unload.report.plain import Plain, number
from unload.report.words import Words

# The keys of the advice that are kept: the verdict, all it rests on, and the week it came with.
KEYS = (
    "today", "verdict", "flags", "questions", "reasons", "unknown", "would_change", "changed",
    "week", "race", "sources", "knowledge_version",
)  # fmt: skip
NOTHING = "Nothing was kept yet; `unload week` tells a verdict and keeps it."


@dataclass(frozen=True, slots=True)
class Number:
    """One number behind an answer, then and now; `now` is None where the program has it no more."""

    name: str
    unit: str
    then: float
    now: float | None
    grade: str
    verified: bool
    source: str

    @property
    def changed(self) -> bool:
        return self.then != self.now


def verdict_dict(advice: Advice, words: Words, knowledge: Knowledge) -> Plain:
    """The answer as it is told and kept: keys of the advice, and each day of the week in words."""
    alone = replace(advice, routine=None, findings=(), doubts=(), futures=None)
    whole = advice_dict(alone, words, knowledge)
    said = {key: whole[key] for key in KEYS}
    if advice.week is not None:
        pairs = zip(advice.week.before.days, advice.week.after.days, strict=True)
        for day, (before, after) in zip(said["week"]["days"], pairs, strict=True):
            day["said"] = [session(before, words), session(after, words)]
    return said


def told_dict(told: ToldVerdict) -> Plain:
    """One answer as it was told, with when and by which release."""
    return {
        "told_at": told.told_at.isoformat(),
        "program": told.program,
        "imports_undone": told.imports_undone,
        **told.said,
    }


def day_dict(day: ToldDay) -> Plain:
    """One day of the list."""
    return {"day": day.day.isoformat(), "kind": day.kind, "sentence": day.sentence}


def numbers(said: Mapping[str, Any], known: Iterable[Constant]) -> tuple[Number, ...]:
    """Every number that the reasons compared with, once, beside what it is now."""
    now = {constant.name: constant for constant in known}
    used = {c["name"]: c for reason in said["reasons"] for c in reason["constants"]}
    return tuple(_number(one, now.get(name)) for name, one in used.items())


def _number(then: Mapping[str, Any], now: Constant | None) -> Number:
    return Number(
        name=then["name"],
        unit=then["unit"],
        then=then["value"],
        now=None if now is None else number(now.value),
        grade=then["grade"],
        verified=then["verified"],
        source=then["source"],
    )


def since_then(
    told: ToldVerdict, behind: Sequence[Number], words: Words, anew: Advice | None = None
) -> str:
    """What has changed since, in one sentence; `anew` is that day as it looks by now."""
    others = sum(one.changed for one in behind)
    values: dict[str, Value] = {"numbers": len(behind), "others": others}
    if anew is None:
        key = "numbers" if others else "same_numbers" if behind else "no_numbers"
        return words.say(Phrase(f"since.{key}", values))
    if anew.verdict.kind.value == told.kind:
        return words.say(Phrase("since.numbers_alone" if others else "since.same", values))
    values |= {"then": told.kind, "now": anew.verdict.kind.value}
    return words.say(Phrase("since.both" if others else "since.answer", values))


def told_screen(day: Sequence[ToldVerdict], behind: Sequence[Number], since: str) -> RenderableType:
    """What was told of a day: the answer that stands, its reasons, what they rest on."""
    newest, *before = day
    said = newest.said
    parts: list[RenderableType] = [
        Text(f"Told of {newest.day.isoformat()}", "dim"), Text(newest.sentence, "bold"), "",
        *_lines(said), *([_table(behind), ""] if behind else []), Text(since),
        Text(f"`unload week --today {newest.day}` thinks that day out anew.", "dim"),
        Text(f"Unload {newest.program}, knowledge {newest.knowledge_version}", "dim"),
    ]  # fmt: skip
    if newest.imports_undone:
        parts.append(Text("An import that it may rest on was taken back since.", "dim"))
    parts += [Text(f"Before that: {one.sentence}", "dim") for one in before]
    return Padding(Group(*parts), (0, 1))


def _lines(said: Mapping[str, Any]) -> Iterator[RenderableType]:
    for reason in said["reasons"]:
        yield Text(f"- {reason['sentence']} ({reason['grade']})")
    for title, key in (("Not known", "unknown"), ("Would have changed it", "would_change")):
        if said[key]:
            yield Text(f"{title}: {'; '.join(said[key])}", "dim")
    yield ""


def _table(behind: Iterable[Number]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for one in behind:
        now = "" if not one.changed else "gone now" if one.now is None else f"now {one.now:g}"
        table.add_row(one.name, Text(f"{one.then:g}", "cyan"), now, one.grade, one.source)
    return table


def listed(days: Sequence[ToldDay]) -> RenderableType:
    """One line for each day."""
    if not days:
        return Padding(Text(NOTHING), (0, 1))
    table = Table.grid(padding=(0, 2, 0, 0))
    for day in days:
        table.add_row(day.day.isoformat(), Text(day.kind, "bold"), Text(day.sentence))
    return Padding(table, (0, 1))
