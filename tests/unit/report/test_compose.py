"""Composing: sources are numbered as they are cited, grades are shown, doubts are marked."""

from dataclasses import replace

import pytest

from advice_samples import KNOWLEDGE, NOW, SAMPLES, SOON, THIN, TRAIN_ON, document, entries, phrase
from unload.report.compose import compose
from unload.report.document import text_of
from unload.report.words import KM, Words


def test_every_reason_shows_its_grade_and_its_source() -> None:
    """A number seen in no source says so, and a supporting signal says that it only supports."""
    tails = [tail for _, _, tail in entries(NOW, "why")]
    assert ["moderate [1]", "expert, not verified [2]", "supports, moderate [3]"] == tails


def test_other_advice_numbers_from_one_again() -> None:
    """Numbers belong to one screen, not to the program."""
    assert entries(SOON, "why")[0][2].endswith("[1]")


def test_unverified_numbers_are_named_so_that_one_can_ask_why() -> None:
    """The names are those `unload why` takes."""
    last = entries(NOW, "sources")[-1][1]
    assert "Not verified in the source itself: build_weeks_before_down, fr_stroke_s." == last


def test_the_age_of_the_answer_and_of_the_data_is_said_where_it_matters() -> None:
    """Nothing is said of an answer that is new and of data that are fresh (X4)."""
    below = [text_of(document(advice).below) for advice in (NOW, SOON, TRAIN_ON, THIN)]
    assert [
        "This answer has stood since 15 November.",
        "The newest record is 3 days old.",
        "",
        "",
    ] == below


def test_fragments_and_sentences_are_joined_as_a_reader_expects() -> None:
    """Semicolons between fragments, nothing after a full stop."""
    text = {**KNOWLEDGE.text, "a": "sleep", "b": "No pace.", "c": "mood"}
    verdict = replace(NOW.verdict, unknown=tuple(phrase(key) for key in "abc"))
    composed = compose(replace(NOW, verdict=verdict), Words(text, KM, NOW.today), KNOWLEDGE)
    limits = next(s for s in composed.sections if s.key == "limits")
    assert "sleep; No pace. mood" == text_of(limits.blocks[0].body)  # type: ignore[union-attr] # the test knows what it asked for


@pytest.mark.parametrize("name", SAMPLES)
def test_no_section_is_empty(name: str) -> None:
    """What there is nothing to say about has no title."""
    assert all(s.blocks for s in document(SAMPLES[name]).sections)
