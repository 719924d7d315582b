"""Hand-over: one page for each reader, with what was found and tried; without PDF it says so."""

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from pages import Site
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.report import hand_over_pdf
from unload.store import worked
from unload.web import body
from unload.web.models import Owner


def test_the_page_has_what_was_found_and_tried(site: Site) -> None:
    """For a physio where nothing else is said; the sessions on the spot and the self-test."""
    site.owner.post("/body/", {"screen": ["heel-raise"], "heel-raise-left": "12"})
    worked.add("", [Worked(site.notebook().today, "calf", Side.LEFT, 5, 2)], [])
    answer = site.owner.get("/body/hand-over.json")
    told = json.loads(answer.content)
    assert ("physio", None) == (told["reader"], told["name"])
    assert 1 == len(told["tested"])
    assert told["tried"]["record"]
    assert 'filename="hand-over.json"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(("units", "width"), [("km", 595), ("mi", 612)])
def test_it_is_a_pdf_on_the_runner_s_paper(site: Site, units: str, width: int) -> None:
    """A4, or Letter for those who count in miles."""
    pytest.importorskip("typst", reason="the part that sets PDFs is not installed")
    Owner.objects.update(units=units)
    answer = site.owner.get("/body/hand-over.pdf?for=doctor")
    assert ("application/pdf", b"%PDF-") == (answer.headers["Content-Type"], answer.content[:5])
    assert [width] == [int(p.mediabox.width) for p in PdfReader(BytesIO(answer.content)).pages]
    assert b'href="/body/hand-over.pdf?for=doctor"' in site.owner.get("/body/").content


def test_where_no_pdf_can_be_set_it_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Body leads to the JSON, and whoever asks all the same gets a sentence."""

    def missing(*_: object) -> object:
        raise hand_over_pdf.NoPdf

    monkeypatch.setattr("unload.web.hand_over.hand_over_pdf", missing)
    monkeypatch.setattr(body, "sets_pages", lambda: False)
    answer = site.owner.get("/body/hand-over.pdf")
    assert (501, True) == (answer.status_code, b"unload[pdf]" in answer.content)
    page = site.owner.get("/body/").content
    assert (True, True) == (b"unload[pdf]" in page, b"/body/hand-over.json?for=massage" in page)


def test_for_nobody_else(site: Site) -> None:
    """A reader that is none is refused."""
    assert 400 == site.owner.get("/body/hand-over.json?for=coach").status_code
