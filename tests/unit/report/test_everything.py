"""Everything in one zip: the import reads it back, and nothing in it is left out."""

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from unload.importers import read_path
from unload.model.change import Change, Decision
from unload.model.history import CheckIn, Session, Side, SoreSpot, Sport
from unload.model.plan import Move
from unload.report.everything import archive

from change_samples import DAYS, WEEK, a_move  # isort: skip
from told_samples import told  # isort: skip

MADE = datetime(2024, 11, 17, 12, tzinfo=UTC)
SESSIONS = (
    Session(datetime(2024, 11, 1, 7), Sport.RUN, 2700.0, 8000.0, 2800.0, 140.0, 171.0, 30.0, 4.0,
            600.0, race=True, where="a.fit", source="fit"),
    Session(datetime(2024, 11, 2, 18, 30), Sport.RIDE, 3600.0),
)  # fmt: skip
SPOTS = (
    SoreSpot("calf", Side.LEFT, 3.0, 0.0, at_rest=True),
    SoreSpot("hamstring", Side.BOTH, 1.5),
    SoreSpot("achilles", Side.RIGHT, 2.0, at_rest=False),
)
DAYS_SAID = (
    CheckIn(date(2024, 11, 1), sleep=4.0, ill=False, spots=SPOTS[:2]),
    CheckIn(date(2024, 11, 2), weight_kg=68.5, spots=()),
    CheckIn(date(2024, 11, 3), mood=2.0),
)
CHANGE = Change(1, MADE, date(2024, 11, 17), Decision.ACCEPTED, WEEK, DAYS)


MOVED = a_move(2, Move(DAYS[1], DAYS[2]))


def packed(days: tuple[CheckIn, ...] = DAYS_SAID) -> bytes:
    return archive(SESSIONS, days, [CHANGE, MOVED], {"units": "km"}, MADE, verdicts=[told()])


def test_the_import_reads_it_back(tmp_path: Path) -> None:
    """Every number of every run, and every answer of every day."""
    path = tmp_path / "unload.zip"
    path.write_bytes(packed())
    found = read_path(path, zone=UTC, now=MADE)
    assert () == found.problems
    plain = {"where": "", "source": "", "source_id": "", "marks": ()}
    assert [replace(s, **plain) for s in SESSIONS] == [replace(s, **plain) for s in found.sessions]
    assert list(DAYS_SAID) == [replace(c, where="") for c in found.check_ins]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Whatever a stranger's file called a place; it is read back as it was (S20)."""
    spots = tuple(SoreSpot(name, Side.LEFT, 4.0) for name in ("=1+1", "+1", "-1", "@x"))
    days = [CheckIn(date(2024, 11, day), spots=(spot,)) for day, spot in enumerate(spots, 1)]
    data = packed(tuple(days))
    table = ZipFile(BytesIO(data)).read("checkins.csv").decode()
    cells = [cell for row in csv.reader(table.splitlines()[1:]) for cell in row]
    assert [] == [cell for cell in cells if cell[:1] in tuple("=+-@")]
    path = tmp_path / "unload.zip"
    path.write_bytes(data)
    assert list(spots) == [c.spots[0] for c in read_path(path, zone=UTC, now=MADE).check_ins]


def test_the_whole_is_there_as_json() -> None:
    """Fields that no table has, what was decided, and what was told."""
    whole = json.loads(ZipFile(BytesIO(packed())).read("unload.json"))
    assert ({"units": "km"}, "a.fit") == (whole["about"], whole["sessions"][0]["where"])
    assert ["accepted", DAYS[0].isoformat()] == [
        whole["changes"][0]["decision"], whole["changes"][0]["days"][0],
    ]  # fmt: skip
    assert {"origin": "2024-11-19", "target": "2024-11-20", "place": 0} == (
        whole["changes"][1]["move"]
    )
    assert told().sentence == whole["verdicts"][0]["verdict"]["sentence"]


def test_the_same_record_is_the_same_zip() -> None:
    """Byte for byte."""
    assert packed() == packed()


def test_rest_without_a_morning_is_told() -> None:
    """An empty place keeps what follows it in order."""
    day = (CheckIn(date(2024, 11, 1), spots=SPOTS[2:]),)
    text = ZipFile(BytesIO(packed(day))).read("checkins.csv").decode()
    assert "achilles:right:2::no" in text
