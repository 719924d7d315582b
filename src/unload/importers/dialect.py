"""Read the tables of what exports are called in other languages, and refuse any that is wrong."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from unload.errors import KnowledgeError
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.sports import sport_of
from unload.model.history import Sport

Table = Mapping[str, Any]
# What a column can mean, by kind of table; the first few must be there in every language.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "strava": (
        "id", "date", "type", "file", "elapsed", "moving", "distance", "max_hr", "avg_hr", "climb",
        "rpe", "race",
    ),
    "garmin": (
        "type", "date", "distance", "time", "moving", "elapsed", "avg_hr", "max_hr", "climb",
        "cadence", "stride", "pace",
    ),
    "sports": ("run", "treadmill", "walk", "ride", "swim", "strength"),
}  # fmt: skip
NEEDED: Mapping[str, frozenset[str]] = {
    "strava": frozenset(("id", "date", "type", "file", "elapsed", "moving", "distance")),
    "garmin": frozenset(("type", "date", "distance", "time")),
    "sports": frozenset(),
}
ORDERS = ("", "dmy", "mdy", "ymd")
MONTHS = 12
# The one language whose sports are all listed.
ENGLISH = "en"
_KEYS = frozenset(("name", "order", "months", "am", "pm", *MEANINGS))
_SPORT_OF = {"treadmill": Sport.RUN, **{sport.value: sport for sport in Sport}}
# Some titles are left-over HTML: <span class="..." title="...">Start Time</span>
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Titles:
    """What one language calls the columns of one kind of table; seen in a file, or translated."""

    kind: str
    verified: bool
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """One language: the order of its dates, its months, its half-days and its titles."""

    code: str
    name: str
    order: str
    months: Mapping[str, int]
    halves: Mapping[str, bool]
    tables: tuple[Titles, ...]

    def titles(self, kind: str) -> Mapping[str, frozenset[str]]:
        """The keys of every title of a kind of table, by what the column means."""
        found: dict[str, frozenset[str]] = {}
        for table in self.tables:
            if table.kind == kind:
                for meaning, names in table.names.items():
                    known = found.get(meaning, frozenset())
                    found[meaning] = known | {title_key(name) for name in names}
        return found

    def verified(self, kind: str) -> frozenset[str]:
        """The meanings whose titles were seen in a file."""
        tables = (t for t in self.tables if t.kind == kind and t.verified)
        return frozenset(meaning for table in tables for meaning in table.names)


def title_key(title: str) -> str:
    """A title without left-over tags, case, and differences that no eye sees."""
    return " ".join(unicodedata.normalize("NFKC", _TAG.sub("", title)).casefold().split())


def word_key(word: str) -> str:
    """A sport's or a month's name reduced to its letters and digits."""
    return "".join(c for c in unicodedata.normalize("NFKC", word).casefold() if c.isalnum())


@cache
def dialects() -> tuple[Dialect, ...]:
    """Every language there is; KnowledgeError where one contradicts itself or another."""
    return read_dialects(files("unload.importers").joinpath("dialects"))


def read_dialects(root: Traversable) -> tuple[Dialect, ...]:
    """The languages below `root`, in the order of their codes."""
    paths = sorted((p for p in root.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
    found = tuple(_dialect(path) for path in paths)
    _merged((d.code, d.months) for d in found)
    _merged((d.code, d.halves) for d in found)
    _merged((d.code, _words(d)) for d in found)
    return found


@cache
def titles_of(kind: str) -> tuple[tuple[Dialect, Mapping[str, frozenset[str]]], ...]:
    """Every language with the titles of one kind of table."""
    return tuple((dialect, dialect.titles(kind)) for dialect in dialects())


@cache
def months() -> Mapping[str, int]:
    """Every name of a month in every language, by its letters."""
    return _merged((d.code, d.months) for d in dialects())


@cache
def halves() -> Mapping[str, bool]:
    """Every name of a half-day; true for the one after noon."""
    return _merged((d.code, d.halves) for d in dialects())


@cache
def _sports() -> Mapping[str, tuple[Sport, tuple[str, ...]]]:
    return _merged((d.code, _words(d)) for d in dialects())


def sport_in(word: str) -> tuple[Sport, tuple[str, ...]]:
    """Our sport and the marks for a word of any language; see sports.sport_of for English."""
    known = sport_of(word)
    if known[0] is not Sport.OTHER or SPORT_UNKNOWN in known[1]:
        return known
    return _sports().get(word_key(word), known)


@cache
def accented() -> frozenset[str]:
    """Words beyond ASCII that titles and sports are made of: they tell an encoding."""
    texts = (
        name for d in dialects() for table in d.tables for names in table.names.values()
        for name in names
    )  # fmt: skip
    return frozenset(
        word for text in texts for word in text.casefold().split() if not word.isascii()
    )


def _words(dialect: Dialect) -> dict[str, tuple[Sport, tuple[str, ...]]]:
    """The sports of one language by their letters."""
    return {
        word_key(word): (_SPORT_OF[sport], (TREADMILL,) if sport == TREADMILL else ())
        for table in dialect.tables
        if table.kind == "sports"
        for sport, words in table.names.items()
        for word in words
    }


def _merged(parts: Any) -> Mapping[str, Any]:
    """One mapping; the same word may not mean two things in two languages."""
    all_of: dict[str, Any] = {}
    for code, part in parts:
        for word, meaning in part.items():
            if all_of.setdefault(word, meaning) != meaning:
                raise KnowledgeError(f"dialects/{code}.toml: {word!r} means something else before")
    return MappingProxyType(all_of)


def _dialect(path: Traversable) -> Dialect:
    """One file, every key of it checked."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"dialects/{path.name} cannot be read: {error}") from error
    _check(path.name, set(table) <= _KEYS, f"unknown keys {sorted(set(table) - _KEYS)}")
    name, order = table.get("name"), table.get("order", "")
    _check(path.name, isinstance(name, str) and bool(name), "no name")
    _check(path.name, order in ORDERS, f"no order of dates {order!r}")
    rows = _strings(path.name, table, "months")
    _check(path.name, len(rows) == MONTHS, f"{len(rows)} months")
    spelt = {word_key(word): n for n, row in enumerate(rows, 1) for word in row.split()}
    _check(path.name, len(spelt) == sum(len(r.split()) for r in rows), "a month named twice")
    half = {word_key(w): after for key, after in (("am", False), ("pm", True))
            for w in _strings(path.name, table, key)}  # fmt: skip
    tables = tuple(_titles(path.name, kind, table) for kind, table in _tables(path.name, table))
    dialect = Dialect(path.name.removesuffix(".toml"), str(name), order, spelt, half, tables)
    for kind, needed in NEEDED.items():
        missing = sorted(needed - dialect.titles(kind).keys())
        _check(path.name, not missing, f"{kind} lacks {missing}")
    return dialect


def _tables(where: str, table: Table) -> Iterator[tuple[str, Table]]:
    for kind in MEANINGS:
        rows = table.get(kind, [])
        _check(where, isinstance(rows, list), f"[[{kind}]] is not a list of tables")
        yield from ((kind, row) for row in rows)


def _titles(where: str, kind: str, row: Table) -> Titles:
    _check(where, isinstance(row.get("verified"), bool), f"{kind} does not say whether verified")
    unknown = sorted(set(row) - {"verified", *MEANINGS[kind]})
    _check(where, not unknown, f"{kind} names {unknown}")
    names = {key: _strings(where, row, key) for key in row if key != "verified"}
    _check(where, all(names.values()), f"{kind} has a meaning without a title")
    return Titles(kind, row["verified"], names)


def _strings(where: str, table: Table, key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    fits = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    _check(where, fits, f"{key} is not a list of words")
    return tuple(value)


def _check(where: str, holds: bool, fault: str) -> None:
    if not holds:
        raise KnowledgeError(f"dialects/{where}: {fault}")
