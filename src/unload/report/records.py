"""Show what an import did, file by file, and the list of imports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.errors import Problem
from unload.report.figures import hours, plural, tidy

SHOWN_PROBLEMS = 12
WAIT_S = 60
SET_ASIDE = (
    "What is set aside counts nowhere. Correct it where it was recorded and export it again, or "
    "write it into a table of runs of your own; what was no run needs nothing."
)
# The states of files in the order in which one asks for them, as they are said to people.
STATES = {
    "imported": "imported",
    "duplicate": "told better by another",
    "known": "known already",
    "quarantined": "set aside",
    "no activity": "without an activity",
}


class FileTold(Protocol):
    """What an import says of one file."""

    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def sessions(self) -> int: ...
    @property
    def duplicates(self) -> int: ...
    @property
    def check_ins(self) -> int: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


class ImportTold(Protocol):
    """What an import says of itself."""

    @property
    def number(self) -> int | None: ...
    @property
    def name(self) -> str: ...
    @property
    def finished(self) -> bool: ...
    @property
    def resumed(self) -> bool: ...
    @property
    def useless(self) -> bool: ...
    @property
    def files(self) -> Sequence[FileTold]: ...
    @property
    def seen(self) -> int: ...
    @property
    def imported(self) -> int: ...
    @property
    def duplicate(self) -> int: ...
    @property
    def quarantined(self) -> int: ...
    @property
    def check_ins(self) -> int: ...
    @property
    def covered(self) -> int: ...
    @property
    def others(self) -> Mapping[str, int]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def took_s(self) -> float: ...
    @property
    def notes(self) -> Sequence[str]: ...


class PreviewTold(Protocol):
    """What an import would do, and whose training it looks like."""

    @property
    def report(self) -> ImportTold: ...
    @property
    def runs(self) -> int: ...
    @property
    def run_km(self) -> float: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...
    @property
    def runners(self) -> Sequence[str]: ...


class Kept(Protocol):
    """One import in the list."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def started_at(self) -> datetime: ...
    @property
    def finished_at(self) -> datetime | None: ...


def imported(told: ImportTold, *, whole: bool = False) -> RenderableType:
    """The books, then what was set aside; `whole` names every file."""
    return _screen(_headline(told), _books(told), told, whole)


def previewed(told: PreviewTold) -> RenderableType:
    """What would be kept, and whose it looks like: that is what one looks for beforehand."""
    runs = f"{told.runs} {plural(told.runs, 'run')}, {tidy(told.run_km, 0)} km"
    days = "" if told.first is None else f", from {told.first} to {told.last}"
    whose = [("new", runs + days), ("of", ", ".join(told.runners))]
    books = [*(row for row in whose if row[1]), *_books(told.report)]
    headline = f"{told.report.name}: what an import would do; nothing was written"
    return _screen(headline, books, told.report, whole=False)


def _screen(
    headline: str, books: Iterable[tuple[str, str]], told: ImportTold, whole: bool
) -> RenderableType:
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="bold", no_wrap=True)
    rows.add_column()
    for name, value in books:
        rows.add_row(name, Text(value))
    parts: list[RenderableType] = [Text(headline, style="bold"), rows]
    if whole:
        parts.append(_file_by_file(told.files))
    parts += [Text(note, style="dim") for note in told.notes]
    return Padding(Group(*parts, _set_aside(told.problems, whole), *_next(told)), (0, 1))


def _headline(told: ImportTold) -> str:
    if told.number is None:
        what = "nothing that could be kept" if told.useless else "nothing new"
        return f"{told.name}: {what}, so nothing was written"
    if not told.finished:
        return f"{told.name}: import {told.number}, stopped; import the same path to go on"
    went_on = ", went on where it had stopped" if told.resumed else ""
    return f"{told.name}: import {told.number}{went_on}"


def _books(told: ImportTold) -> list[tuple[str, str]]:
    """Counts that are not nothing, by name."""
    rows = [
        ("activities", _activities(told) if told.seen else ""),
        ("check-ins", str(told.check_ins or "")),
        ("files", _files(told)),
        ("besides", ", ".join(f"{n} x {what}" for what, n in told.others.items())),
        ("took", _pace(told)),
    ]
    return [(name, value) for name, value in rows if value]


def _activities(told: ImportTold) -> str:
    parts = (
        f"{told.imported} imported",
        f"{told.duplicate} {plural(told.duplicate, 'duplicate')}",
        f"{told.quarantined} set aside",
    )
    return f"{told.seen} seen = " + " + ".join(parts)


def _files(told: ImportTold) -> str:
    count = Counter(file.state for file in told.files)
    parts = [f"{count[state]} {said}" for state, said in STATES.items() if count[state]]
    parts += [f"{told.covered} told by a table beside them"] if told.covered else []
    return ", ".join(parts)


def _pace(told: ImportTold) -> str:
    """How long it took and how fast it went, where that is known."""
    if not told.took_s:
        return ""
    took = f"{tidy(told.took_s, 1)} s" if told.took_s < WAIT_S else hours(told.took_s)
    many, what = max((len(told.files), "file|files"), (told.seen, "activity|activities"))
    pace = round(many / told.took_s)
    return f"{took}, {pace} {plural(pace, what)} a second"


def _file_by_file(files: Iterable[FileTold]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    for file in files:
        counts = f"{file.sessions} {plural(file.sessions, 'activity|activities')}"
        table.add_row(Text(file.state), Text(file.name), Text(counts))
    return Padding(table, (1, 0))


def _set_aside(problems: Sequence[Problem], whole: bool) -> RenderableType:
    """One problem a row, so that a second line stands under its first; alike ones share a row."""
    rows = [str(problem) for problem in problems] if whole else _alike(problems)
    shown = rows if whole else rows[:SHOWN_PROBLEMS]
    table = Table.grid(padding=(0, 1, 0, 1))
    for row in shown:
        table.add_row("-", Text(row))
    if len(rows) > len(shown):
        table.add_row("", Text(f"and {len(rows) - len(shown)} more; --json tells all."))
    parts = (Text("set aside", style="bold"), table, Text(SET_ASIDE, style="dim"))
    return Group(*parts) if rows else table


def _alike(problems: Sequence[Problem]) -> list[str]:
    """What is said of several places of one file, once."""
    places: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        head, _, number = problem.where.rpartition(" ")
        file = head.rpartition(" ")[0] if number.isdigit() else problem.where
        places.setdefault((file, problem.message), []).append(problem.where)
    return [
        f"{where[0]}: {message}"
        if len(where) == 1
        else f"{where[0]} and {len(where) - 1} more of the file: {message}"
        for (_, message), where in places.items()
    ]


def _next(told: ImportTold) -> Iterator[RenderableType]:
    """What one does with an import."""
    if told.number is not None and told.finished and not told.useless:
        counts = any(file.sessions or file.check_ins for file in told.files)
        said = "unload week answers from it now." if counts else "Nothing in it counts."
        yield Text(
            f"{said} unload imports {told.number} shows it file by file, "
            f"unload undo-import {told.number} takes it back.",
            style="dim",
        )


def listed(kept: Sequence[Kept]) -> RenderableType:
    """Number, moment and name of every import."""
    if not kept:
        return Padding(Text("Nothing was imported yet; unload import PATH does."), (0, 1))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    for one in kept:
        when = one.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
        note = "" if one.finished_at else "stopped; import the same path to go on"
        table.add_row(str(one.number), when, Text(one.name), Text(note))
    return Padding(table, (0, 1))
