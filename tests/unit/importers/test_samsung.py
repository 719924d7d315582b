"""Samsung Health's table of exercises."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import check_ins, memory_file, problems, records, sessions
from unload.importers.marks import TREADMILL
from unload.importers.samsung import Samsung, SamsungWeight
from unload.model.history import Session, Sport

FORMAT = Samsung()
PREFIX = "com.samsung.health.exercise."


def one(**changes: str) -> Session:
    """The session of one row, read in Berlin."""
    text = ex.samsung_table(ex.samsung_row(**changes))
    found = records(FORMAT, text, "s.csv", ZoneInfo("Europe/Berlin"))
    assert [] == problems(found)
    return sessions(found)[0]


def test_every_field_of_65_under_64_titles() -> None:
    """I25, I31: the table's own name first; milliseconds; the clock of the place of the run."""
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 2160.0, 6000.0, None, 149.0, 170.0, 31.5,
        source="samsung", source_id="u-1", where="s.csv line 3",
    )  # fmt: skip
    assert (64, expected) == (len(ex.SAMSUNG_TITLES), one())


def test_newer_titles_carry_the_name_of_the_table() -> None:
    """Those of the fields that matter."""
    text = ex.samsung_table(ex.samsung_row(), prefix=PREFIX)
    assert one().duration_s == sessions(records(FORMAT, text))[0].duration_s


@pytest.mark.parametrize(
    ("offset", "start"),
    [
        ("UTC-0300", datetime(2024, 6, 1, 7)),
        ("UTC+0545", datetime(2024, 6, 1, 15, 45)),
        ("UTC+00:00", datetime(2024, 6, 1, 10)),
        ("", datetime(2024, 6, 1, 12)),
        ("local", datetime(2024, 6, 1, 12)),
    ],
)
def test_times_are_utc_and_the_offset_stands_beside_them(offset: str, start: datetime) -> None:
    """I47, I48: without one the runner's zone tells."""
    assert start == one(time_offset=offset).start


def test_sports_are_numbers() -> None:
    """I10: unknown ones are kept."""
    kinds = ("1001", "1002", "15005", "11007", "14001", "4004", "")
    sports = [one(exercise_type=kind, distance="").sport for kind in kinds]
    assert [Sport.WALK, Sport.RUN, Sport.RUN, Sport.RIDE, Sport.SWIM, Sport.OTHER, Sport.OTHER] == (
        sports
    )
    assert (TREADMILL,) == one(exercise_type="15005", distance="").marks


@pytest.mark.parametrize(
    "changes",
    [{"start_time": "soon"}, {"start_time": ""}, {"duration": "0"}, {"distance": "inf"},
     {"distance": "-1"}, {"start_time": "0001-01-01 00:00:00", "time_offset": "UTC-0300"}],
)  # fmt: skip
def test_a_bad_row_is_a_problem_and_the_rest_is_read(changes: dict[str, str]) -> None:
    """I11, I15, I16, I22, I46."""
    text = ex.samsung_table(ex.samsung_row(**changes), ex.samsung_row())
    found = records(FORMAT, text, "s.csv")
    assert ["s.csv line 3"] == [p.where for p in problems(found)]
    assert ["s.csv line 4"] == [s.where for s in sessions(found)]


def test_it_is_known_by_the_name_of_the_table() -> None:
    """The many other tables of the export are not claimed, but belong to the account."""
    file = memory_file("x", ex.samsung_table())
    assert FORMAT.identify(file)
    assert frozenset() == FORMAT.covers(file)
    other = ex.samsung_table().replace("shealth.exercise", "shealth.exercise.weather")
    assert not FORMAT.identify(memory_file("x", other))


@pytest.mark.parametrize("prefix", ["", "com.samsung.health.weight."])
def test_weights_stand_in_a_table_of_their_own(prefix: str) -> None:
    """Kilograms, on the day of the place; without a time or a weight a row tells nothing."""
    titles = ",".join(f"{prefix}{title}" for title in ("start_time", "weight", "time_offset"))
    rows = (
        "2024-06-01 22:30:00.000,61.5,UTC+0200", ",61.5,UTC+0200",
        "2024-06-03 05:00:00.000,,UTC+0200", "yesterday,61.5,UTC+0200",
    )  # fmt: skip
    text = "\n".join(["com.samsung.health.weight,6233003,5", titles, *rows]) + "\n"
    assert SamsungWeight().identify(memory_file("w.csv", text))
    found = records(SamsungWeight(), text, "w.csv")
    assert [(2, 61.5)] == [(c.day.day, c.weight_kg) for c in check_ins(found)]
    assert ["is not a date" in problem.message for problem in problems(found)] == [True]
