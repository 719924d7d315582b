"""List the steps of a routine with their times, one after the other."""

from collections.abc import Iterator

from unload.model.body import Kind, Routine, Step
from unload.model.units import S_PER_MIN
from unload.report.asked_for import in_full, who
from unload.report.citations import Citations
from unload.report.document import Entry, Line, Section, label, muted, plain
from unload.report.figures import tidy
from unload.report.words import Words


def steps_section(routine: Routine, words: Words, citations: Citations) -> Section:
    """Every step with its start, its dose, how it is done and why."""
    told: set[str] = set()
    entries = []
    for start, step in started(routine):
        key = step.technique.key
        body = _body(step, words, again=key in told)
        entries.append(Entry(body, label(stamp(start)), _rests(step, citations)))
        told.add(key)
    entries += [
        Entry(plain(in_full(asked, words)), label(who(asked, words))) for asked in routine.asked
    ]
    if routine.left_out:
        entries.append(Entry(plain("; ".join(routine.left_out)), label("left out")))
    title = f"Work it out · {tidy(routine.total_s / S_PER_MIN, 0)} min"
    return Section("routine", label(title), tuple(entries))


def started(routine: Routine) -> Iterator[tuple[float, Step]]:
    """Each step with the second at which it begins."""
    at = 0.0
    for step in routine.steps:
        yield at, step
        at += step.total_s


def stamp(seconds: float) -> str:
    """Minutes and seconds: 1:05."""
    minutes, rest = divmod(round(seconds), S_PER_MIN)
    return f"{minutes}:{rest:02d}"


def title_of(step: Step, words: Words) -> str:
    """The step in a few words: "left calf, roller"."""
    technique = step.technique
    spot = words.spot(technique.region, "" if step.side.value == "both" else step.side.value)
    if technique.kind is not Kind.MASSAGE:
        return f"{spot}, {technique.kind.value}: {technique.name}"
    point = "the spot itself, " if step.spot else ""
    return f"{spot}, {point}{technique.tool.replace('-', ' ')}"


def dose_of(step: Step) -> str:
    """The seconds, with the sets where there are several: "2 x 45 s"."""
    seconds = f"{tidy(step.seconds, 0)} s"
    return seconds if step.sets == 1 else f"{step.sets} x {seconds}"


def _body(step: Step, words: Words, *, again: bool) -> Line:
    """How it is done, in full the first time."""
    title = title_of(step, words)
    head = label(f"{title[:1].upper()}{title[1:]}, {dose_of(step)}. ")
    if again:
        return (*head, *plain("As on the other side. "), *muted(words.say(step.why)))
    limit = "" if step.limit is None else f" At most {tidy(step.limit, 0)}/10."
    how = f"{step.technique.position} {step.technique.stroke}{limit} "
    return (*head, *plain(how), *muted(words.say(step.why)))


def _rests(step: Step, citations: Citations) -> Line:
    return muted(f"{step.technique.grade.value} {citations.cite([step.technique.source])}")
