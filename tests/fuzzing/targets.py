"""What a reader may do with damaged bytes: give records or problems, and nothing else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

from file_samples import NOW, memory_file
from fuzzing.mutator import mutated
from unload.errors import Problem, UnloadError
from unload.importers import importers, plans
from unload.importers.protocol import File, Importer, Note
from unload.importers.reading import Place, read_file
from unload.model.history import CheckIn, Session
from unload.model.plan import PlannedSession

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parent / "files"
CORPUS = FOLDER / "corpus"  # what a reader once failed on; or a sample, where it gives no record
PLANS = FOLDER / "plans"  # a plan to damage, one of each format
EXPECTED = ".expected.json"
PLACE = Place(UTC, NOW)
FORMATS = importers()
FOUND = (Session, CheckIn, PlannedSession)
Read = Callable[[File], Iterator[object]]


@cache
def readers() -> Mapping[str, Read]:
    """Every reader, by the name of its module; each as a stranger would call it, without a net."""
    known: dict[str, list[Read]] = {}
    for format_ in FORMATS:
        known.setdefault(_module(format_), []).append(_importer(format_))
    each = {name: _one_of(reads) for name, reads in known.items()}
    return each | {_module(reader): _plan_reader(reader) for reader in plans.READERS}


def _one_of(reads: Sequence[Read]) -> Read:
    """The readers of one module, of which the one reads whose file it is."""
    return lambda file: chain.from_iterable(read(file) for read in reads)


def _module(reader: object) -> str:
    # A format that yields to another is known by its own name.
    return type(getattr(reader, "_importer", reader)).__module__.rpartition(".")[2]


def _importer(format_: Importer) -> Read:
    return lambda file: format_.read(file, UTC, NOW) if format_.identify(file) else iter(())


def _plan_reader(reader: object) -> Read:
    return lambda file: reader.read(file, UTC) if reader.identify(file) else iter(())  # type: ignore[attr-defined] # the plan readers share no type


def samples() -> Iterator[File]:
    """Every sample file, in a fixed order."""
    for path in sorted((*SAMPLES.rglob("*"), *PLANS.glob("*"))):
        if path.is_file() and not path.name.endswith((EXPECTED, ".py", ".pyc")):
            yield memory_file(path.name, path.read_bytes())


def kept(name: str) -> list[File]:
    """What the reader once failed on."""
    paths = sorted((CORPUS / name).glob("*"))
    return [memory_file(path.name, path.read_bytes()) for path in paths]


@cache
def seeds_of(name: str) -> tuple[tuple[str, bytes], ...]:
    """The names and bytes of the samples that a reader finds something in, and of those kept."""
    found = [file for file in samples() if _finds(readers()[name], file)]
    return tuple((file.name, file.opener().read()) for file in (*found, *kept(name)))


def _finds(read: Read, file: File) -> bool:
    try:
        return next(iter(read(file)), None) is not None
    except UnloadError:
        return False


def case(name: str, number: int, seed: int) -> File:
    """Case `number` of a reader: the same numbers give the same bytes."""
    rng, seeds = Random(f"{name} {seed} {number}"), seeds_of(name)
    label, _ = rng.choice(seeds)
    return memory_file(label, mutated([data for title, data in seeds if title == label], rng))


def outcome(name: str, file: File, *, net: bool = True) -> str:
    """What reading did: "sessions", "problems" or "nothing"; whatever else happens is raised.

    The reader is called without the net that catches what formats throw; `net` tries that too,
    with every format asked whose file it is.
    """
    kinds: set[type] = set()
    try:
        kinds.update(map(type, readers()[name](file)))
    except UnloadError:
        kinds.add(Problem)
    if not kinds <= {*FOUND, Problem, Note}:
        raise TypeError(f"{name} gave {kinds}")
    if net:
        list(map(str, read_file(file, FORMATS, PLACE).records))
    return "sessions" if kinds.intersection(FOUND) else "problems" if kinds else "nothing"
