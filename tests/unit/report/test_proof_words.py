"""The sentences and figures of a back-test."""

from proof_samples import NOBODY, NUMBERS, WORDS, around
from unload.report.proof_words import Speaker

SPEAKER = Speaker(WORDS, NUMBERS)


def test_figures_stand_with_their_intervals() -> None:
    """Shares in percent, rates as plain numbers, too few in words."""
    assert "20.0 % (15.0 to 25.0)" == SPEAKER.share(around(0.2))
    assert "0.20 (0.15 to 0.25)" == SPEAKER.rate(around(0.2))
    assert "too few" == SPEAKER.share(NOBODY)


def test_a_rule_has_a_name_for_people() -> None:
    """The signal of the calendar is not the rule of every fourth week; a new one keeps its own."""
    assert "every fourth week" == SPEAKER.rule("every_fourth")
    assert "the end of a phase, or a journey, alone" == SPEAKER.rule("calendar")
    assert "new one" == SPEAKER.rule("new_one")


def test_heads_are_said_in_order() -> None:
    """The columns of a table."""
    assert ("folder", "runners") == SPEAKER.heads("data", "folder", "runners")
