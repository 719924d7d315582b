"""Read the knowledge files and refuse any that contradict the code or themselves."""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

from unload.errors import KnowledgeError
from unload.model.body import (
    Blocker,
    Level,
    Link,
    Reach,
    RedFlag,
    Region,
    Screen,
    Technique,
    Tissue,
    Trigger,
)
from unload.model.constants import (
    BacktestConstants,
    BodyConstants,
    FutureConstants,
    Knowledge,
    LoadConstants,
    RoutineConstants,
    SignalConstants,
    VerdictConstants,
    WeekConstants,
)
from unload.model.evidence import Constant, Grade, Source

STAGES: Mapping[str, type] = {
    "load": LoadConstants,
    "signals": SignalConstants,
    "verdict": VerdictConstants,
    "week": WeekConstants,
    "body": BodyConstants,
    "routine": RoutineConstants,
    "futures": FutureConstants,
    "backtest": BacktestConstants,
}
OURS = "ours"
RELEASE = "2026.11"

T = TypeVar("T")
Table = Mapping[str, Any]


@cache
def load_knowledge() -> Knowledge:
    """The knowledge that ships with this release; KnowledgeError where it does not hold."""
    return read_knowledge(files("unload.knowledge"))


def read_knowledge(root: Traversable) -> Knowledge:
    """The knowledge below `root`, every table checked against the code both ways."""
    sources = _keyed(_table(root, "sources.toml"), Source, "sources.toml")
    stages: dict[str, Any] = {
        name: _stage(root, name, cls, sources) for name, cls in STAGES.items()
    }
    regions = _keyed(_table(root, "body/regions.toml"), Region, "regions.toml")
    screens = _keyed(_table(root, "body/screens.toml"), Screen, "screens.toml")
    links = tuple(_rows(_table(root, "body/chain.toml"), Link, "link"))
    techniques = tuple(_rows(_table(root, "body/techniques.toml"), Technique, "technique"))
    red_flags = tuple(_rows(_table(root, "body/red_flags.toml"), RedFlag, "red_flag"))
    blockers = _keyed(_table(root, "body/blockers.toml"), Blocker, "blockers.toml")
    _check_regions(regions, (*links, *techniques, *red_flags, *blockers.values()))
    _check_links(links, screens)
    _check_pressed(techniques, regions)
    _check_red_flags(red_flags)
    rows = (*screens.values(), *links, *techniques, *red_flags, *blockers.values())
    _check_sources(sources, rows)
    return Knowledge(
        version=f"{RELEASE}+{_digest(root)}",
        sources=sources,
        **stages,
        regions=regions,
        links=links,
        screens=screens,
        techniques=techniques,
        red_flags=red_flags,
        blockers=blockers,
        text=MappingProxyType(dict(_flat(_table(root, "text/en.toml")))),
    )


def _table(root: Traversable, name: str) -> Table:
    try:
        return tomllib.loads(root.joinpath(*name.split("/")).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"knowledge/{name} cannot be read: {error}") from error


def _stage(root: Traversable, name: str, cls: type[T], sources: Mapping[str, Source]) -> T:
    table = _table(root, f"constants/{name}.toml")
    wanted = {f.name for f in fields(cls)}  # type: ignore[arg-type] # every stage is a dataclass
    missing, unused = sorted(wanted - set(table)), sorted(set(table) - wanted)
    if missing or unused:
        raise KnowledgeError(
            f"constants/{name}.toml and {cls.__name__} differ: missing {missing}, unused {unused}"
        )
    constants = {key: _constant(key, row, sources) for key, row in table.items()}
    return cls(**constants)


def _constant(name: str, row: Table, sources: Mapping[str, Source]) -> Constant:
    constant = _build(Constant, {"name": name, **row}, name)
    if constant.source not in sources and constant.grade is not Grade.OURS:
        raise KnowledgeError(f"{name}: unknown source {constant.source!r}")
    if constant.grade is Grade.OURS and constant.source != OURS:
        raise KnowledgeError(f"{name}: a design choice of ours names {OURS!r} as its source")
    if constant.grade is Grade.OURS and not constant.note:
        raise KnowledgeError(f"{name}: a design choice of ours needs a note that says why")
    return constant


def _keyed(table: Table, cls: type[T], where: str) -> Mapping[str, T]:
    return MappingProxyType(
        {key: _build(cls, {"key": key, **row}, f"{where}: {key}") for key, row in table.items()}
    )


