"""Read the knowledge files and refuse any that contradict the code or themselves."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType, UnionType
from typing import Any, TypeVar, get_args, get_origin

from unload.errors import KnowledgeError
from unload.knowledge.checks import (
    OURS,
    check_links,
    check_red_flags,
    check_regions,
    check_sources,
    check_techniques,
)
from unload.model.body import (
    Blocker,
    Kind,
    Level,
    Link,
    Norm,
    Reach,
    RedFlag,
    Region,
    Screen,
    Technique,
    Tissue,
    Trigger,
)
from unload.model.comeback import Rung
from unload.model.constants import STAGES, Knowledge
from unload.model.evidence import Constant, Grade, Source
from unload.model.history import Sex

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
    ladder = tuple(_rows(_table(root, "body/ladder.toml"), Rung, "rung"))
    rows = (*screens.values(), *links, *techniques, *red_flags, *blockers.values(), *ladder)
    check_regions(regions, (*links, *techniques, *red_flags, *blockers.values()))
    check_links(links, screens)
    check_techniques(techniques, regions)
    check_red_flags(red_flags)
    check_sources(sources, rows)
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
        ladder=ladder,
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


ENUMS = (Grade, Kind, Level, Reach, Sex, Tissue, Trigger)
PLAIN: Mapping[type, tuple[type, ...]] = {
    str: (str,),
    bool: (bool,),
    int: (int,),
    float: (int, float),
}


def _value(field: "Field[Any]", value: Any) -> Any:
    """One cell of a table as its field wants it; TypeError or ValueError where it cannot be."""
    kind = field.type
    if get_origin(kind) is UnionType:
        kind = get_args(kind)[0]
    if get_origin(kind) is not tuple:
        return _plain(field.name, kind, value)
    if not isinstance(value, list):
        raise TypeError(f"{field.name} must be a list, not {value!r}")
    return tuple(_plain(field.name, get_args(kind)[0], item) for item in value)


def _plain(name: str, kind: Any, value: Any) -> Any:
    if kind is Norm and isinstance(value, Mapping):
        return _build(Norm, value, name)
    if kind in ENUMS:
        return kind(value)
    if type(value) not in PLAIN.get(kind, ()):
        raise TypeError(f"{name} must be {kind.__name__}, not {value!r}")
    return value


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
