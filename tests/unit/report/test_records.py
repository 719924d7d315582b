"""What an import did, on a terminal."""

import io
from dataclasses import replace

import pytest
from rich.console import Console, RenderableType

from import_samples import ODD, Import, Kept, Preview
from unload.errors import Problem
from unload.report.records import SHOWN_PROBLEMS, imported, listed, previewed


def shown(what: RenderableType) -> str:
    """What the terminal shows."""
    out = io.StringIO()
    Console(file=out, width=120, color_system=None).print(what)
    return " ".join(out.getvalue().split())


def test_the_books_are_shown_balanced() -> None:
    """Seen is the sum of its three parts; files by what became of them; how long it took."""
    text = shown(imported(Import()))
    for part in (
        "export.zip: import 7",
        "5 seen = 2 imported + 2 duplicates + 1 set aside",
        "check-ins 4",
        "1 imported, 1 known already, 6 told by a table beside them",
        "9 x a picture",
        "4 s, 1 activity a second",
        "- a[b].csv line 3: is no number; write 10.5",
        "What is set aside counts nowhere. Correct it where it was recorded",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("told", "headline"),
    [
        (replace(Import(), number=None), "nothing new, so nothing was written"),
        (replace(Import(), number=None, useless=True), "nothing that could be kept, so nothing"),
        (replace(Import(), finished=False), "import 7, stopped; import the same path to go on"),
        (replace(Import(), resumed=True), "import 7, went on where it had stopped"),
    ],
)
def test_the_headline_says_how_it_went(told: Import, headline: str) -> None:
    """New, nothing new, stopped, gone on."""
    assert f"export.zip: {headline}" in shown(imported(told))


def test_what_is_nothing_has_no_line() -> None:
    """No activity, no check-in, no picture, no clock: no line."""
    text = shown(imported(replace(Import(), seen=0, check_ins=0, others={}, took_s=0.0, covered=0)))
    words = ("activities", "check-ins", "besides", "took", "told by a table")
    assert [] == [word for word in words if word in text]


def test_a_long_import_is_timed_in_minutes() -> None:
    """Nobody reads 280 s."""
    assert "took 5 min" in shown(imported(replace(Import(), took_s=280.0)))


def test_the_whole_import_names_every_file_and_problem() -> None:
    """Without it a long list of problems is cut and says so."""
    odd = tuple(replace(ODD, message=f"is odd {n}") for n in range(SHOWN_PROBLEMS + 3))
    many = replace(Import(), problems=odd)
    assert "and 3 more; --json tells all." in shown(imported(many))
    whole = shown(imported(many, whole=True))
    assert "more;" not in whole
    assert "known b.csv 1 activity" in whole
    assert "imported a[b].csv 3 activities" in whole


def test_the_list_says_which_import_was_stopped() -> None:
    """Number, moment, name, and what to do."""
    text = shown(listed([Kept()]))
    assert text.startswith(("7 2024-11-17", "7 2024-11-18"))
    assert "export.zip stopped; import the same path to go on" in text
    assert "stopped" not in shown(listed([replace(Kept(), finished_at=Kept().started_at)]))
    assert "unload import PATH" in shown(listed([]))


def test_what_was_assumed_is_said() -> None:
    """On the screen; nothing where nothing was."""
    note = "Days are told by the time zone of this machine (Mars); --zone NAME says another."
    assert "Days are told by" in shown(imported(replace(Import(), notes=(note,))))
    assert "Days are told by" not in shown(imported(Import()))


def test_i52_a_preview_says_whose_training_it_looks_like() -> None:
    """Fault I52: runs, days and names before the books, and that nothing was written."""
    text = shown(previewed(Preview()))
    assert "export.zip: what an import would do; nothing was written" in text
    assert "new 812 runs, 7912 km, from 2019-01-02 to 2024-11-02" in text
    assert "of sam" in text
    bare = shown(previewed(Preview(runs=0, run_km=0.0, first=None, last=None, runners=())))
    assert "new 0 runs, 0 km activities" in bare
    assert "of  " not in bare


def test_problems_of_one_kind_and_file_share_a_line() -> None:
    """Fifty rows of zero seconds are one remark; asked for file by file, each is named."""
    odd = [Problem(f"r.csv line {n}", "lasts zero seconds.") for n in (3, 7, 9)]
    told = replace(Import(), problems=(*odd, Problem("r.csv", "lasts zero seconds.")))
    text = shown(imported(told))
    assert "- r.csv line 3 and 3 more of the file: lasts zero seconds." in text
    assert "r.csv line 9" not in text
    assert "- r.csv line 9: lasts zero seconds." in shown(imported(told, whole=True))


def test_the_pace_is_told_in_what_there_was_more_of() -> None:
    """Ten thousand rows in one file are not one file a second."""
    assert "4 s, 1 activity a second" in shown(imported(Import()))
    few = replace(Import(), seen=1, took_s=0.5)
    assert "0.5 s, 4 files a second" in shown(imported(few))


def test_what_to_do_next_is_said_where_something_was_kept() -> None:
    """The answer, the list, and the way back; not where there is nothing to take back."""
    said = "unload week answers from it now. unload imports 7 shows it file by file"
    assert said in shown(imported(Import()))
    nothing = replace(Import(), files=())
    assert "Nothing in it counts. unload imports 7 shows" in shown(imported(nothing))
    for told in (
        replace(Import(), finished=False), replace(Import(), number=None),
        replace(Import(), useless=True),
    ):  # fmt: skip
        assert "takes it back" not in shown(imported(told))
