"""Show what the gate says, criterion by criterion, and what lies behind it; people and programs."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.comeback import Criterion, LadderStep, Light, Outcome, Rung, WayBack
from unload.model.constants import Knowledge
from unload.model.evidence import Constant, Grade
from unload.report.compose_week import session
from unload.report.contract import planned_dict
from unload.report.figures import weekday
from unload.report.plain import Plain, day, used_dict
from unload.report.words import Words
from unload.report.workout_words import lines_of

# A sign that needs no colour, and the colour for those who have one.
SIGN_WIDTH = 4
LIGHTS: Mapping[Light, tuple[str, str]] = {
    Light.GREEN: ("ok", "green"),
    Light.AMBER: ("wait", "yellow"),
    Light.RED: ("stop", "red"),
    Light.UNKNOWN: ("?", "dim"),
}
HEAD = {Outcome.PASS: "bold green", Outcome.REFER: "bold red"}
TO_CALENDAR = "`unload export --ladder` takes them to the calendar and the watch."
ASK_MORE = "On a terminal it asks what today leaves open; for yesterday `unload check-in --day`."


def gate_screen(back: WayBack, words: Words, knowledge: Knowledge) -> RenderableType:
    """The answer, every criterion with its grade and source, then the way on."""
    gate = back.gate
    parts: list[RenderableType] = [
        Text(words.say(gate.says), style=HEAD.get(gate.outcome, "bold yellow")),
        "",
        *_criteria(gate.criteria, words),
    ]
    if any(c.light is Light.UNKNOWN for c in gate.criteria):
        parts.append(Text(ASK_MORE, style="dim"))
    parts += _ladder(back, words, knowledge) if back.ladder else _week(back, words)
    return Padding(Group(*parts), (0, 1))


def _criteria(criteria: tuple[Criterion, ...], words: Words) -> Iterator[RenderableType]:
    """Morning by morning: what is not well yet line by line, what is well in one."""
    for morning in dict.fromkeys(c.day for c in criteria):
        own = [c for c in criteria if c.day == morning]
        table = Table.grid(padding=(0, 2, 0, 0))
        for c in own:
            if c.light is not Light.GREEN:
                sign, style = LIGHTS[c.light]
                said = Text(words.say(c.says))
                table.add_row(Text(f"{sign:<{SIGN_WIDTH}}", style=style), c.name, said)
        well = ", ".join(c.name for c in own if c.light is Light.GREEN)
        yield Text(f"{weekday(morning)} {words.day(morning)}", style="bold")
        if table.rows:
            yield Padding(table, (0, 0, 0, 2))
        if well:
            yield Padding(_marked(Light.GREEN, well), (0, 0, 0, 2))
    yield from ("", Text(f"Rests on: {_rests_on(criteria)}", style="dim"))


def _marked(light: Light, text: str) -> RenderableType:
    """A text behind the sign of its light."""
    sign, style = LIGHTS[light]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(Text(f"{sign:<{SIGN_WIDTH}}", style=style), text)
    return table


def _rests_on(criteria: tuple[Criterion, ...]) -> str:
    """Grade and source of what the criteria compare with, each with the criteria it is under."""
    under: dict[str, list[str]] = {}
    for criterion in criteria:
        graded = "; ".join(dict.fromkeys(map(_graded, criterion.constants)))
        under.setdefault(graded, []).append(criterion.name)
    told = (f"{', '.join(dict.fromkeys(names))}: {graded}" for graded, names in under.items())
    return " · ".join(told)


def _graded(constant: Constant) -> str:
    grade = constant.grade
    return grade.value if grade is Grade.OURS else f"{grade.value}, {constant.source}"


def _week(back: WayBack, words: Words) -> Iterator[RenderableType]:
    """The first week back, day by day."""
    if back.week is None:
        return
    week = back.week
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(*(Text(name, style="bold") for name in ("day", "before", "after", "why")))
    for before, after, why in zip(week.before.days, week.after.days, week.whys, strict=True):
        name = f"{weekday(after.day)[:3]} {after.day.day}"
        told = (session(before, words), session(after, words))
        table.add_row(name, *told, Text(words.say(why), style="dim"))
    totals = [words.distance(w.distance_m) for w in (week.before, week.after)]
    table.add_row("total", *totals)
    basis = Text(f"The first week back, from {words.say(week.basis)}", style="bold")
    yield from ("", basis, Padding(table, (0, 0, 0, 2)))


def _ladder(back: WayBack, words: Words, knowledge: Knowledge) -> Iterator[RenderableType]:
    """The next rung: its day, what it asks for, and why this one; then the others by their day."""
    step, made = back.ladder[0].climb, back.ladder[0].session
    rung = next(rung for rung in knowledge.ladder if rung.number == step.rung)
    head = f"Next on the ladder, {words.day(step.day)} at the earliest"
    yield from ("", Text(head, style="bold"))
    yield Padding(
        Group(*lines_of(made, words), Text(words.say(step.says), style="dim")), (0, 0, 0, 2)
    )
    told = f"Rung {rung.number} of {knowledge.ladder[-1].number}"
    yield Text(f"{told}; the order is by experience, the minutes are ours.", style="dim")
    if back.ladder[1:]:
        later = _later(back.ladder[1:], words)
        yield from ("", Text("As long as nothing gets sore", style="bold"), later)
        yield Text(TO_CALENDAR, style="dim")


def _later(steps: tuple[LadderStep, ...], words: Words) -> RenderableType:
    """A row a rung: what it asks for, and its days."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for number, same in groupby(steps, key=lambda step: step.climb.rung):
        every = list(same)
        asked = " ".join(lines_of(every[0].session, words))
        days = ", ".join(words.short_day(step.climb.day) for step in every)
        table.add_row(f"rung {number}", asked, Text(days, style="dim"))
    return Padding(table, (0, 0, 0, 2))


