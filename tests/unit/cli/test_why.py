"""why as it is typed: numbers, and what was told of a day."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas import faults
from stores import nothing_urgent
from terminal import run, told
from unload import service
from unload.report.told import KEYS
from unload.service import told_verdicts

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
DAY = date(2024, 11, 17)


@pytest.fixture
def kept(store: Path) -> Path:
    """The sore runner's files in the store."""
    assert 0 == run("import", str(SORE), "--zone", "UTC").exit_code
    nothing_urgent(DAY)
    return store


def test_a_number_is_explained() -> None:
    """In full, and as one of all."""
    assert "moderate" in run("why", "session_spike_green_max").stdout
    assert len(service.constants()) == len(told("why"))
    assert "spot_days_min" == told("why", "spot_days_min")["name"]


def test_what_the_store_tells_of_today_is_kept(kept: Path) -> None:
    """Once; what is asked about another day or other files is nobody's answer of today."""
    for words in (("--today", "2024-11-17"), (str(SORE),)):
        assert 0 == run("week", *words).exit_code
    assert [] == told("why", "--told", "all")
    assert "Nothing was kept yet" in run("why", "--told", "all").stdout
    for _ in range(2):
        assert 0 == run("week").exit_code
    days = told("why", "--told", "all")
    assert [str(datetime.now(UTC).date())] == [day["day"] for day in days]
    assert days[0]["sentence"] in run("why", "--told", "all").stdout


def test_a_day_is_shown_again(kept: Path) -> None:
    """The answer with its reasons and numbers, for people and for programs."""
    answer = told("week", "--today", "2024-11-17")
    told_verdicts.keep(DAY, {key: answer[key] for key in KEYS})
    shown = run("why", "--told", "2024-11-17").stdout
    assert answer["verdict"]["sentence"] in shown
    assert "are the same today" in shown
    one = told("why", "--told", "2024-11-17")
    assert answer["reasons"] == one[0]["reasons"]
    assert [] == faults(one, "told")


def test_accepting_keeps_what_was_accepted(kept: Path) -> None:
    """The answer that proposed the week."""
    assert 0 == run("accept", "--force").exit_code
    assert 1 == len(told("why", "--told", "all"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--told", "yesterday"), "is not a day"),
        (("--told", "2020-01-01"), "Nothing is kept of 2020-01-01"),
        (("spot_days_min", "--told", "all"), "not both"),
    ],
)
def test_what_cannot_be_explained_is_said(store: Path, words: tuple[str, ...], says: str) -> None:
    """In one sentence."""
    result = run("why", *words)
    assert (2, True) == (result.exit_code, says in result.stderr)
