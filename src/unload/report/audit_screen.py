"""Show a runner's own year: week by week what was advised, done, and what followed."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Year:
    """The year in words: its weeks as rows of a table, and the sentences around them."""

    title: str
    said: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    silent: str
    conclusions: tuple[str, ...]


def year_of(found: Audit, words: Words, numbers: dict[str, float]) -> Year:
    """The weeks from the first on that had an answer, oldest first, and what is made of them."""
    if not found.weeks:
        return Year(_say(words, "none"), "", (), (), "", ())
    told = tuple(dropwhile(lambda week: week.kind is VerdictKind.NOT_ENOUGH_DATA, found.weeks))
    silent = len(found.weeks) - len(told)
    return Year(
        title=_say(words, "title", weeks=len(found.weeks)),
        said=_say(
            words, "said", after=int(numbers["audit_after_weeks"]), first=found.weeks[0].first_day
        ),
        head=tuple(_say(words, f"head.{name}") for name in COLUMNS),
        rows=tuple(_cells(week, words) for week in told),
        silent=_say(words, "silent", weeks=silent) if silent else "",
        conclusions=conclusions(found, words, numbers),
    )


def audited(found: Audit, words: Words, numbers: dict[str, float]) -> RenderableType:
    """The table of weeks, then what can and cannot be made of it."""
    year = year_of(found, words, numbers)
    if not year.said:
        return Padding(Text(year.title), (0, 1))
    table = Table.grid(*year.head, padding=(0, 2, 0, 0))
    table.add_row(*(Text(title, "bold") for title in year.head))
    for row in year.rows:
        table.add_row(*row)
    before: list[RenderableType] = [Text(year.silent), ""] if year.silent else []
    rows: list[RenderableType] = [table, ""] if year.rows else []
    below = (Text(sentence) for sentence in year.conclusions)
    return Padding(Group(Text(year.title, "bold"), year.said, "", *before, *rows, *below), (0, 1))


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
        week.first_day.isoformat(),
        week.kind.value,
        "" if week.run_m is None else words.distance(week.run_m),
        "" if week.usual_m is None else words.distance(week.usual_m),
        _say(words, done),
        str(week.complaints) if week.complaints is not None else unasked if later else waiting,
        str(week.missed) if later else waiting,
        percent(week.volume) if week.volume is not None else "" if later else waiting,
    )
