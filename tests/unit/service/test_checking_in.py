"""Check-ins: what is said of a day is kept, and what cannot be right is refused with words."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from unload.errors import UnloadError
from unload.model.history import CheckIn, Side, SoreSpot
from unload.service.answering import places
from unload.service.checking_in import check_in_of, record_answers, record_check_in
from unload.store.models import Revision

DAY = date(2024, 11, 17)


def test_a_day_is_kept_and_read_back(either_store: Path) -> None:
    """Numbers, yes and no, and sore spots as text."""
    answers = {"sleep": 4.0, "ill": False, "spots": "calf:left:4:3; glute:right:0"}
    kept = record_check_in(answers, DAY)
    assert kept == check_in_of(DAY)
    assert (
        SoreSpot("calf", Side.LEFT, 4.0, 3.0),
        SoreSpot("glute", Side.RIGHT, 0.0),
    ) == kept.spots
    assert (None, False) == (kept.mood, kept.ill)


def test_a_second_check_in_goes_over_the_first(store: Path) -> None:
    """The morning says how the night was, the evening how the legs are."""
    record_check_in({"sleep": 4.0, "mood": None}, DAY)
    kept = record_check_in({"soreness": 2.0, "spots": "none"}, DAY)
    assert (4.0, 2.0, None, ()) == (kept.sleep, kept.soreness, kept.mood, kept.spots)


def test_without_a_day_it_is_today_where_the_runner_is(store: Path) -> None:
    """East of the date line it may be another day than west of it."""
    east = record_check_in({"sleep": 4.0}, zone="Pacific/Kiritimati").day
    west = record_check_in({"sleep": 4.0}, zone="Pacific/Niue").day
    assert timedelta(1) <= east - west <= timedelta(2)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"sleep": 6.0}, "sleep is 6.0; it must be 1 to 5"),
        ({"sleep": 0.0}, "sleep is 0.0; it must be 1 to 5"),
        ({"spots": "calf:left"}, "is not a sore spot"),
        ({"spots": "calv:left:3"}, "did you mean calf?"),
        ({"spots": "qqqq:left:3"}, "there are calf"),
        ({"spots": "calf:left:11"}, "pain must be a number from 0 to 10"),
    ],
)
def test_an_answer_that_cannot_be_right_is_refused(
    store: Path, answers: dict[str, object], said: str
) -> None:
    """One sentence, and nothing is kept."""
    with pytest.raises(UnloadError) as told:
        record_check_in(answers, DAY)
    assert said in str(told.value)
    assert check_in_of(DAY) is None


@pytest.mark.parametrize("key", ["", "k" * 65, "k" * 100_000, "k\0", "k k", "k\n", "\u0661"])
def test_a_key_that_no_program_sends_is_refused(store: Path, key: str) -> None:
    """It would be kept as it is, however long."""
    with pytest.raises(UnloadError, match="The key of a check-in is 1 to 64"):
        record_check_in({"sleep": 4.0}, DAY, key=key)
    assert check_in_of(DAY) is None


def test_a_day_in_the_future_is_refused(store: Path) -> None:
    """A slip in the year is no check-in."""
    with pytest.raises(UnloadError, match="cannot be right"):
        record_check_in({"sleep": 4.0}, date(2999, 1, 1))


def test_a_file_of_answers_is_kept_day_by_day(store: Path, tmp_path: Path) -> None:
    """What could not be used is told, the rest is kept; once more changes nothing."""
    path = tmp_path / "me.toml"
    path.write_text(
        "[[check_in]]\nday = 2024-11-16\nsleep = 3\n[[check_in]]\nday = 2024-11-17\nmood = 9\n"
    )
    for _ in range(2):
        kept, problems = record_answers(path)
        assert [CheckIn(date(2024, 11, 16), sleep=3.0, where="me.toml check_in 1")] == list(kept)
        assert ["me.toml check_in 2"] == [problem.where for problem in problems]
    assert 1 == Revision.objects.count()


def test_the_places_of_the_body_are_known() -> None:
    """Who asks is told them."""
    assert "calf" in places()
