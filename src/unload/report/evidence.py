"""Show the numbers behind the advice: one constant in full, or all of them by stage."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.constants import STAGES
from unload.model.evidence import Constant, Grade, Source
from unload.report.citations import OURS

STAGE_OF: Mapping[str, str] = MappingProxyType(
    {f.name: stage for stage, cls in STAGES.items() for f in fields(cls)}
)
NUMBER_WIDTH = 7  # of the longest value, 21097.5
GRADE_WIDTH = 1 + max(len(grade.value) for grade in Grade)
BAR = 30  # the longest bar of the histogram, in columns


def in_full(constant: Constant, source: Source | None) -> RenderableType:
    """One constant: what it is, how sure, and where it comes from."""
    rows = [
        ("value", f"{constant.value:g} {constant.unit}"),
        ("range", f"{constant.low:g} to {constant.high:g}"),
        ("grade", constant.grade.value),
        ("verified", _verified(constant)),
        ("used by", f"the stage {STAGE_OF[constant.name]}"),
        ("source", _source(source)),
        ("where", constant.where),
        ("note", constant.note),
        ("on it", "" if source is None else source.note),
    ]
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for name, value in rows:
        if value:
            table.add_row(name, Text(value))
    return Padding(Group(Text(constant.name, "bold cyan"), Padding(table, (0, 0, 0, 2))), (0, 1))


def _verified(constant: Constant) -> str:
    if constant.grade is Grade.OURS:
        return "a choice of ours; there is nothing to verify it against"
    return "yes" if constant.verified else "no: the number was not seen in the source itself"


def _source(source: Source | None) -> str:
    if source is None:
        return "our own choice, where the evidence is silent"
    doi = f" doi:{source.doi}" if source.doi else ""
    title = source.title if source.title.endswith(("?", ".")) else f"{source.title}."
    return f"{source.authors.rstrip('.')} ({source.year}). {title} {source.journal}.{doi}"


def overview(constants: Iterable[Constant]) -> RenderableType:
    """Every constant by stage, and how many stand on which grade."""
    known = tuple(constants)
    parts: list[RenderableType] = []
    for stage in STAGES:
        members = [c for c in known if STAGE_OF[c.name] == stage]
        if members:
            parts += [Text(stage, "bold"), _stage(members), ""]
    parts += [Text(f"How good is the evidence? {len(known)} numbers", "bold"), _histogram(known)]
    parts += ["", Text("* not seen in the source itself · unload why NAME tells more", "dim")]
    return Padding(Group(*parts), (0, 1))


def _stage(constants: Iterable[Constant]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, min_width=max(map(len, STAGE_OF)))
    table.add_column(justify="right", style="cyan", no_wrap=True, min_width=NUMBER_WIDTH)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis", style="dim")
    table.add_column(no_wrap=True, min_width=GRADE_WIDTH)
    for constant in constants:
        table.add_row(constant.name, f"{constant.value:g}", constant.unit, _graded(constant))
    return Padding(table, (0, 0, 0, 2))


def _graded(constant: Constant) -> str:
    doubtful = not constant.verified and constant.source != OURS
    return f"{constant.grade.value}{'*' if doubtful else ''}"


def _histogram(constants: tuple[Constant, ...]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for row in _bars(Counter(c.grade for c in constants)):
        table.add_row(*row)
    return Padding(table, (0, 0, 0, 2))


def _bars(counts: Mapping[Grade, int]) -> Iterator[tuple[str, str, str]]:
    most = max(counts.values(), default=1)
    for grade in Grade:
        count = counts.get(grade, 0)
        yield grade.value, "#" * round(BAR * count / most), str(count)
