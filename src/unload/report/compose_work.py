"""Compose the work-it-out routine and what is worth checking."""

from collections.abc import Sequence

from unload.model.body import Finding, Step
from unload.model.history import Side
from unload.model.phrase import Phrase
from unload.model.units import S_PER_MIN
from unload.report.asked_for import in_full, who
from unload.report.citations import Desk
from unload.report.document import Entry, Line, Section, label, muted, plain
from unload.report.figures import tidy, weekday

SIDES = {Side.LEFT: "L", Side.RIGHT: "R", Side.BOTH: "L/R", Side.MIDDLE: ""}


def routine_section(desk: Desk) -> Section | None:
    """The routine, compact: one entry per tool; or how many questions come before it."""
    routine = desk.advice.routine
    if count := len(desk.advice.questions):
        said = desk.words.say(Phrase("body.asked_first", {"asked": count}))
        return Section("routine", label("Questions first"), (Entry(plain(said)),))
    if routine is None or not (routine.steps or routine.left_out or routine.asked):
        return None
    tools = dict.fromkeys(step.technique.tool for step in routine.steps)
    entries = [
        _tool(tool, [step for step in routine.steps if step.technique.tool == tool], desk)
        for tool in tools
    ]
    if routine.steps:
        entries.append(_limits(desk))
    if routine.left_out:
        entries.append(Entry(plain("; ".join(routine.left_out)), label("left out")))
    entries += [
        Entry(plain(in_full(asked, desk.words)), label(who(asked, desk.words)))
        for asked in routine.asked
    ]
    title = f"{_slot(desk)} · {tidy(routine.total_s / S_PER_MIN, 0)} min"
    return Section("routine", label(title), tuple(entries))


def _slot(desk: Desk) -> str:
    week = desk.advice.week
    if week is None:
        return "Work it out"
    return f"Work-it-out {weekday(week.after.days[week.slot].day)}"


def _tool(tool: str, steps: Sequence[Step], desk: Desk) -> Entry:
    techniques = [step.technique for step in steps]
    grade = ", ".join(dict.fromkeys(t.grade.value for t in techniques))
    cited = desk.citations.cite(tuple(dict.fromkeys(t.source for t in techniques)))
    body = " · ".join(_places(steps, desk))
    return Entry(plain(body), label(tool.replace("_", " ")), muted(f"{grade} {cited}"))


def _places(steps: Sequence[Step], desk: Desk) -> list[str]:
    """One string per region, its sides together: "calf L 2 x 45 s, R 45 s"."""
    places: dict[tuple[str, bool, bool], list[Step]] = {}
    for step in steps:
        key = (step.technique.region, step.spot, step.technique.optional)
        places.setdefault(key, []).append(step)
    return [
        f"{desk.words.spot(region)}{', the spot itself:' if spot else ''} {_sides(group)}"
        f"{' (optional)' if optional else ''}"
        for (region, spot, optional), group in places.items()
    ]


def _sides(steps: Sequence[Step]) -> str:
    """The sides of one region; what is the same on both is said once."""
    doses: dict[str, list[str]] = {}
    for step in steps:
        doses.setdefault(_dose(step), []).append(SIDES[step.side])
    return ", ".join(f"{'/'.join(filter(None, on))} {dose}".strip() for dose, on in doses.items())


def _dose(step: Step) -> str:
    seconds = f"{tidy(step.seconds, 0)} s"
    return seconds if step.sets == 1 else f"{step.sets} x {seconds}"


def _limits(desk: Desk) -> Entry:
    """How hard, how slowly, and when to stop."""
    limits = desk.knowledge.routine
    rests = desk.citations.rests_on("", (limits.fr_max_discomfort, limits.fr_stroke_s))
    text = (
        f"Strokes of about {tidy(limits.fr_stroke_s.value, 1)} s, discomfort at most "
        f"{tidy(limits.fr_max_discomfort.value, 0)}/10; stop where it makes things worse."
    )
    return Entry(muted(text), tail=muted(rests))


def findings_section(desk: Desk) -> Section | None:
    """What may be behind a sore spot: worth checking, never a cause."""
    spots = dict.fromkeys((f.region, f.side) for f in desk.advice.findings)
    entries = tuple(entry for spot in spots for entry in _spot(spot, desk))
    return Section("findings", label("Worth checking"), entries) if entries else None


def _spot(spot: tuple[str, Side], desk: Desk) -> list[Entry]:
    """The findings of one spot, after what must be thought of first; its name stands there."""
    findings = [f for f in desk.advice.findings if (f.region, f.side) == spot]
    region = desk.knowledge.regions.get(spot[0])
    lines = [(plain(_finding(finding, desk)), _rests(finding, desk)) for finding in findings]
    if region is not None and region.rule_out:
        first = region.rule_out[0].lower() + region.rule_out[1:]
        lines.insert(0, (plain(f"First of all: {first}"), ()))
    return [
        Entry(line, label("" if n else desk.words.spot(*spot)), rests)
        for n, (line, rests) in enumerate(lines)
    ]


def _finding(finding: Finding, desk: Desk) -> str:
    screen = desk.knowledge.screens.get(finding.screen)
    test = f"; test: {screen.name}" if screen is not None else ""
    if screen is not None and screen.aloud:
        test += f", which {screen.aloud}"
    return f"{finding.contributor} ({finding.reach.value}){test}"


def _rests(finding: Finding, desk: Desk) -> Line:
    return muted(f"{finding.grade.value} {desk.citations.cite([finding.source])}")
