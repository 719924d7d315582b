"""The checks of the body's tables: each way they can contradict each other is refused."""

from dataclasses import replace

import pytest

from unload.errors import KnowledgeError
from unload.knowledge import load_knowledge
from unload.knowledge.checks import (
    ONLY_CALLING,
    check_links,
    check_red_flags,
    check_regions,
    check_sources,
    check_techniques,
)
from unload.model.body import Kind, Trigger
from unload.model.evidence import Grade

K = load_knowledge()


def test_neighbours_are_neighbours_both_ways() -> None:
    """A region that is named as a neighbour names the other one too."""
    heel = replace(K.regions["heel"], neighbours=())
    with pytest.raises(KnowledgeError, match="heel does not name its neighbour"):
        check_regions({**K.regions, "heel": heel}, ())


def test_an_unknown_region_is_named() -> None:
    """In a link, in a technique and what it must not go with, in a flag, in a region."""
    rows = (
        replace(K.links[0], target="wing"),
        replace(K.techniques[0], region="wing"),
        replace(K.techniques[0], never_with=("wing",)),
        replace(K.red_flags[0], regions=("wing",)),
        replace(K.regions["heel"], neighbours=("wing",)),
    )
    for row in rows:
        with pytest.raises(KnowledgeError, match="unknown region 'wing'"):
            check_regions(K.regions, (row,))


def test_an_unknown_screen_is_named() -> None:
    """A link that no screen could refute names none, or one that exists."""
    with pytest.raises(KnowledgeError, match="unknown screen 'guess'"):
        check_links([replace(K.links[0], screen="guess")], K.screens)
    check_links([replace(K.links[0], screen="")], K.screens)


def test_nothing_presses_what_is_never_pressed() -> None:
    """Massage of a joint is refused; an exercise for it is not."""
    sit = next(t for t in K.techniques if t.key == "knee-sit")
    check_techniques([sit], K.regions)
    with pytest.raises(KnowledgeError, match="technique knee-sit presses a joint"):
        check_techniques([replace(sit, kind=Kind.MASSAGE)], K.regions)


def test_a_flag_says_who_and_how_soon() -> None:
    """A flag that sends somebody nowhere is refused, and so are two of one key."""
    with pytest.raises(KnowledgeError, match=r"'chest'.*do not say who"):
        check_red_flags([replace(K.red_flags[0], who=""), *K.red_flags[1:]])
    with pytest.raises(KnowledgeError, match=r"'chest'.*stand there twice"):
        check_red_flags([*K.red_flags, K.red_flags[0]])


@pytest.mark.parametrize("trigger", sorted(set(Trigger) - ONLY_CALLING))
def test_whatever_a_check_in_can_raise_has_its_flag(trigger: Trigger) -> None:
    """No answer that raises a flag falls on deaf ears."""
    deaf = [
        replace(flag, raised_by=tuple(t for t in flag.raised_by if t is not trigger))
        for flag in K.red_flags
    ]
    with pytest.raises(KnowledgeError, match=f"no flag is raised by \\['{trigger}'\\]"):
        check_red_flags(deaf)


def test_a_source_is_one_that_exists() -> None:
    """A row names a source of the table, and ours only where the grade is ours."""
    with pytest.raises(KnowledgeError, match="unknown source 'nobody1999'"):
        check_sources(K.sources, [replace(K.links[0], source="nobody1999")])
    with pytest.raises(KnowledgeError, match="grade ours with source"):
        check_sources(K.sources, [replace(K.links[0], grade=Grade.OURS)])
