"""Read a table of check-ins: `date,sleep,fatigue,soreness,stress,mood,...,ill,spots`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from unload.errors import Problem
from unload.importers.csvtable import header_of, key_of, read_table
from unload.importers.numbers import parse_number, shown
from unload.importers.protocol import File, Record
from unload.importers.wellness import MEASURES, check_in_or_problem, spot_of
from unload.model.history import SoreSpot

_DAYS = frozenset(("date", "day"))
_ANSWERS = frozenset((*MEASURES, "ill", "spots"))
# Other programs' wellness tables use the same words on other scales; one foreign column is enough
# to know that a table is not of this kind.
_KNOWN = _DAYS | _ANSWERS | {"runner", "note", "notes"}
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
SPOT_PARTS = "region:side:pain, with :next morning and :rest if known, like calf:left:4:3"


class CheckIns:
    """One check-in per row; an empty cell was not asked, `none` says that nothing hurts."""

    name = "check-ins"
    own_words = True  # written for Unload, so what stands in it is meant to be kept

    def identify(self, file: File) -> bool:
        keys = {key_of(title) for title in header_of(file)}
        return bool(keys & _DAYS and keys & _ANSWERS) and keys <= _KNOWN

    def read(self, file: File, zone: tzinfo, now: datetime) -> Iterator[Record]:
        table = read_table(file)
        keys = [key_of(title) for title in table.header]
        for row in table.rows:
            if isinstance(row, Problem):
                yield row
            else:
                line, cells = row
                yield _record(f"{file.name} line {line}", dict(zip(keys, cells, strict=False)), now)


def _record(where: str, row: dict[str, str], now: datetime) -> Record:
    """The check-in of one row."""
    cells = {key: cell.strip() for key, cell in row.items() if cell.strip()}
    text = cells.get("date") or cells.get("day") or ""
    try:
        day = datetime.fromisoformat(text).date()
    except ValueError:
        return Problem(where, f"{shown(text)} is not a date like 2024-11-17.")
    answers: dict[str, object] = {}
    try:
        for name in _ANSWERS & cells.keys():
            answers[name] = _answer(name, cells[name])
    except ValueError as error:
        return Problem(where, f"{error}.")
    return check_in_or_problem(where, day, answers, now, cells.get("runner", ""))


def _answer(name: str, cell: str) -> object:
    if name == "spots":
        return spots_of(cell)
    if name == "ill":
        if cell.lower() not in _YES_NO:
            raise ValueError(f"ill is {shown(cell)}; it must be yes or no")
        return _YES_NO[cell.lower()]
    return parse_number(cell)


def spots_of(cell: str) -> tuple[SoreSpot, ...]:
    """`calf:left:4:3; knee-front:right:2`; `none` is the answer that nothing hurts."""
    if cell.lower() == "none":
        return ()
    return tuple(_spot(part.strip()) for part in cell.split(";") if part.strip())


def _spot(text: str) -> SoreSpot:
    parts = [part.strip() for part in text.split(":")]
    if not 3 <= len(parts) <= 5:
        raise ValueError(f"{shown(text)} is not a sore spot; write {SPOT_PARTS}")
    region, side, pain_text, *more = parts
    pain = parse_number(pain_text)
    if pain is None:
        raise ValueError(f"{shown(text)} does not say how much it hurts, 0 to 10")
    morning = parse_number(more[0]) if more else None
    rest = more[1].lower() if len(more) > 1 else ""
    if rest and rest not in _YES_NO and rest != "rest":
        raise ValueError(f"{shown(text)} is not a sore spot; write {SPOT_PARTS}")
    return spot_of(region, side.lower(), pain, morning, _YES_NO.get(rest, True) if rest else None)
