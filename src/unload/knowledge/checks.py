"""Refuse tables of the body that contradict each other, each with the place and the fault."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from unload.errors import KnowledgeError
from unload.model.body import Kind, Link, RedFlag, Region, Screen, Technique, Trigger
from unload.model.comeback import Rung
from unload.model.evidence import Grade, Source

OURS = "ours"
# What no answer raises by itself: the questions that these call for decide.
ONLY_CALLING = frozenset(
    (
        Trigger.SORE,
        Trigger.SUDDEN,
        Trigger.POINT,
        Trigger.SHARP,
        Trigger.TIGHT,
        Trigger.TINGLING,
        Trigger.LONG,
    )
)


def check_regions(regions: Mapping[str, Region], rows: Iterable[Any]) -> None:
    """Every region that a row names must be one."""
    for row in (*rows, *regions.values()):
        for key in filter(None, _named(row)):
            if key not in regions:
                raise KnowledgeError(f"{_label(row)}: unknown region {key!r}")
    for region in regions.values():
        for key in region.neighbours:
            if region.key not in regions[key].neighbours:
                raise KnowledgeError(f"{key} does not name its neighbour {region.key}")


def _named(row: Any) -> tuple[str, ...]:
    match row:
        case Link():
            return (row.region, row.target)
        case Technique():
            return (row.region, *row.never_with)
        case Region():
            return row.neighbours
        case _:
            named: tuple[str, ...] = row.regions
            return named


def _label(row: Any) -> str:
    match row:
        case Link():
            key = f"from {row.region}"
        case Rung():
            key = str(row.number)
        case _:
            key = row.key
    return f"{type(row).__name__.lower()} {key}"


def check_links(links: Iterable[Link], screens: Mapping[str, Screen]) -> None:
    for link in links:
        if link.screen and link.screen not in screens:
            raise KnowledgeError(f"link from {link.region}: unknown screen {link.screen!r}")


def check_techniques(techniques: Iterable[Technique], regions: Mapping[str, Region]) -> None:
    """Bone, joint, head, chest and belly are never pressed, whatever a table says."""
    for technique in techniques:
        tissue = regions[technique.region].tissue
        if technique.kind is Kind.MASSAGE and not tissue.pressed:
            raise KnowledgeError(f"technique {technique.key} presses a {tissue}")


def check_red_flags(red_flags: Sequence[RedFlag]) -> None:
    """No two flags share a key, and whatever a check-in can raise has a flag to raise."""
    keys = [flag.key for flag in red_flags]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise KnowledgeError(f"red_flags.toml: {twice} stand there twice")
    raised = {trigger for flag in red_flags for trigger in flag.raised_by}
    silent = sorted(set(Trigger) - ONLY_CALLING - raised)
    if silent:
        raise KnowledgeError(f"red_flags.toml: no flag is raised by {[t.value for t in silent]}")
    if vague := [flag.key for flag in red_flags if not (flag.who and flag.how_soon)]:
        raise KnowledgeError(f"red_flags.toml: {vague} do not say who and how soon")


def check_sources(sources: Mapping[str, Source], rows: Iterable[Any]) -> None:
    for row in rows:
        grade = getattr(row, "grade", None)
        if grade is not None and (grade is Grade.OURS) != (row.source == OURS):
            raise KnowledgeError(f"{_label(row)}: grade {grade} with source {row.source!r}")
        if row.source not in sources and row.source != OURS:
            raise KnowledgeError(f"{_label(row)}: unknown source {row.source!r}")
