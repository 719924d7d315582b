"""Session names in other languages: whole in each, and short enough for a watch."""

import tomllib
from importlib.resources import files

import pytest

from unload.cli.export import LANGUAGES as OFFERED
from unload.knowledge.languages import LANGUAGES, session_words
from unload.model.history import Sport
from unload.model.plan import Effort, Kind, StepKind

# A run's recovery is a jog, and warming up or cooling down has one word however easy it is.
ALONE = {"jog", "run and walk", StepKind.WARM_UP, StepKind.COOL_DOWN}
NAMES = {*Kind, *Effort, Sport.RIDE, Sport.SWIM, Sport.WALK, *ALONE}
LONGEST = 23  # bytes of a step's name on a watch


def test_every_language_that_is_offered_is_there_and_no_other() -> None:
    """The command knows them by heart, so that help need not wait."""
    table = tomllib.loads((files("unload.knowledge") / "text" / "sessions.toml").read_text("utf-8"))
    assert ["en", *sorted(table)] == list(LANGUAGES)
    assert LANGUAGES == OFFERED


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_has_a_word_for_everything(language: str) -> None:
    """One for each name the program has, none of them empty, all short enough for a watch."""
    words = session_words(language)
    assert {f"session.{name}" for name in NAMES} == set(words)
    assert [] == [w for w in words.values() if not w or w != w.strip() or len(w.encode()) > LONGEST]


def test_the_program_s_own_language_needs_no_words() -> None:
    """Its names are the names."""
    assert {} == dict(session_words("en"))
