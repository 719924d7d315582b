"""Keep what an import read, list the imports, and take one back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import attrgetter

from django.db import IntegrityError, models, transaction

from unload.errors import Problem, UnloadError
from unload.model.history import CheckIn, Session
from unload.store.models import (
    File,
    Import,
    Row,
    Sighting,
    StoredCheckIn,
    StoredProblem,
    StoredSession,
)
from unload.store.pages import TABLES, Page, put_rows
from unload.store.text import clean, name_of

_TRIES = 3
_ROWS = 500


class NoSuchImport(UnloadError):
    """There is no import of that number, or no longer."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One import as it stands in the books."""

    number: int
    name: str
    started_at: datetime
    finished_at: datetime | None
    covered: int
    others: dict[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One file of an import: whether it was new, and what is kept of it."""

    name: str
    file: int
    fresh: bool
    sessions: int
    check_ins: int
    problems: tuple[Problem, ...]


def digests() -> set[str]:
    """The hashes of every content that has been read."""
    return {digest for digest in File.objects.values_list("digest", flat=True) if digest}


@dataclass
class Writer:
    """Writes the pages of one import; goes on where a stopped one of the same place ended.

    Nothing is written before there is something new, so that importing the same files once more
    leaves no trace. `place` tells imports apart, `name` is what the runner called it.
    """

    place: str
    name: str
    number: int | None = None
    held: list[Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.number = _under_way(self.place)

    def write(self, pages: Iterable[Page]) -> None:
        """Keep some pages, all of them or none."""
        coming = list(pages)
        for page in coming:
            _ = page.rows
        for attempt in range(_TRIES):
            try:
                with transaction.atomic():
                    number = self.number or self._begin(coming)
                    if number is not None:
                        _write(number, [*self.held, *coming])
                break
            except IntegrityError:
                # Another import put the same content in first, which is then found.
                if attempt == _TRIES - 1:
                    raise
        self.held = [*self.held, *coming] if number is None else []
        self.number = number

    def _begin(self, pages: list[Page]) -> int | None:
        """The import of this place that is under way, or a new one if there is something new."""
        joined = _under_way(self.place)
        if joined is not None:
            return joined
        there = _files_of(page.digest for page in pages)
        if all(not page.digest or page.digest in there for page in pages):
            return None
        found, _ = Import.objects.get_or_create(
            place=self.place,
            finished_at=None,
            defaults={"name": clean(self.name), "started_at": datetime.now(UTC)},
        )
        return found.pk

    def finish(self, problems: Sequence[Problem], covered: int, others: dict[str, int]) -> None:
        """Close the import: what could not be read, what a table told already, what else lay by."""
        self.write(Page(problem.where, "", (problem,)) for problem in problems)
        if self.number is not None:
            Import.objects.filter(pk=self.number, finished_at__isnull=True).update(
                finished_at=datetime.now(UTC), covered=covered, others=others
            )


def _under_way(place: str) -> int | None:
    found = Import.objects.filter(place=place, finished_at__isnull=True)
    return found.values_list("pk", flat=True).first()


def _write(number: int, coming: list[Page]) -> None:
    """The pages as rows, those left out whose name the import holds already."""
    if not Import.objects.select_for_update().filter(pk=number).exists():
        raise NoSuchImport(f"Import {number} was undone while it was running; it stops here.")
    pages = {name_of(page.name): page for page in coming}
    for part in _parts(pages):
        seen = Sighting.objects.filter(batch=number, name__in=part)
        for name in seen.values_list("name", flat=True):
            del pages[name]
    there = _files_of(page.digest for page in pages.values())
    read = there.keys() | {page.digest for page in pages.values() if not page.known}
    gone = [p.name for p in pages.values() if p.known and p.digest not in read]
    if gone:
        raise NoSuchImport(
            f"What was known of {gone[0]} has been undone meanwhile; import once more to go on."
        )
    _put(number, pages, there)


def _parts(every: Iterable[str]) -> Iterator[list[str]]:
    """As many at a time as a statement can carry."""
    waiting = list(every)
    for start in range(0, len(waiting), _ROWS):
        yield waiting[start : start + _ROWS]


def _files_of(wanted: Iterable[str]) -> dict[str, int]:
    """The files of some digests, where there are any."""
    there: dict[str, int] = {}
    for part in _parts({digest for digest in wanted if digest}):
        found = File.objects.filter(digest__in=part).values_list("digest", "pk")
        there |= {digest: file for digest, file in found if digest}
    return there


def _put(number: int, pages: dict[str, Page], there: dict[str, int]) -> None:
    """Files, sightings and rows of the pages whose names are new to the import."""
    fresh: dict[str, Page] = {}
    taken = set(there)
    for name, page in pages.items():
        if not page.digest or page.digest not in taken:
            fresh[name] = page
            taken.add(page.digest)
    files = File.objects.bulk_create([File(digest=p.digest or None) for p in fresh.values()])
    ids = {name: file.pk for name, file in zip(fresh, files, strict=True)}
    by_digest = there | {page.digest: ids[name] for name, page in fresh.items() if page.digest}
    Sighting.objects.bulk_create(
        Sighting(
            batch_id=number,
            file_id=ids[name] if name in ids else by_digest[page.digest],
            name=name,
            fresh=name in ids,
        )
        for name, page in pages.items()
    )
    put_rows({ids[name]: page for name, page in fresh.items()})


def imports() -> list[Kept]:
    """Every import, the newest first."""
    return [_kept(found) for found in Import.objects.order_by("-pk")]


def an_import(number: int) -> Kept:
    found = Import.objects.filter(pk=number).first()
    if found is None:
        raise NoSuchImport(f"There is no import {number}; `unload imports` lists them.")
    return _kept(found)


def _kept(found: Import) -> Kept:
    others = {str(what): int(count) for what, count in found.others.items()}
    return Kept(found.pk, found.name, found.started_at, found.finished_at, found.covered, others)


def lines(number: int) -> Iterator[Line]:
    """The files of an import by name."""
    seen = Sighting.objects.filter(batch=number).order_by("name")
    return _lines(list(seen.values_list("name", "file", "fresh")))


def lines_of(pages: Sequence[Page]) -> Iterator[Line]:
    """The same of pages that brought nothing new and so were not written."""
    there = _files_of(page.digest for page in pages)
    yield from _lines([(p.name, there[p.digest], False) for p in pages if p.digest])
    for page in pages:
        if not page.digest:
            problems = tuple(r for r in page.records if isinstance(r, Problem))
            yield Line(page.name, 0, True, 0, 0, problems)


def lines_to_be(pages: Sequence[Page]) -> tuple[list[Line], list[tuple[int, Session]]]:
    """The lines of pages that are not written, and their sessions, by numbers below 0."""
    there = _files_of(page.digest for page in pages)
    kept = _counted(StoredSession, set(there.values()))
    sizes = {digest: kept[file] for digest, file in there.items()}
    lines, rows = [], []
    for number, page in enumerate(pages, 1):
        told = [record for record in page.records if isinstance(record, Session)]
        check_ins = sum(isinstance(record, CheckIn) for record in page.records)
        problems = tuple(record for record in page.records if isinstance(record, Problem))
        fresh = not page.digest or page.digest not in sizes
        if fresh:
            rows += [(-number, session) for session in told]
            sizes |= {page.digest: len(told)} if page.digest else {}
        size = len(told) if fresh else sizes[page.digest]
        lines.append(Line(name_of(page.name), -number, fresh, size, check_ins, problems))
    return sorted(lines, key=attrgetter("name")), rows


def _lines(seen: Sequence[tuple[str, int, bool]]) -> Iterator[Line]:
    """Each file with what is kept of it."""
    files = {file for _, file, _ in seen}
    sessions, check_ins = (_counted(table, files) for table in (StoredSession, StoredCheckIn))
    problems: defaultdict[int, list[Problem]] = defaultdict(list)
    for file, where, message in StoredProblem.objects.order_by("file", "ordinal").values_list(
        "file", "where", "message"
    ):
        problems[file].append(Problem(where, message))
    for name, file, fresh in seen:
        told = tuple(problems[file]) if fresh else ()
        yield Line(name, file, fresh, sessions[file], check_ins[file], told)


def _counted(table: type[Row], files: set[int]) -> Counter[int]:
    """How many rows each file has. All are counted: a list of files could be too long to send."""
    rows = table.objects.values_list("file").annotate(models.Count("pk")).order_by()
    return Counter({file: count for file, count in rows if file in files})


def undo(number: int) -> int:
    """Take an import back; how many files went with it, being in no other."""
    an_import(number)
    with transaction.atomic():
        Sighting.objects.filter(batch=number).delete()
        Import.objects.filter(pk=number).delete()
        unseen = ~models.Exists(Sighting.objects.filter(file=models.OuterRef("file")))
        for table in TABLES.values():
            table.objects.filter(unseen).delete()
        gone = File.objects.filter(
            ~models.Exists(Sighting.objects.filter(file=models.OuterRef("pk")))
        )
        return gone.delete()[0]
