"""Show what was decided about a lighter week, and the list of changes; for people and programs."""

from collections.abc import Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.change import Change, Decision
from unload.model.phrase import Phrase
from unload.model.plan import Move, UnloadingWeek
from unload.report.compose_week import session
from unload.report.contract import week_dict
from unload.report.figures import weekday
from unload.report.plain import Plain
from unload.report.words import Words

NOTHING = "Nothing was accepted yet; unload accept takes the week that unload week proposes."


def decided(
    change: Change, week: UnloadingWeek, new: bool, words: Words, refused: Sequence[Phrase] = ()
) -> RenderableType:
    """What was decided in one line, why moves were refused, the days from now on, the way back."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_row(*(Text(name, style="bold") for name in ("day", "before", "after", "why")))
    rows = zip(week.before.days, week.after.days, week.whys, strict=True)
    for before, after, why in rows:
        told = (session(before, words), session(after, words))
        table.add_row(_day(after.day), *told, Text(words.say(why), style="dim"))
    head = Text(_headline(change, new), style="bold")
    last = "unload week shows it. unload undo gives it back."
    if change.decision is Decision.UNDONE:
        last = "unload week proposes anew. unload changes lists what was decided."
    stays = [Text(f"Not moved: {words.say(why)}") for why in refused]
    rows_shown = Padding(table, (0, 0, 0, 2))
    return Padding(Group(head, *stays, rows_shown, Text(last, style="dim")), (0, 1))


def _headline(change: Change, new: bool) -> str:
    days = _days(change)
    if not new:
        return f"Accepted already on {change.day.isoformat()}; nothing was added."
    if change.decision is Decision.UNDONE and change.move is not None:
        return f"Moved back: {days} no longer."
    if change.decision is Decision.UNDONE:
        return f"Given back: {days}. These days are as they were."
    if change.move is not None:
        return f"Moved: the session of {days}."
    return (
        f"Accepted: {days}, of the {change.week.depth.value} from {change.first_day.isoformat()}."
    )


def _days(change: Change) -> str:
    """The days of a change, by name; a whole week is called that."""
    if change.move is not None:
        return f"{_day(change.move.origin)} to {_day(change.move.target)}"
    if set(change.days) == {session.day for session in change.week.after.days}:
        return "all seven days"
    return ", ".join(map(_day, change.days))


def _day(day: date) -> str:
    return f"{weekday(day)[:3]} {day.day}"


def listed_changes(changes: Sequence[Change]) -> RenderableType:
    """Number, moment, decision and days of every change, the newest first."""
    if not changes:
        return Padding(Text(NOTHING), (0, 1))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    for change in changes:
        when = change.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        what = f"{change.week.depth.value} from {change.first_day.isoformat()}"
        table.add_row(str(change.number), when, change.decision.value, what, _days(change))
    return Padding(table, (0, 1))


def change_dict(change: Change, words: Words) -> Plain:
    """One change as plain values, with the week as it was proposed."""
    return {
        "change": change.number,
        "made_at": change.made_at.isoformat(),
        "day": change.day.isoformat(),
        "decision": change.decision.value,
        "undoes": change.undoes,
        "first_day": change.first_day.isoformat(),
        "days": [day.isoformat() for day in change.days],
        "move": None if change.move is None else move_dict(change.move),
        "proposed": week_dict(change.week, words),
    }


def move_dict(move: Move) -> Plain:
    """One move as plain values."""
    days = {"from": move.origin.isoformat(), "to": move.target.isoformat()}
    return {**days, "place": move.place}


def decided_dict(
    change: Change, week: UnloadingWeek, new: bool, words: Words, refused: Sequence[Phrase] = ()
) -> Plain:
    """A decision, the week that follows from it, and why moves were refused."""
    return {
        "new": new,
        **change_dict(change, words),
        "week": week_dict(week, words),
        "refused": [words.say(why) for why in refused],
    }
