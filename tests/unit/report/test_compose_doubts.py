"""The three doubts on the screen: a band, the sentences, what they rest on."""

import pytest

from advice_samples import KNOWLEDGE, NAMES, NOW, SEE_SOMEONE, THIN, TRAIN_ON, document, entries
from unload.model.advice import Doubt
from unload.report.compose_doubts import band_of
from unload.report.words import KM, MI, Units, Words


def test_each_doubt_has_its_question_band_and_source() -> None:
    """Speed, race and weight, in three entries."""
    shown = entries(NOW, "doubts")
    assert ["Lose speed?", "Ready 21 Apr?", "40 pounds?"] == [marker for marker, _, _ in shown]
    assert "0 % (-0.5 to +1.0)  No study found a loss after a week like this." == shown[0][1]
    assert ["strong [5]", "strong, moderate [3][5]", "ours [6]"] == [tail for _, _, tail in shown]


def test_without_a_race_the_question_names_no_day() -> None:
    """Nobody is asked about a race they do not run."""
    assert "Race ready?" == entries(TRAIN_ON, "doubts")[1][0]


def test_an_unknown_answer_has_no_band_and_no_citation() -> None:
    """A sentence says what is missing."""
    assert [("Race ready?", "No recent hard effort to judge from.", "")] == entries(THIN, "doubts")


def test_without_doubts_there_is_no_section() -> None:
    """Below a red flag nothing else is discussed."""
    assert "doubts" not in {s.key for s in document(SEE_SOMEONE).sections}


@pytest.mark.parametrize(
    ("unit", "band", "units", "shown"),
    [
        ("share", (-0.005, 0.0, 0.01), KM, "0 % (-0.5 to +1.0)"),
        ("share", (0.005, 0.01, 0.02), KM, "+1.0 % (+0.5 to +2.0)"),
        ("s", (2_400.0, 2_530.0, 2_600.0), KM, "42:10 (40:00 to 43:20)"),
        ("kg", (0.0, 0.2, 0.3), KM, "0.2 kg (0 to 0.3)"),
        ("kg", (0.0, 0.2, 0.3), MI, "0.4 lb (0 to 0.7)"),
        ("weeks", (50.0, 61.7, 70.0), KM, "61.7 weeks (50 to 70)"),
    ],
)
def test_a_band_is_written_once_with_its_unit(
    unit: str, band: tuple[float, float, float], units: Units, shown: str
) -> None:
    """The unit stands once, the low end before the high end."""
    low, middle, high = band
    words = Words(KNOWLEDGE.text, units, NOW.today, NAMES)
    assert shown == band_of(Doubt("x", unit, low, middle, high, (), ()), words)
