"""Citations: numbered in the order they are cited, short, and never pointing at nothing."""

from dataclasses import replace

import pytest

from advice_samples import NOW, SOURCES, document, entries
from unload.errors import KnowledgeError
from unload.model.evidence import Source
from unload.report.citations import Citations, short


def test_sources_are_numbered_in_the_order_they_are_cited() -> None:
    """The first reason's source is [1]; each is listed once."""
    markers = [(marker, body.split(":")[0]) for marker, body, _ in entries(NOW, "sources")]
    cited = ("Silber et al. 2007", "Coaches of four plans 2020", "Frandsen et al. 2025")
    assert [(f"[{n}]", name) for n, name in enumerate(cited, 1)] == markers[:3]
    assert len({name for _, name in markers}) == len(markers)


def test_a_choice_of_ours_is_cited_only_where_nothing_else_carries_the_claim() -> None:
    """The first reason rests on a paper and on ours, the weight on ours alone."""
    assert "[6]" == entries(NOW, "doubts")[2][2].removeprefix("ours ")
    assert "Our own choice" in entries(NOW, "sources")[5][1]


def test_an_unknown_source_stops_the_report() -> None:
    """A number never points at nothing."""
    reason = NOW.verdict.reasons[0]
    stray = replace(reason, constants=(replace(reason.constants[0], source="hearsay"),))
    advice = replace(NOW, verdict=replace(NOW.verdict, reasons=(stray,)))
    with pytest.raises(KnowledgeError, match="hearsay"):
        document(advice)


def test_a_source_cited_twice_keeps_its_number() -> None:
    """The second claim points at the first line, and each number appears once."""
    citations = Citations(SOURCES)
    assert ["[1]", "[1][2]"] == [citations.cite(k) for k in (["roller"], ["houmard", "roller"])]


@pytest.mark.parametrize(
    ("authors", "title", "shown"),
    [
        ("Foster C", "Monitoring training", "Foster 1998: Monitoring training."),
        ("Foster C, Florhaug JA", "How hard?", "Foster et al. 1998: How hard?"),
        ("Coaches of four plans", "Weeks.", "Coaches of four plans 1998: Weeks."),
        ("Van Hooren B, Someone E", "Running", "Van Hooren et al. 1998: Running."),
        ("WHO", "Moving", "WHO 1998: Moving."),
        ("Foster C", "How hard? A study", "Foster 1998: How hard?"),
        ("Foster C", "Load: a trial", "Foster 1998: Load."),
        (
            "Foster C",
            "Monitoring the training of many athletes, over many years, in many places",
            "Foster 1998: Monitoring the training of many athletes, over ...",
        ),
    ],
)
def test_a_source_is_recognised_by_its_first_author(authors: str, title: str, shown: str) -> None:
    """Initials are dropped from people, not from organisations."""
    assert shown == short(Source("key", authors, 1998, title, "Journal"))
