"""The numbers behind the advice: in full, by stage, and how good they are."""

import io
from dataclasses import replace

from rich.console import Console, RenderableType

from advice_samples import BUILD, KNOWLEDGE, OURS, SOURCES, SPIKE
from unload.report.evidence import STAGE_OF, STAGES, in_full, overview


def shown(what: RenderableType) -> str:
    """What the terminal shows."""
    out = io.StringIO()
    Console(file=out, width=80, color_system=None).print(what)
    return out.getvalue()


def test_a_number_is_shown_with_its_birthplace() -> None:
    """Value, range, grade, stage, source in full, and that nobody has seen it there."""
    text = " ".join(shown(in_full(BUILD, SOURCES["coaches"])).split())
    for part in ("3 made up", "0 to 10", "expert", "the stage signals", "Coaches of four plans"):
        assert part in text
    assert "not seen in the source itself" in text
    assert "(2020). Lighter weeks as they are written. Journal of Made-up Results." in text


def test_a_choice_of_ours_says_so() -> None:
    """It has no source, and nothing to be verified against."""
    text = " ".join(shown(in_full(OURS, None)).split())
    assert "our own choice" in text
    assert "nothing to verify it against" in text


def test_a_verified_number_says_yes() -> None:
    """What was seen in the source is said to be."""
    assert "verified yes" in " ".join(shown(in_full(SPIKE, SOURCES["frandsen"])).split())


def test_the_overview_lists_every_number_once_and_counts_the_grades() -> None:
    """Names are never cut, for they are what one asks by."""
    text = shown(overview(KNOWLEDGE.constants()))
    names = [c.name for c in KNOWLEDGE.constants()]
    assert [1] * len(names) == [text.split().count(name) for name in names]
    assert f"{len(names)} numbers" in text
    assert f"ours {'#' * 30}" in " ".join(text.split())


def test_an_unverified_number_is_starred() -> None:
    """In the list as in full."""
    listed = [line.split() for line in shown(overview([BUILD, SPIKE])).splitlines()]
    assert ["expert*"] == [row[-1] for row in listed if row and row[0] == BUILD.name]
    assert ["moderate"] == [row[-1] for row in listed if row and row[0] == SPIKE.name]


def test_every_stage_of_the_knowledge_is_known() -> None:
    """A new stage, or a new number in one, is listed without being told."""
    assert {c.name for c in KNOWLEDGE.constants()} == set(STAGE_OF)
    assert all(hasattr(KNOWLEDGE, stage) for stage in STAGES)


def test_a_number_nobody_has_noted_on_shows_no_empty_line() -> None:
    """Rows without content are left out."""
    assert "note" not in shown(in_full(replace(BUILD, note=""), None))
