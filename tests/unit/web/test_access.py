"""Who may see what: the owner's notebook, and nothing for anybody else."""

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import RequestFactory

from pages import FEED_KEY, Site
from unload import web
from unload.model.history import Race
from unload.service.notebook import Notebook
from unload.web.access import NotVisible, for_bearer, for_everybody, for_owner, visible_to
from unload.web.models import Owner

ROOM = Path(web.__file__).parent


def test_the_owner_sees_their_notebook(site: Site) -> None:
    """On the day, in the units and with the race that they named."""
    found = visible_to(site.user)
    assert (date(2024, 11, 17), "km", "UTC") == (found.today, found.units, found.zone)
    assert Race(date(2025, 4, 21), 42195.0) == found.race
    assert (68, ("roller", "ball"), 12) == (
        found.person.weight_kg, found.person.tools, found.person.minutes,
    )  # fmt: skip


def test_nobody_else_sees_anything(site: Site) -> None:
    """Not a visitor, not another account; None is nobody's owner (S1, S4)."""
    for actor in (AnonymousUser(), User.objects.get(username="stranger"), User(username="new")):
        with pytest.raises(NotVisible):
            visible_to(actor)


def test_what_is_not_named_is_not_known(site: Site) -> None:
    """Half a race is none, and no tools said is not no tools."""
    Owner.objects.update(race_m=None, tools=None, zone="", stays_on=None)
    found = visible_to(site.user)
    assert (None, None, None) == (found.race, found.person.tools, found.zone)


def test_a_view_says_whom_it_is_for() -> None:
    """The declaration can be read from the view."""
    mine, anybody = for_owner("GET")(lambda *_: None), for_everybody("POST")(lambda *_: None)
    keyed = for_bearer("GET")(lambda *_: None)
    assert ("owner", ("GET",)) == (mine.access, mine.methods)
    assert ("everybody", ("POST",)) == (anybody.access, anybody.methods)
    assert ("bearer", ("GET",)) == (keyed.access, keyed.methods)


def test_whoever_has_to_sign_in_comes_back_to_the_page_they_asked_for(site: Site) -> None:
    """And not to what they sent, which nobody would send again."""
    assert "/sign-in/?next=%2Fweek%2F" == site.nobody.get("/week/").headers["Location"]
    assert "/sign-in/" == site.nobody.post("/week/accept/").headers["Location"]


def test_a_key_opens_the_notebook_of_its_owner(site: Site) -> None:
    """On the owner's day, to whoever has the key and to nobody who has another."""
    view = for_bearer("GET")(lambda _, notebook: notebook)
    asked = RequestFactory().get("/")
    assert visible_to(site.user) == view(asked, key=FEED_KEY)
    with pytest.raises(NotVisible):
        view(asked, key="another")


def test_a_notebook_is_opened_in_one_place_only() -> None:
    """No other module of the web makes one for itself (S3)."""
    makers = [
        path.name
        for path in sorted(ROOM.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Notebook"
    ]
    assert ["access.py"] == makers


def test_what_only_a_button_sends_says_so(site: Site) -> None:
    """A page loaded once more is no empty screen, and names the way that is open."""
    answer = site.owner.get("/week/accept/")
    assert (405, "POST") == (answer.status_code, answer.headers["Allow"])
    assert b"nothing was changed" in answer.content


def test_what_follows_is_noted_after_a_change_and_no_other_time(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading changes nothing, and neither does what was refused."""
    noted: list[Callable[[], Notebook]] = []
    monkeypatch.setattr("unload.web.noting.soon", noted.append)
    site.owner.get("/check-in/")
    assert 400 == site.owner.post("/check-in/", {}).status_code
    assert [] == noted
    assert 302 == site.owner.post("/check-in/", {"sleep": "4", "key": "k"}).status_code
    assert [site.notebook().owner] == [find().owner for find in noted]
