"""Why: reasons, limits, and the constants behind them with their sources."""

import re
from dataclasses import replace

import pytest

from pages import Site
from proof_samples import AUDIT
from unload import service
from unload.model.advice import VerdictKind
from unload.model.proof import Audit
from unload.service.notebook import Notebook


def test_the_reasons_and_their_numbers_are_there(site: Site) -> None:
    """Each constant that a reason compared with, once."""
    page = site.owner.get("/why/").content.decode()
    for text in ("Not known", "Would change", "Rests on", "Sources"):
        assert text in page
    names = re.findall(r'class="key">([^<]+)<', page)
    assert ("spot days min" in names, len(names)) == (True, len(set(names)))


def test_all_numbers_are_listed(site: Site) -> None:
    """Every constant of the science once, each with its grade."""
    page = site.owner.get("/why/numbers/").content.decode()
    assert len(service.constants()) == page.count('<details class="number">')


def test_the_own_year_is_told_with_its_counts(site: Site) -> None:
    """Every week that had an answer, newest first, with how many there were of each kind."""
    page = site.owner.get("/why/year/").content.decode()
    told = site.notebook().year()
    answered = [week for week in told.weeks if week.kind is not VerdictKind.NOT_ENOUGH_DATA]
    mondays = re.findall(r'<th scope="row">([\d-]+)</th>', page)
    assert [week.first_day.isoformat() for week in reversed(answered)] == mondays
    assert f"Of the {told.asked} advised weeks" in page
    assert f"of the {told.others} others" in page
    assert "not over yet" in page


def test_what_a_week_does_not_tell_is_said_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, where a terminal leaves a hole."""
    unknown = replace(AUDIT.weeks[0], run_m=None, usual_m=None, volume=None)
    monkeypatch.setattr(Notebook, "year", lambda _: replace(AUDIT, weeks=(unknown,)))
    page = site.owner.get("/why/year/").content.decode()
    assert 3 == page.count('<span class="muted">not known</span>')


def test_a_year_of_nothing_is_one_sentence(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """No empty table, nothing that looks like a finding."""
    monkeypatch.setattr(Notebook, "year", lambda _: Audit((), 0, 0, None, None, None, ""))
    page = site.owner.get("/why/year/").content.decode()
    assert "There is no whole week of yours" in page
    assert "<table" not in page
