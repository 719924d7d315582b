"""Tables of check-ins."""

from datetime import date

import pytest

from file_samples import check_ins, memory_file, problems, records
from unload.importers.checkins import CheckIns, spots_of
from unload.model.history import CheckIn, Side, SoreSpot

FORMAT = CheckIns()
FULL = "date,mood,sleep_s,weight_kg\n"
HEADER = "date,sleep,fatigue,soreness,stress,mood,resting_hr,rmssd_ms,ill,spots\n"


def test_every_column_is_read() -> None:
    """Numbers, yes and no, and sore spots."""
    row = "2024-06-01,4,3,2,5,4,48,65.5,no,calf:left:4:3; knee-front:right:2\n"
    expected = CheckIn(
        date(2024, 6, 1), 4.0, 3.0, 2.0, 5.0, 4.0, 48.0, 65.5, False,
        (SoreSpot("calf", Side.LEFT, 4.0, 3.0), SoreSpot("knee-front", Side.RIGHT, 2.0)),
        where="c.csv line 2",
    )  # fmt: skip
    assert [expected] == records(FORMAT, HEADER + row, "c.csv")


def test_the_weight_is_read_where_the_runner_writes_it() -> None:
    """Beside the time asleep; no export's weight is read without being asked for."""
    row = "2024-06-01,4,27000,61.5\n"
    expected = CheckIn(
        date(2024, 6, 1), mood=4.0, sleep_s=27_000.0, weight_kg=61.5, where="c.csv line 2"
    )
    assert [expected] == records(FORMAT, FULL + row, "c.csv")


def test_empty_was_not_asked_and_none_is_an_answer() -> None:
    """An empty cell is unknown; `none` says that nothing hurts; pain 0 is a pain of 0."""
    found = check_ins(
        records(FORMAT, "date,spots\n2024-06-01,\n2024-06-02,none\n2024-06-03,calf:left:0\n")
    )
    assert [None, (), (SoreSpot("calf", Side.LEFT, 0.0),)] == [c.spots for c in found]


@pytest.mark.parametrize(
    "row",
    [
        "2024-06-01,9,,,,,,,,",
        "06/01/24,4,,,,,,,,",
        "2024-06-01,good,,,,,,,,",
        "2024-06-01,nan,,,,,,,,",
        "2024-06-01,,,,,,,,maybe,",
        "2024-06-01,,,,,,,,,calf",
        "2024-06-01,,,,,,,,,calf:up:3",
        "2024-06-01,,,,,,,,,calf:left:12",
        "2024-06-01,,,,,,,,,calf:left:--",
        "2024-06-01,,,,,,,,,calf:left:1:1:often",
        "2026-06-01,4,,,,,,,,",
    ],
)
def test_a_bad_row_is_one_problem_and_the_rest_is_read(row: str) -> None:
    """The line is named."""
    found = records(FORMAT, HEADER + row + "\n2024-06-02,4,,,,,,,,\n", "c.csv")
    assert ["c.csv line 2"] == [p.where for p in problems(found)]
    assert ["c.csv line 3"] == [c.where for c in check_ins(found)]


def test_pain_at_rest_can_be_told() -> None:
    """As the fifth part of a spot."""
    told = spots_of("calf:left:4:3:rest; shin:both:2::no")
    assert [(3.0, True), (None, False)] == [(s.next_morning, s.at_rest) for s in told]


def test_other_programs_scales_are_not_claimed() -> None:
    """Their 1 may be the best; one foreign column is enough to know."""
    assert FORMAT.identify(memory_file("c.csv", HEADER))
    assert FORMAT.identify(memory_file("c.csv", "date,mood,runner,notes\n"))
    foreign = "date,weight,restingHR,hrv,soreness,fatigue,stress,mood\n"
    assert not FORMAT.identify(memory_file("c.csv", foreign))
    assert not FORMAT.identify(memory_file("c.csv", "date,notes\n"))
