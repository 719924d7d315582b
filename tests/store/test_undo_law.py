"""Import and undo, for any sequence of imports: exactly what was there before (I53)."""

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stores import dump
from unload.errors import Problem
from unload.model.history import CheckIn, Session, Sport
from unload.store import books
from unload.store.books import Writer
from unload.store.models import Import
from unload.store.pages import Page

many = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def content(number: int) -> Page:
    """One of a few files: the same number is always the same content."""
    start = datetime(2024, 1, 1, 8) + timedelta(number)
    records = (
        Session(start, Sport.RUN, 3000.0 + number),
        CheckIn(start.date(), mood=3.0),
        Problem(f"{number} line 9", "is odd."),
    )
    return Page(f"file {number}", f"{number:064}", records[: number % 4])


# An import is a list of file numbers; a few numbers, so that imports overlap. 9 is a file of which
# nothing could be read.
an_import = st.lists(st.integers(0, 9), min_size=1, max_size=6, unique=True)


def done(files: list[int], place: str) -> int | None:
    """One import from beginning to end."""
    known = books.digests()
    writer = Writer(place, place)
    for file in files:
        page = content(file)
        if file == 9:
            page = Page("file 9", "", (Problem("file 9", "is damaged."),))
        elif page.digest in known:
            page = Page(page.name, page.digest, known=True)
        writer.write([page])
    writer.finish((), 0, {})
    return writer.number


def emptied() -> None:
    for found in books.imports():
        books.undo(found.number)


@many
@given(st.lists(an_import, max_size=4), an_import)
def test_import_and_undo_leave_the_same_dump(
    either_store: Path, before: list[list[int]], last: list[int]
) -> None:
    """Whatever was imported before, and however the imports overlap."""
    emptied()
    for number, files in enumerate(before):
        done(files, f"place {number}")
    was = dump()
    made = done(last, "the last")
    if made is not None:
        books.undo(made)
    assert was == dump()


@many
@given(st.lists(an_import, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_everything_undone_in_any_order_leaves_nothing(
    either_store: Path, imports: list[list[int]], chance: object
) -> None:
    """No row outlives the last import that had seen its file."""
    emptied()
    for number, files in enumerate(imports):
        done(files, f"place {number}")
    numbers = [found.number for found in books.imports()]
    chance.shuffle(numbers)  # type: ignore[attr-defined] # Hypothesis hides its own Random
    for number in numbers:
        books.undo(number)
    assert not any(dump().values())
    assert 0 == Import.objects.count()


@many
@given(an_import, st.integers(0, 5))
def test_an_import_stopped_anywhere_goes_on_to_the_same_end(
    either_store: Path, files: list[int], stop: int
) -> None:
    """The first pages written, then everything read once more (D2)."""
    emptied()
    done(files, "place")
    whole = dump()
    emptied()
    writer = Writer("place", "place")
    for file in files[:stop]:
        if file != 9:
            writer.write([content(file)])
    done(files, "place")
    assert whole == dump()
