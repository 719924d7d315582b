"""The PDF: one tagged sheet, whose text can be read, and in which nothing of the runner's acts."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from hand_samples import STORY, WORDS, K, flagged, page
from unload.knowledge.figure import figures
from unload.model.hand_over import HandOver
from unload.model.specialist import Specialist
from unload.report.hand_over_pdf import ORDER, NoPdf, hand_over_pdf, sheet

LONG = replace(
    STORY, past="word " * 79, medication="word " * 79, tried=("word " * 79,) * 9, answered={}
)


def pdf(made: HandOver, paper: str = "a4") -> PdfReader:
    return PdfReader(BytesIO(hand_over_pdf(made, WORDS, K, figures(), paper)))


def read(made: HandOver) -> str:
    """The text of the one page, its lines joined."""
    (only,) = pdf(made).pages
    return " ".join(only.extract_text().split())


@pytest.mark.parametrize(
    "made",
    [page(2, 3), page(), flagged(), page(2, 3, story=LONG), page(3, region="ball-of-foot")],
)
def test_it_is_one_tagged_page(made: HandOver) -> None:
    """Whatever stands on it: short, empty, flagged, far too long."""
    found = pdf(made)
    root = found.trailer["/Root"]
    assert (1, True, "en") == (len(found.pages), root["/MarkInfo"]["/Marked"], root["/Lang"])
    assert "/StructTreeRoot" in root


def test_paper_comes_in_two_sizes() -> None:
    """A4 and letter, in points."""
    widths = [round(float(pdf(page(2), p).pages[0].mediabox.width)) for p in ("a4", "letter")]
    assert [595, 612] == widths


def test_code_in_own_words_is_printed() -> None:
    """Nothing is read, emphasised or run."""
    text = read(page(2, 3))
    assert STORY.goal.replace('"', "") in text.replace('"', "")
    assert '$x$ #panic("no") <script>alert(1)</script>' in text
    assert "root:" not in text


def test_the_template_cannot_read_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it taken over, nothing beside its own pictures would be in reach."""
    setting = typst.compile

    def taken_over(sources: dict[str, bytes], **more: object) -> bytes:
        here = Path(__file__)
        for place in (str(here), "/etc/hostname", "pyproject.toml", "../pyproject.toml"):
            code = f'#set document(title: "x")\n#read("{place}")'
            with pytest.raises(typst.TypstError, match=r"not found|escape"):
                setting({**sources, "main": code.encode()}, **more)
        return setting(sources, **more)

    monkeypatch.setattr(typst, "compile", taken_over)
    assert hand_over_pdf(page(2), WORDS, K, figures()).startswith(b"%PDF")


def test_nothing_is_attached() -> None:
    """No file, no script, no action inside."""
    made = hand_over_pdf(page(2), WORDS, K, figures())
    assert [] == [x for x in (b"/EmbeddedFile", b"/JavaScript", b"/Launch") if x in made]


def test_a_flag_stands_above_all() -> None:
    """The massage is told that there is none yet, and nothing may be pressed."""
    text = read(flagged(Specialist.MASSAGE))
    assert "No massage yet" in text
    assert "Not to be pressed today." in text
    assert "May be pressed" not in text


def test_a_massage_waits_for_open_questions() -> None:
    """What could stop is there to be ticked; with every no it may be pressed."""
    unanswered = replace(STORY, answered={})
    waiting = read(page(2, 3, story=unanswered, reader=Specialist.MASSAGE))
    assert "only once the open questions" in waiting
    assert "May be pressed" in read(page(2, 3, reader=Specialist.MASSAGE))
    hidden = read(page(2, 3, story=unanswered))
    assert "Left open until the questions" in hidden


def test_each_reader_has_an_order() -> None:
    """And nothing that is printed stands on a page twice."""
    assert set(Specialist) == set(ORDER)
    twice = [r for r, parts in ORDER.items() if len(sum(parts, ())) != len(set(sum(parts, ())))]
    assert [] == twice


def test_what_was_not_asked_is_said() -> None:
    """No question at all, and nothing tried."""
    bare = page(story=replace(STORY, answered={}, tried=()))
    made = sheet(bare, WORDS, K, ("front",), "a4")
    groups = [part["groups"][0]["lines"][0] for part in (*made["left"], *made["beside"])]
    assert ["No question was asked.", "Nothing was written down."] == groups


def test_without_its_part_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """One kind sentence instead of a traceback."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoPdf, match=r"unload\[pdf\]"):
        hand_over_pdf(page(2), WORDS, K, figures())