def _rows(table: Table, cls: type[T], name: str) -> Iterator[T]:
    for index, row in enumerate(table.get(name, ())):
        yield _build(cls, row, f"{name} {index}")


def _build(cls: type[T], row: Table, where: str) -> T:
    """An instance of a noun from a TOML row; every field stated, none unknown."""
    kinds = {f.name: f for f in fields(cls)}  # type: ignore[arg-type] # every noun is a dataclass
    needed = {n for n, f in kinds.items() if f.default is MISSING}
    missing, unknown = sorted(needed - set(row)), sorted(set(row) - set(kinds))
    if missing or unknown:
        raise KnowledgeError(f"{where}: missing {missing}, unknown {unknown}")
    try:
        return cls(**{name: _value(kinds[name], value) for name, value in row.items()})
    except (TypeError, ValueError) as error:
        raise KnowledgeError(f"{where}: {error}") from error


ENUMS: Mapping[str, type[StrEnum]] = {
    cls.__name__: cls for cls in (Grade, Level, Reach, Tissue, Trigger)
}


PLAIN: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "int": (int,),
    "float": (int, float),
}


def _value(field: "Field[Any]", value: Any) -> Any:
    kind = field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "")
    convert: Callable[[Any], Any] | None = ENUMS.get(kind)
    if convert is not None:
        return convert(value)
    plain = PLAIN.get(kind)
    if plain is None and not isinstance(value, list):
        raise TypeError(f"{field.name} must be a list, not {value!r}")
    if plain is not None and type(value) not in plain:
        raise TypeError(f"{field.name} must be {kind}, not {value!r}")
    return tuple(value) if isinstance(value, list) else value


def _check_regions(regions: Mapping[str, Region], rows: Iterable[Any]) -> None:
    """Every region that a row names must be one."""
    for row in (*rows, *regions.values()):
        for key in filter(None, _named(row)):
            if key not in regions:
                raise KnowledgeError(f"{_label(row)}: unknown region {key!r}")


def _named(row: Any) -> tuple[str, ...]:
    match row:
        case Link():
            return (row.region, row.target)
        case Technique():
            return (row.region,)
        case Region():
            return row.neighbours
        case _:
            named: tuple[str, ...] = row.regions
            return named


def _label(row: Any) -> str:
    key = f"from {row.region}" if isinstance(row, Link) else row.key
    return f"{type(row).__name__.lower()} {key}"


def _check_links(links: Iterable[Link], screens: Mapping[str, Screen]) -> None:
    for link in links:
        if link.screen and link.screen not in screens:
            raise KnowledgeError(f"link from {link.region}: unknown screen {link.screen!r}")


def _check_pressed(techniques: Iterable[Technique], regions: Mapping[str, Region]) -> None:
    """Bones and joints are never pressed, whatever a table says."""
    for technique in techniques:
        tissue = regions[technique.region].tissue
        if tissue in (Tissue.BONE, Tissue.JOINT):
            raise KnowledgeError(f"technique {technique.key} presses a {tissue}")


def _check_red_flags(red_flags: Iterable[RedFlag]) -> None:
    """No two flags share a key, and whatever a check-in can raise has a flag to raise."""
    keys = [flag.key for flag in red_flags]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise KnowledgeError(f"red_flags.toml: {twice} stand there twice")
    silent = sorted(set(Trigger) - {flag.raised_by for flag in red_flags})
    if silent:
        raise KnowledgeError(f"red_flags.toml: no flag is raised by {[t.value for t in silent]}")


def _check_sources(sources: Mapping[str, Source], rows: Iterable[Any]) -> None:
    for row in rows:
        grade = getattr(row, "grade", None)
        if grade is not None and (grade is Grade.OURS) != (row.source == OURS):
            raise KnowledgeError(f"{_label(row)}: grade {grade} with source {row.source!r}")
        if row.source not in sources and row.source != OURS:
            raise KnowledgeError(f"{_label(row)}: unknown source {row.source!r}")


def _flat(table: Table, prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        else:
            yield name, str(value)


def _digest(root: Traversable) -> str:
    """Eight characters that change when any knowledge file changes, words included."""
    digest = hashlib.sha256()
    for path in _toml_files(root):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]


def _toml_files(root: Traversable) -> Iterator[Traversable]:
    for entry in sorted(root.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _toml_files(entry)
        elif entry.name.endswith(".toml"):
            yield entry
