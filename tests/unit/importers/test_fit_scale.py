"""The weights in the FIT file of a body scale."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import fit_writer as fw
from file_samples import check_ins, memory_file, problems, records
from unload.importers import fit_messages
from unload.importers.fit import Fit
from unload.importers.fit_scale import SEVERAL, FitScale
from unload.importers.protocol import Note, Record, TooLarge
from unload.model.history import CheckIn

FORMAT = FitScale()
MORNING = datetime(2024, 6, 1, 5)


def read(*messages: bytes, zone: str = "UTC") -> list[Record]:
    """What the file of a scale with these messages tells."""
    whole = fw.fit_file([fw.file_id("weight"), *messages])
    return records(FORMAT, whole, "w.fit", ZoneInfo(zone))


def test_a_weight_counts_on_the_day_where_its_runner_lives() -> None:
    """I47: hundredths of a kilogram by UTC, which late in the evening is tomorrow elsewhere."""
    weight = fw.weight(datetime(2024, 6, 1, 22, 30), 61.54)
    assert [CheckIn(date(2024, 6, 1), weight_kg=61.54, where="w.fit")] == read(weight)
    (abroad,) = check_ins(read(weight, zone="Europe/Berlin"))
    assert date(2024, 6, 2) == abroad.day


def test_what_no_runner_weighs_is_let_go() -> None:
    """I14: still calculating, no value, a bag; the rest counts, and says which it was."""
    weights = [fw.weight(MORNING + timedelta(days=n), kg) for n, kg in enumerate((4, 62, 655.34))]
    missing = fw.message(fw.WEIGHT_SCALE, timestamp=fw.seconds(MORNING))
    found = read(*weights, missing)
    assert [CheckIn(date(2024, 6, 2), weight_kg=62.0, where="w.fit weight 2")] == found


def test_a_weight_without_a_date_is_a_problem() -> None:
    """I18: seconds since the scale was switched on, or no time at all."""
    begun = fw.weight(datetime(1989, 12, 31, 1), 62)
    (problem,) = read(begun)
    assert "w.fit: has a weight without a date; the clock of the scale was not set." == str(problem)
    never = fw.message(fw.WEIGHT_SCALE, weight=6200)
    assert 2 == len(problems(read(begun, never)))


def test_the_weights_of_a_family_are_not_taken_for_one_runner_s() -> None:
    """Which of them the runner is, the file does not say; one who weighs in alone is the runner."""
    two = [fw.weight(MORNING + timedelta(days=n), 62, user_profile_index=n) for n in (1, 2)]
    assert [Note("w.fit", SEVERAL)] == read(*two)
    assert 2 == len(check_ins(read(two[0], two[0])))


@pytest.mark.parametrize(("cut", "count"), [(2, 3), (12, 2)])
def test_a_damaged_file_tells_what_can_be_decoded(cut: int, count: int) -> None:
    """A checksum that is gone, a weight that is cut off."""
    weights = [fw.weight(MORNING + timedelta(days=n), 62) for n in range(3)]
    whole = fw.fit_file([fw.file_id("weight"), *weights])
    assert count == len(check_ins(records(FORMAT, whole[:-cut], "w.fit")))
    (problem,) = records(FORMAT, fw.fit_file([fw.file_id("weight"), weights[0]])[:-12], "w.fit")
    assert "w.fit: is damaged, and no weight in it could be decoded." == str(problem)


@pytest.mark.parametrize(("kind", "scale"), [("weight", True), ("settings", False)])
def test_it_is_known_by_the_kind_that_its_first_message_says(kind: str, scale: bool) -> None:
    """I41: a watch's settings may repeat what it was told; nobody stood on a scale."""
    file = memory_file("w.fit", fw.fit_file([fw.file_id(kind), fw.weight(MORNING, 62)]))
    assert (scale, not scale) == (FORMAT.identify(file), Fit().identify(file))
    assert not FORMAT.identify(memory_file("w.fit", bytes(14)))


def test_more_weights_than_a_scale_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """I33: a made-up file ends in a sentence, not in a full memory."""
    monkeypatch.setattr(fit_messages, "WEIGHTS_MAX", 2)
    with pytest.raises(TooLarge, match="holds over 2 weights"):
        read(*[fw.weight(MORNING, 62)] * 3)
