"""What a runner says about the columns of a table."""

import pytest

from unload.errors import UnloadError
from unload.importers.columns import NOTHING, Columns, at, how_to_say, parse_columns
from unload.importers.numbers import Mark


def test_places_are_counted_from_one() -> None:
    """As people and spreadsheets count; inside they are counted from nought."""
    said = parse_columns("date=2,type=1,distance=5:km,duration=7")
    assert Columns({"date": 2, "type": 1, "distance": 5, "duration": 7}, 1000.0) == said
    assert (1, 0, 4, 6, None) == tuple(
        said.index(name) for name in ("date", "type", "distance", "duration", "hr")
    )


def test_everything_that_can_be_said() -> None:
    """Order, zone, unit, mark, unit of time, heart rate, words for running."""
    said = parse_columns("date=1:dmy:utc, distance=2:mi:comma,duration=3:min,hr=4,run=Futás+Kör")
    expected = Columns(
        {"date": 1, "distance": 2, "duration": 3, "hr": 4}, 1609.344, 60.0, "dmy", True,
        Mark.COMMA, frozenset(("futás", "kör")),
    )  # fmt: skip
    assert expected == said


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "read at ''"),
        ("date", "read at 'date'"),
        ("date=0", "read at"),
        ("date=-1", "read at"),
        ("colour=1", "read at 'colour=1'"),
        ("date=1,date=2", "names date twice"),
        ("date=1:km", "does not know date=...:km; date may be followed by dmy, mdy, utc"),
        ("hr=1:bpm", "hr stands alone"),
        ("run=", "read at"),
    ],
)
def test_what_cannot_be_understood_is_told_how_to_say(text: str, fault: str) -> None:
    """I24: a wrong word is named, and what may stand there."""
    with pytest.raises(UnloadError, match=fault):
        parse_columns(text)


def test_what_is_told_can_be_said() -> None:
    """The line of a message is understood when it is copied."""
    line = how_to_say(date=at(1, "utc"), type=at(None), distance=at(4, "mi"))
    assert "--columns date=2:utc,distance=5:mi" == line
    said = parse_columns(line.removeprefix("--columns "))
    assert ({"date": 2, "distance": 5}, True) == (said.places, said.utc)
    assert NOTHING != said
