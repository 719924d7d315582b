"""The PDF: one tagged sheet, whose text can be read, and in which nothing of the runner's acts."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

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
    return PdfReader(BytesIO(hand_over_pdf(made, WORDS, K, figures(), paper).made))


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
    assert found.metadata is not None
    assert "Hand-over from a runner" == found.metadata.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    parts = structure(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= {part["/S"] for part in parts if "/S" in part}
    pictures = [part for part in parts if part.get("/S") == "/Figure"]
    assert [] == [picture for picture in pictures if not picture.get("/Alt")]
    assert len(pictures) >= 2


def structure(node: Any) -> list[Any]:
    """Every part of a tagged page, from its root."""
    here = node.get_object()
    if not isinstance(here, dict):
        return []
    kids = here.get("/K", [])
    every = kids if isinstance(kids, list) else [kids]
    return [here, *(part for kid in every for part in structure(kid))]


def test_paper_comes_in_two_sizes() -> None:
    """A4 and letter, in points."""
    widths = [round(float(pdf(page(2), p).pages[0].mediabox.width)) for p in ("a4", "letter")]
    assert [595, 612] == widths


def test_code_in_own_words_is_printed() -> None:
    """Nothing is read, emphasised or run (S21)."""
    text = read(page(2, 3))
    assert STORY.goal.replace('"', "") in text.replace('"', "")
    assert '$x$ #panic("no") <script>alert(1)</script>' in text
    assert "root:" not in text


def test_the_template_cannot_read_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it taken over, nothing beside its own pictures would be in reach (S21)."""
    setting = typst.compile

    def taken_over(sources: dict[str, bytes], **more: object) -> bytes:
        here = Path(__file__)
        for place in (str(here), "/etc/hostname", "pyproject.toml", "../pyproject.toml"):
            code = f'#set document(title: "x")\n#read("{place}")'
            with pytest.raises(typst.TypstError, match=r"not found|escape"):
                setting({**sources, "main": code.encode()}, **more)
        return setting(sources, **more)

    monkeypatch.setattr(typst, "compile", taken_over)
    assert hand_over_pdf(page(2), WORDS, K, figures()).made.startswith(b"%PDF")


def test_nothing_is_attached() -> None:
    """No file, no script, no action inside (S21)."""
    made = hand_over_pdf(page(2), WORDS, K, figures()).made
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


NAMES = "Łukasz Çelik, Дмитро, Ελένη"


def test_names_of_europe_are_shown_by_our_own_fonts() -> None:
    """No letter is lost, and nothing of the machine's is needed."""
    made = page(2, story=replace(STORY, name=NAMES))
    sheet_made = hand_over_pdf(made, WORDS, K, figures())
    assert "" == sheet_made.unshown
    assert NAMES in read(made)


def test_a_letter_without_a_shape_is_told_and_never_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's fonts are asked next; what they lack too becomes a question mark."""
    setting, asked = typst.compile, []

    def poor_machine(*sources: object, ignore_system_fonts: bool, **more: object) -> bytes:
        asked.append(ignore_system_fonts)
        return setting(*sources, ignore_system_fonts=True, **more)  # type: ignore[call-overload] # as ours

    monkeypatch.setattr(typst, "compile", poor_machine)
    made = page(2, story=replace(STORY, name="王小明 (Sam)", goal="王"))
    sheet_made = hand_over_pdf(made, WORDS, K, figures())
    assert set("王小明") == set(sheet_made.unshown)
    assert [True, False] == asked[:2]
    (only,) = PdfReader(BytesIO(sheet_made.made)).pages
    assert "??? (Sam)" in only.extract_text()


def test_another_refusal_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only letters are mended."""

    def broken(*_: object, **__: object) -> bytes:
        raise typst.TypstError("out of paper")

    monkeypatch.setattr(typst, "compile", broken)
    with pytest.raises(typst.TypstError, match="out of paper"):
        hand_over_pdf(page(2), WORDS, K, figures())


def test_a_massage_reads_that_nothing_stands_against_it() -> None:
    """Every question that would stop it was answered with no."""
    assert "would stop a massage was answered with no" in read(
        page(2, 3, reader=Specialist.MASSAGE)
    )
