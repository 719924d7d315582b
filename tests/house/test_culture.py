"""The page on running culture claims nothing without a source that is there."""

import re

import pytest

from house.blueprint import ROOT
from unload.knowledge import load_knowledge
from unload.model.evidence import Grade

PAGE = ROOT / "docs" / "culture.md"
LINK = re.compile(r"\[([^\]]+)\]\(sources\.md#([^)]+)\)")


def rows(text: str) -> list[list[str]]:
    """The cells of every row of the table of beliefs."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines[2:]]


def essay(text: str) -> list[str]:
    """The parts on the essay's claims."""
    return re.split(r"^### ", text.partition("## The four claims")[2], flags=re.MULTILINE)[1:]


def faults(text: str, known: set[str]) -> list[str]:
    """Claims without a source, with one that is not there, or without a grade of ours."""
    found = [f"no source {key!r}" for _, key in LINK.findall(text) if key not in known]
    found += [f"{name!r} leads to {key!r}" for name, key in LINK.findall(text) if name != key]
    grades = {grade.value for grade in Grade} - {Grade.OURS.value}
    for cells in rows(text):
        if len(cells) != 4 or cells[2] not in grades or not LINK.search(cells[3]):
            found.append(f"{cells[0]!r} has no grade or no source")
    for part in essay(text):
        grade = re.search(r"\*\* \((\w+)\)", part)
        if grade is None or grade[1] not in grades or not LINK.search(part):
            found.append(f"{part.splitlines()[0]!r} has no grade or no source")
    return found


def test_every_claim_has_a_grade_and_a_source_that_is_there() -> None:
    """Each belief and each claim of the essay, by the keys of sources.toml."""
    assert [] == faults(PAGE.read_text(encoding="utf-8"), set(load_knowledge().sources))


def test_the_beliefs_and_the_four_claims_are_all_there() -> None:
    """Nineteen beliefs and more, and the four claims of the essay, one of them contradicted."""
    text = PAGE.read_text(encoding="utf-8")
    assert len(rows(text)) >= 19
    graded = [re.search(r"\*\* \((\w+)\)", part) for part in essay(text)]
    assert ["moderate", "contradicted", "weak", "weak"] == [g[1] for g in graded if g]


@pytest.mark.parametrize(
    "row",
    [
        "| We run on air | They do. | strong | |",
        "| We run on air | They do. | proven | [a](sources.md#a) |",
        "| We run on air | They do. | strong | [b](sources.md#b) |",
        "| We run on air | They do. | strong | [a](sources.md#c) |",
    ],
)
def test_a_claim_out_of_thin_air_is_caught(row: str) -> None:
    """No source, no grade, a source that is not there, a link that leads elsewhere."""
    head = "| the belief | what is known | grade | sources |\n| -- | -- | -- | -- |\n"
    assert [] != faults(f"{head}{row}\n", {"a", "c"})
