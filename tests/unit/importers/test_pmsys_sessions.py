"""Efforts of pmSys."""

from datetime import datetime

import pytest

import export_samples as ex
from file_samples import memory_file, problems, records, sessions
from unload.importers.marks import SPORT_UNKNOWN
from unload.importers.pmsys_sessions import PmSysSessions
from unload.model.history import Session, Sport

FORMAT = PmSysSessions()
GOOD = {
    "end_date_time": "2024-06-01T05:30:00.000Z", "activity_names": "['individual', 'running']",
    "perceived_exertion": "7", "duration_min": "30",
}  # fmt: skip


def table(*changes: dict[str, str]) -> str:
    """The table of the good row with some cells changed."""
    rows = [ex.row(ex.PMSYS_SESSIONS_HEADER, **{**GOOD, **change}) for change in changes]
    return "\n".join([ex.PMSYS_SESSIONS_HEADER, *rows]) + "\n"


def one(**changes: str) -> Session:
    """The session of one row."""
    return sessions(records(FORMAT, table(changes), "s.csv"))[0]


def test_every_field() -> None:
    """The start is as long before the end as it lasted."""
    expected = Session(
        datetime(2024, 6, 1, 5), Sport.RUN, 1800.0, rpe=7.0, source="pmsys", where="s.csv line 2"
    )
    assert expected == one()


@pytest.mark.parametrize(
    ("names", "sport", "marks"),
    [
        ("['individual', 'endurance', 'running']", Sport.RUN, ()),
        ("['team', 'soccer']", Sport.OTHER, ()),
        ("['individual']", Sport.OTHER, (SPORT_UNKNOWN,)),
        ("", Sport.OTHER, (SPORT_UNKNOWN,)),
    ],
)
def test_the_first_word_that_names_a_sport_counts(
    names: str, sport: Sport, marks: tuple[str, ...]
) -> None:
    """I10: manners are no sport; a sport we do not know is kept."""
    session = one(activity_names=names)
    assert (sport, marks) == (session.sport, session.marks)


@pytest.mark.parametrize(
    "change",
    [{"duration_min": "0"}, {"duration_min": ""}, {"duration_min": "-5"}, {"end_date_time": ""},
     {"end_date_time": "soon"}, {"duration_min": "999999"}],
)  # fmt: skip
def test_a_bad_row_is_a_problem_and_the_rest_is_read(change: dict[str, str]) -> None:
    """I12, I16, I22, I46."""
    found = records(FORMAT, table(change, {}), "s.csv")
    assert ["s.csv line 2"] == [p.where for p in problems(found)]
    assert ["s.csv line 3"] == [s.where for s in sessions(found)]


def test_it_is_known_by_its_columns() -> None:
    """Not by its name."""
    assert FORMAT.identify(memory_file("x", table()))
    assert not FORMAT.identify(memory_file("srpe.csv", ex.PMSYS_HEADER + "\n"))
