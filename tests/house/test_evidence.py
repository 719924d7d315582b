"""Net three: no claim without a grade, and a choice of ours says why."""

import pytest

from house.blueprint import ROOT
from unload.knowledge import load_knowledge
from unload.model.evidence import Constant, Grade

ROW = {
    "name": "x", "value": 1.0, "unit": "ratio", "low": 0.0, "high": 2.0,
    "source": "ours", "where": "", "grade": Grade.OURS, "verified": True,
}  # fmt: skip


def says_why(note: str, names: set[str]) -> bool:
    """Whether a note is a sentence, or sends the reader to another constant's note."""
    elsewhere = note.startswith("As ") and note[3:].rstrip(".") in names
    return note.endswith(".") and (elsewhere or len(note.split()) >= 3)


@pytest.mark.parametrize("left_out", ["grade", "verified", "source", "unit", "low", "high"])
def test_a_constant_states_its_evidence(left_out: str) -> None:
    """A constant cannot be made without its grade, source, unit, range and verified mark."""
    row = {key: value for key, value in ROW.items() if key != left_out}
    assert "x" == Constant(**ROW).name
    with pytest.raises(TypeError, match=left_out):
        Constant(**row)


def test_every_choice_of_ours_says_why() -> None:
    """A constant graded "ours" carries a sentence, or names the script that derives it."""
    constants = load_knowledge().constants()
    names = {c.name for c in constants}
    ours = [c for c in constants if c.grade is Grade.OURS]
    assert [] == [c.name for c in ours if not says_why(c.note, names)]


@pytest.mark.parametrize("note", ["", "Chosen.", "As nobody.", "because we like it"])
def test_a_lame_note_is_caught(note: str) -> None:
    """A word, a pointer to nowhere and half a sentence are no reason."""
    assert not says_why(note, {"x"})


def test_every_derivation_named_is_there() -> None:
    """A note that points into derivations/ points at a script that exists."""
    notes = [word.strip("().,;") for c in load_knowledge().constants() for word in c.note.split()]
    scripts = {word for word in notes if word.startswith("derivations/")}
    assert [] == sorted(script for script in scripts if not (ROOT / script).exists())


def test_every_source_is_used_or_says_what_for() -> None:
    """A constant's source is one of sources.toml; a choice of ours names no paper."""
    knowledge = load_knowledge()
    sources = {c.source for c in knowledge.constants() if c.grade is not Grade.OURS}
    assert set() == sources - set(knowledge.sources)
