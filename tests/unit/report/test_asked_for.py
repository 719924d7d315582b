"""What a specialist asked for, in sentences."""

from dataclasses import replace

from hand_samples import ASKED, WORDS
from unload.report.asked_for import asked_dict, sentences, who


def test_limits_come_first_and_exercises_in_their_own_words() -> None:
    """Nothing hard, how far, what to do and how long."""
    assert [
        "Nothing hard from 17 November to 26 November.",
        "No run beyond 6 km from 17 November to 26 November.",
        "Heel raises, 3 x 15 (6 min a day)",
        "Calf stretch",
    ] == list(sentences(ASKED, WORDS))


def test_a_pause_says_all() -> None:
    """No running needs no limit beside it."""
    pause = replace(ASKED, running=False, exercises=())
    assert ["No running from 17 November to 26 November."] == list(sentences(pause, WORDS))


def test_who_asked() -> None:
    """A physio, or somebody."""
    asked = (who(ASKED, WORDS), who(replace(ASKED, by=None), WORDS))
    assert ("your physio", "your specialist") == asked
    assert ("physio", "2024-11-26") == (
        asked_dict(ASKED, WORDS)["by"], asked_dict(ASKED, WORDS)["last_day"],
    )  # fmt: skip
