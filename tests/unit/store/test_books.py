"""The books: pages of files, sightings of them, and what is taken back."""

from datetime import datetime
from pathlib import Path

import pytest
from django.db import IntegrityError

from stores import dump
from unload.errors import Problem
from unload.model.history import CheckIn, Session, Sport
from unload.store import books, history
from unload.store.books import Line, NoSuchImport, Writer
from unload.store.pages import Page

RUN = Session(datetime(2024, 11, 17, 8), Sport.RUN, 3000.0, distance_m=10000.0)
DAY = CheckIn(RUN.day, sleep=4.0)
ODD = Problem("a.csv line 3", "is no number.")


def page() -> Page:
    """What was read from one file; a new one, for its rows are kept as one database takes them."""
    return Page("a.csv", "aa", (RUN, DAY, ODD))


def kept(*pages: Page, place: str = "here") -> int:
    """The number of a finished import of some pages."""
    writer = Writer(place, "export")
    writer.write(pages)
    writer.finish((), 0, {})
    assert writer.number is not None
    return writer.number


def test_a_page_becomes_rows_and_a_line(either_store: Path) -> None:
    """A session, a check-in and a problem of one file."""
    number = kept(page())
    ((file, session),) = history.sessions()
    assert (RUN, [DAY]) == (session, history.check_ins())
    assert [Line("a.csv", file, True, 1, 1, (ODD,))] == list(books.lines(number))
    assert {"aa"} == books.digests()


def test_nothing_is_begun_before_there_is_something_new(either_store: Path) -> None:
    """Known pages, and pages of which nothing could be read, are held back until then."""
    kept(page())
    before = dump()
    writer = Writer("there", "export")
    known, bad = Page("b.csv", "aa", known=True), Page("c.csv", "", (ODD,))
    writer.write([known, bad])
    assert (None, before) == (writer.number, dump())
    assert [("b.csv", False, ()), ("c.csv", True, (ODD,))] == [
        (line.name, line.fresh, line.problems) for line in books.lines_of(writer.held)
    ]
    writer.write([Page("d.csv", "dd", (DAY,))])
    assert {"b.csv", "c.csv", "d.csv"} == {line.name for line in books.lines(writer.number or 0)}
    assert [] == writer.held


def test_one_content_under_two_names_is_kept_once(either_store: Path) -> None:
    """Both names are sightings; only the first brought it."""
    number = kept(page(), Page("b.csv", "aa", known=True))
    assert [True, False] == [line.fresh for line in books.lines(number)]
    assert 1 == len(history.sessions())


def test_a_name_that_is_in_the_import_already_is_passed_over(either_store: Path) -> None:
    """Reading on after a stop adds nothing twice, not even what has no digest."""
    writer = Writer("here", "export")
    bad = Page("c.csv", "", (ODD,))
    writer.write([page(), bad])
    again = Writer("here", "export")
    assert writer.number == again.number
    again.write([Page("a.csv", "aa", known=True), bad])
    assert 2 == len(list(books.lines(writer.number or 0)))


def test_two_writers_of_one_place_are_one_import(either_store: Path) -> None:
    """The second began before the first had written a page."""
    first, second = Writer("here", "export"), Writer("here", "export")
    first.write([page()])
    second.write([page()])
    first.finish((), 1, {"a picture": 2})
    second.finish((), 1, {"a picture": 2})
    assert first.number == second.number
    (one,) = books.imports()
    assert (1, {"a picture": 2}) == (one.covered, one.others)


def test_a_finished_import_is_not_gone_on_with(either_store: Path) -> None:
    """The next import of the same place is another one."""
    assert kept(page()) != kept(Page("b.csv", "bb", (DAY,)))


def test_a_long_list_of_pages_is_written_in_one_go(either_store: Path) -> None:
    """More names than one statement can carry."""
    kept(*(Page(f"{n}.fit", f"{n:x}") for n in range(1, 1203)))
    assert 1202 == len(books.digests())


def test_what_was_known_may_be_undone_meanwhile(either_store: Path) -> None:
    """A page that was not read because it was known cannot be written without it (C9)."""
    number = kept(page())
    writer = Writer("there", "export")
    writer.write([Page("n.csv", "nn", (DAY,))])
    books.undo(number)
    with pytest.raises(NoSuchImport, match="undone meanwhile"):
        writer.write([Page("a.csv", "aa", known=True)])


def test_an_import_that_is_gone_is_not_written_to(either_store: Path) -> None:
    """The writer learns of it at its next page (C9)."""
    writer = Writer("here", "export")
    writer.write([page()])
    books.undo(writer.number or 0)
    with pytest.raises(NoSuchImport, match="it stops here"):
        writer.write([Page("n.csv", "nn", (DAY,))])
    assert [] == dump()["files"]


def test_a_clash_with_another_writer_is_tried_again(
    either_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once is chance; what goes on failing is told."""
    real, calls = books._write, []

    def clash(number: int, pages: list[Page]) -> None:
        calls.append(number)
        if len(calls) == 1:
            raise IntegrityError
        real(number, pages)

    monkeypatch.setattr(books, "_write", clash)
    kept(page())
    assert 1 == len(history.sessions())

    def clash_always(*_: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(books, "_write", clash_always)
    with pytest.raises(IntegrityError):
        kept(Page("b.csv", "bb", (DAY,)), place="there")


def test_an_import_is_found_by_its_number(either_store: Path) -> None:
    """The newest first; what is not there is an error that says where to look."""
    one, two = kept(page()), kept(Page("b.csv", "bb", (DAY,)), place="there")
    assert [two, one] == [found.number for found in books.imports()]
    assert ("export", 0, {}) == (
        books.an_import(one).name, books.an_import(one).covered, books.an_import(one).others,
    )  # fmt: skip
    with pytest.raises(NoSuchImport, match="unload imports"):
        books.an_import(99)
