"""Show a runner's own year: week by week what was advised, done, and what followed."""

from itertools import dropwhile

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.advice import VerdictKind
from unload.model.phrase import Phrase, Value
from unload.model.proof import Audit, AuditWeek
from unload.report.figures import percent
from unload.report.words import Words

COLUMNS = ("week", "said", "done", "usual", "what", "complaints", "missed", "volume")
# How seldom chance must do it before it is worth a second look; a habit of the field, no more.
SELDOM = 0.05


def audited(found: Audit, words: Words, numbers: dict[str, float]) -> RenderableType:
    """The table of weeks, then what can and cannot be made of it."""
    if not found.weeks:
        return Padding(Text(_say(words, "none")), (0, 1))
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in COLUMNS:
        table.add_column(_say(words, f"head.{name}"))
    table.add_row(*(Text(_say(words, f"head.{name}"), "bold") for name in COLUMNS))
    told = tuple(dropwhile(lambda week: week.kind is VerdictKind.NOT_ENOUGH_DATA, found.weeks))
    for week in told:
        table.add_row(*_cells(week, words))
    heading = Text(_say(words, "title", weeks=len(found.weeks)), "bold")
    said = Text(_say(words, "said", after=int(numbers["audit_after_weeks"])))
    silent = len(found.weeks) - len(told)
    before: list[RenderableType] = [Text(_say(words, "silent", weeks=silent)), ""] if silent else []
    below = (Text(sentence) for sentence in conclusions(found, words, numbers))
    rows: list[RenderableType] = [table, ""] if told else []
    return Padding(Group(heading, said, "", *before, *rows, *below), (0, 1))


def conclusions(found: Audit, words: Words, numbers: dict[str, float]) -> tuple[str, ...]:
    """What the weeks say together, and how far it can be believed."""
    counted = _say(words, "counted", advised=found.advised, taken=found.taken)
    trouble, other, chance = found.trouble, found.other_trouble, found.chance
    if trouble is None or other is None or chance is None:
        return counted, _say(words, "few", least=numbers["audit_cases_min"])
    values: dict[str, Value] = {"trouble": trouble, "other": other, "chance": chance}
    values |= {"asked": found.asked, "others": found.others}
    values["after"] = int(numbers["audit_after_weeks"])
    followed = _say(words, "followed", **values)
    return counted, f"{followed} {_say(words, 'rare' if chance < SELDOM else 'plain')}"


def _say(words: Words, key: str, **values: Value) -> str:
    return words.say(Phrase(f"audit.{key}", values))


def _cells(week: AuditWeek, words: Words) -> tuple[str, ...]:
    later = week.missed is not None
    unasked, waiting = _say(words, "nothing"), _say(words, "open")
    done = "usual" if week.done == "as usual" else week.done.value
    return (
        week.monday.isoformat(),
        week.kind.value,
        "" if week.run_m is None else words.distance(week.run_m),
        "" if week.usual_m is None else words.distance(week.usual_m),
        _say(words, done),
        str(week.complaints) if week.complaints is not None else unasked if later else waiting,
        str(week.missed) if later else waiting,
        "" if week.volume is None else percent(week.volume),
    )
