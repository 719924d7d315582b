"""Write the walk-run ladder for other programs: calendar, watch, intervals.icu, table, Markdown.

A title says what is run and walked, and nothing of why.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from unload.model.comeback import LadderStep
from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import Effort, PlannedSession
from unload.report.figures import hours
from unload.report.plan_files import Entry, calendar_of, intervals_of, table_of, workouts_of
from unload.report.words import Words
from unload.report.workout_words import called, lines_of, title_of


def entries(ladder: Sequence[LadderStep], words: Words) -> Iterator[Entry]:
    """Every rung to come, known again by its number: a rung that is put off moves."""
    times: Counter[int] = Counter()
    for place, step in enumerate(ladder):
        number = step.climb.rung
        key = f"ladder-{number}-{times[number]}"
        times[number] += 1
        why = words.say(step.climb.says if not place else Phrase("ladder.if_calm"))
        detail = words.say(Phrase("ladder.rung", {"number": number, "why": why}))
        lines = tuple(lines_of(step.session, words))
        yield Entry(key, step.session, _title(step.session, words), lines, detail)


def _title(session: PlannedSession, words: Words) -> str:
    """ "Run and walk, 30 min": what it is, and no stage of anything."""
    if session.sport is Sport.WALK or Effort.WALK not in {s.effort for s in session.steps()}:
        return title_of(session, words)
    both = called("run and walk", words)
    return f"{both[0].upper()}{both[1:]}, {hours(session.duration_s)}"


def calendar(
    ladder: Sequence[LadderStep], words: Words, made: datetime, *, details: bool, feed: bool
) -> bytes:
    """An ICS file; which rung it is, and what goes before it, only with `details`."""
    return calendar_of(entries(ladder, words), made, details=details, feed=feed)


def workouts(
    ladder: Sequence[LadderStep], words: Words, made: datetime, *, targets: bool = False
) -> bytes:
    """A zip with one FIT workout per rung, walking and running apart."""
    return workouts_of(list(entries(ladder, words)), words, made, targets=targets)


def intervals(ladder: Sequence[LadderStep], words: Words) -> str:
    """Every rung as intervals.icu's workout text."""
    return intervals_of(entries(ladder, words))


def table(ladder: Sequence[LadderStep], words: Words) -> str:
    """A CSV that can be read back as a plan."""
    return table_of(entries(ladder, words))


def markdown(ladder: Sequence[LadderStep], words: Words) -> str:
    """Day, rung and session as a Markdown table."""
    rows = ["| day | rung | session | why |", "| -- | -- | -- | -- |"]
    for step, entry in zip(ladder, entries(ladder, words), strict=True):
        day = f"{step.climb.day:%a} {step.climb.day.isoformat()}"
        told = ", ".join(entry.lines) or entry.title
        rows.append(f"| {day} | {step.climb.rung} | {told} | {entry.detail} |")
    return "\n".join(rows) + "\n"