def gate_dict(back: WayBack, careful_weeks: int, words: Words, knowledge: Knowledge) -> Plain:
    """The same as plain values."""
    gate = back.gate
    return {
        "today": back.today.isoformat(),
        "outcome": gate.outcome.value,
        "sentence": words.say(gate.says),
        "until": day(gate.until),
        "careful_weeks": careful_weeks,
        "criteria": [_criterion(c, words) for c in gate.criteria],
        "failed": [f"{c.day.isoformat()} {c.name}" for c in gate.failed],
        "week": None if back.week is None else _week_rows(back, words),
        "ladder": None if not back.ladder else _ladder_dict(back, words, knowledge),
        "knowledge_version": knowledge.version,
    }


def _criterion(c: Criterion, words: Words) -> Plain:
    return {
        "criterion": c.name,
        "date": day(c.day),
        "light": c.light.value,
        "sentence": words.say(c.says),
        "constants": [used_dict(constant) for constant in c.constants],
    }


def _week_rows(back: WayBack, words: Words) -> list[Plain]:
    week = back.week
    rows = () if week is None else zip(week.before.days, week.after.days, week.whys, strict=True)
    return [
        {
            "date": day(after.day),
            "before": planned_dict(before),
            "after": planned_dict(after),
            "why": words.say(why),
        }
        for before, after, why in rows
    ]


def _ladder_dict(back: WayBack, words: Words, knowledge: Knowledge) -> Plain:
    step = back.ladder[0].climb
    rung: Rung = next(rung for rung in knowledge.ladder if rung.number == step.rung)
    return {
        "rung": rung.number,
        "date": day(step.day),
        "run_s": rung.run_s,
        "walk_s": rung.walk_s,
        "times": rung.times,
        "why": words.say(step.says),
        "after_it": [{"rung": s.climb.rung, "date": day(s.climb.day)} for s in back.ladder[1:]],
    }
