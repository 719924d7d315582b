"""What a reader may do with damaged bytes: give records or problems, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from file_samples import NOW, memory_file
from fuzzing.mutator import mutated
from unload.errors import Problem, UnloadError
from unload.importers import BUILTIN
from unload.importers.protocol import File, Importer
from unload.importers.reading import Place, read_file
from unload.model.history import CheckIn, Session

SAMPLES = Path(__file__).parents[1] / "files"
CORPUS = Path(__file__).parent / "corpus"
EXPECTED = ".expected.json"
PLACE = Place(UTC, NOW)


def readers() -> dict[str, Importer]:
    """Every reader, by the name of its module."""
    return {type(reader).__module__.rpartition(".")[2]: reader for reader in BUILTIN}


def samples() -> Iterator[File]:
    """Every sample file and everything kept from earlier runs, in a fixed order."""
    for path in sorted((*SAMPLES.rglob("*"), *CORPUS.rglob("*"))):
        if path.is_file() and not path.name.endswith((EXPECTED, ".py", ".pyc")):
            yield memory_file(path.name, path.read_bytes())


def seeds_of(name: str) -> list[bytes]:
    """The samples that a reader claims, and what was kept for it."""
    reader = readers()[name]
    claimed = []
    for file in samples():
        with file.opener() as stream:
            data = stream.read()
        kept = any((CORPUS / name).glob(file.name)) if (CORPUS / name).is_dir() else False
        if kept or (data and _claims(reader, file)):
            claimed.append(data)
    return claimed


def _claims(reader: Importer, file: File) -> bool:
    try:
        return reader.identify(file)
    except UnloadError:
        return False


def case(name: str, seeds: list[bytes], number: int, seed: int) -> bytes:
    """Case `number` of a reader: the same numbers give the same bytes."""
    return mutated(seeds, Random(f"{name} {seed} {number}"))


def outcome(name: str, data: bytes, now: datetime = NOW) -> str:
    """What reading did: "sessions", "problems" or "nothing"; whatever else happens is raised.

    The reader is called without the net that catches what formats throw; the net is tried too.
    """
    reader, file = readers()[name], memory_file("case", data)
    kinds: set[type] = set()
    try:
        if reader.identify(file):
            for record in reader.read(file, UTC, now):
                kinds.add(type(record))
    except UnloadError:
        kinds.add(Problem)
    if not kinds <= {Session, CheckIn, Problem}:
        raise TypeError(f"{name} gave {kinds}")
    for record in read_file(file, BUILTIN, PLACE).records:
        str(record)
    return "sessions" if kinds & {Session, CheckIn} else "problems" if kinds else "nothing"
