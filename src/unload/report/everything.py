"""Everything that is kept of a runner in one zip: tables that Unload reads again, and the whole."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, date, datetime
from enum import Enum
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from unload.model.change import Change
from unload.model.history import CheckIn, Session, SoreSpot
from unload.model.told import ToldVerdict
from unload.report.told import told_dict

# Columns of the tables by what they hold; their titles are those that the import knows.
RUNS = {
    "start_local": "start", "type": "sport", "distance_m": "distance_m", "moving_s": "duration_s",
    "elapsed_s": "elapsed_s", "avg_hr": "avg_hr", "max_hr": "max_hr", "elev_gain_m": "climb_m",
    "rpe": "rpe", "hard_s": "hard_s", "race": "race",
}  # fmt: skip
DAYS = (
    "sleep", "fatigue", "soreness", "stress", "mood", "resting_hr", "rmssd_ms", "sleep_s",
    "weight_kg", "ill", "spots",
)  # fmt: skip
# A place can be what a stranger's file called one. Behind a space nothing is calculated, and the
# import reads it as it was.
FORMULA = "=+-@"
READ_ME = """Everything that Unload keeps of you; the newest of it is of {day}.

runs.csv, checkins.csv   what was done and answered; Unload and any spreadsheet read them
unload.json              all of it, with every field, what was decided about lighter weeks, and
                         what was told of each day
store.jsonl              the same as it is kept, for another Unload to go on with

Distances are metres, times seconds, weights kilograms; an empty cell was not known. Where you ran
was never kept. Bring this zip to an Unload that holds nothing yet, under Me, to go on there.
"""


def archive(
    sessions: Sequence[Session],
    check_ins: Sequence[CheckIn],
    changes: Iterable[Change],
    about: Mapping[str, object],
    made: datetime,
    *,
    verdicts: Iterable[ToldVerdict] = (),
    rows: str = "",
) -> bytes:
    """The zip; `about` is what else is known of the runner, `rows` all of it as it is kept.

    `made` is when the newest of it was kept, so that the same record is the same zip.
    """
    whole = {
        "made_at": made,
        "about": dict(about),
        "sessions": [asdict(session) for session in sessions],
        "check_ins": [asdict(check_in) for check_in in check_ins],
        "changes": [_decided(change) for change in changes],
        "verdicts": [told_dict(told) for told in verdicts],
    }
    parts = {
        "README.txt": READ_ME.format(day=made.date()),
        "runs.csv": _table(list(RUNS), (_run(session) for session in sessions)),
        "checkins.csv": _table(["date", *DAYS], (_day(check_in) for check_in in check_ins)),
        "unload.json": json.dumps(whole, default=_plain, indent=1, ensure_ascii=False),
        "store.jsonl": rows,
    }
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as out:
        for name, text in parts.items():
            out.writestr(ZipInfo(name, made.astimezone(UTC).timetuple()[:6]), text)
    return packed.getvalue()


def _table(header: list[str], rows: Iterable[list[object]]) -> str:
    """A table of numbers, dates and our own words, none of which a spreadsheet calculates."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else _plain(value)


def _run(session: Session) -> list[object]:
    return [getattr(session, name) for name in RUNS.values()]


def _day(check_in: CheckIn) -> list[object]:
    told = [getattr(check_in, name) for name in DAYS[:-1]]
    return [check_in.day, *told, _spots(check_in.spots)]


def _spots(spots: tuple[SoreSpot, ...] | None) -> str | None:
    """As a table of check-ins holds them: `calf:left:4:3; hip:right:2`, or `none`."""
    if spots is None:
        return None
    text = "; ".join(_spot(spot) for spot in spots) or "none"
    return f" {text}" if text[0] in FORMULA else text


def _spot(spot: SoreSpot) -> str:
    parts = [spot.region, spot.side.value, f"{spot.pain:g}"]
    if spot.next_morning is not None or spot.at_rest is not None:
        parts.append("" if spot.next_morning is None else f"{spot.next_morning:g}")
    if spot.at_rest is not None:
        parts.append("yes" if spot.at_rest else "no")
    return ":".join(parts)


def _decided(change: Change) -> dict[str, object]:
    told = {field.name: getattr(change, field.name) for field in fields(change)}
    if change.move is not None:
        told["move"] = asdict(change.move)
    return {name: value for name, value in told.items() if name != "week"}


def _plain(value: object) -> object:
    """Days and words as text; numbers stay numbers."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
