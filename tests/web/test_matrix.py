"""Who gets what: every route, every method, every actor; a route that is not in the table fails."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection
from django.urls import URLPattern, reverse

from pages import FEED_KEY, Site
from unload.web.models import Feed
from unload.web.urls import urlpatterns

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@dataclass(frozen=True)
class Route:
    """Whom a route is for, and what the owner gets for each method it answers, nothing sent."""

    access: str
    answers: dict[str, int]
    words: dict[str, Any] = field(default_factory=dict)


IMPORT = {"number": 1}
RUN = {"number": 1}
DAY = {"day": "2024-11-17"}
KEY = {"number": 1}
TABLE = {
    "today": Route("owner", {"GET": 200}),
    "check_in": Route("owner", {"GET": 200, "POST": 400}),
    "away": Route("everybody", {"GET": 200}),
    "queued": Route("owner", {"POST": 400}),
    "week": Route("owner", {"GET": 200}),
    "accept": Route("owner", {"POST": 302}),
    "move": Route("owner", {"POST": 302}),
    "give_back": Route("owner", {"POST": 400}),
    "calendar": Route("owner", {"GET": 200}),
    "workouts": Route("owner", {"GET": 200}),
    "workout": Route("owner", {"GET": 200}, RUN),
    "new_feed": Route("owner", {"POST": 200}),
    "stop_feed": Route("owner", {"POST": 302}),
    "feed": Route("bearer", {"GET": 200}, {"key": FEED_KEY}),
    "body": Route("owner", {"GET": 200, "POST": 302}),
    "hand_over": Route("owner", {"GET": 200}),
    "hand_over_json": Route("owner", {"GET": 200}),
    "work_it_out": Route("owner", {"GET": 200, "POST": 400}),
    "worked": Route("owner", {"POST": 400}),
    "doubts": Route("owner", {"GET": 200}),
    "why": Route("owner", {"GET": 200}),
    "numbers": Route("owner", {"GET": 200}),
    "history": Route("owner", {"GET": 200}),
    "year": Route("owner", {"GET": 200}),
    "told": Route("owner", {"GET": 200}),
    "told_day": Route("owner", {"GET": 200}, DAY),
    "imports": Route("owner", {"GET": 200, "POST": 400}),
    "progress": Route("owner", {"GET": 200}),
    "begin": Route("owner", {"POST": 400}),
    "portion": Route("owner", {"POST": 400}),
    "read": Route("owner", {"POST": 400}),
    "drop": Route("owner", {"POST": 302}),
    "clock": Route("owner", {"POST": 400}),
    "an_import": Route("owner", {"GET": 200}, IMPORT),
    "undo_import": Route("owner", {"POST": 302}, IMPORT),
    "me": Route("owner", {"GET": 200, "POST": 400}),
    "new_password": Route("owner", {"GET": 200, "POST": 400}),
    "codes": Route("owner", {"GET": 200}),
    "begin_codes": Route("owner", {"POST": 400}),
    "confirm_codes": Route("owner", {"POST": 400}),
    "renew_codes": Route("owner", {"POST": 400}),
    "stop_codes": Route("owner", {"POST": 400}),
    "passkeys": Route("owner", {"GET": 200}),
    "begin_passkey": Route("owner", {"POST": 400}),
    "add_passkey": Route("owner", {"POST": 400}),
    "remove_passkey": Route("owner", {"POST": 302}, KEY),
    "sign_out_everywhere": Route("owner", {"POST": 302}),
    "take_along": Route("owner", {"GET": 200}),
    "go_on": Route("owner", {"GET": 200, "POST": 400}),
    "erase": Route("owner", {"GET": 200, "POST": 400}),
    "sign_in": Route("everybody", {"GET": 200, "POST": 400}),
    "second_step": Route("everybody", {"GET": 200, "POST": 400}),
    "by_passkey": Route("everybody", {"POST": 400}),
    "ask_passkey": Route("everybody", {"POST": 200}),
    "sign_out": Route("everybody", {"POST": 302}),
    "start": Route("everybody", {"GET": 200, "POST": 400}),
}


def expected(route: Route, method: str, actor: str) -> int:
    """What an actor gets: the owner's pages are not there for anybody else.

    A key opens its page to whoever has it, as long as the account is open.
    """
    read = "GET" if method == "HEAD" else method
    if route.access == "bearer":
        return 404 if actor == "gone" else route.answers.get(read, 405)
    if route.access == "everybody" or actor == "owner":
        return route.answers.get(read, 405)
    return 404 if actor == "stranger" else 302


def asked(client: Any, method: str, route: URLPattern) -> Any:
    path = reverse(str(route.name), kwargs=TABLE[str(route.name)].words)
    return getattr(client, method.lower())(path)


def routes() -> Iterator[URLPattern]:
    for route in urlpatterns:
        assert isinstance(route, URLPattern), "an included list of routes would not be tested"
        yield route


def test_every_route_is_declared_here_and_by_its_view() -> None:
    """The table, the URLs and the views say the same."""
    assert set(TABLE) == {str(route.name) for route in routes()}
    for route in routes():
        told = TABLE[str(route.name)]
        view: Any = route.callback
        assert (told.access, set(told.answers)) == (view.access, set(view.methods)), route.name


@pytest.mark.parametrize("route", list(routes()), ids=lambda route: str(route.name))
def test_everybody_gets_what_the_table_says(site: Site, route: URLPattern) -> None:
    """Nobody, closed accounts and sessions that are over are sent to the door; a stranger finds
    nothing there (S1, S16, S17).
    """
    for actor in ("nobody", "stranger", "late", "owner", "gone"):
        made = getattr(site, actor)() if actor in ("late", "gone") else getattr(site, actor)
        for method in METHODS:
            if TABLE[str(route.name)].access == "everybody" and actor == "gone":
                continue  # signing out has changed who that is
            if actor == "owner":
                made.force_login(site.user)  # signing out everywhere too
            wanted = expected(TABLE[str(route.name)], method, actor)
            found = asked(made, method, route).status_code
            assert wanted == found, f"{actor} {method} {route.name}"


@pytest.mark.parametrize("name", [n for n, r in TABLE.items() if r.access == "owner"])
def test_a_stranger_learns_nothing(site: Site, name: str) -> None:
    """What is not theirs looks to them as what does not exist (S1)."""
    route = next(route for route in routes() if route.name == name)
    method = next(iter(TABLE[name].answers))
    nowhere = site.stranger.get("/no-such-page/")
    assert nowhere.content == asked(site.stranger, method, route).content


@pytest.mark.parametrize("name", [n for n, r in TABLE.items() if r.access == "bearer"])
def test_another_key_finds_nothing_whoever_has_it(site: Site, name: str) -> None:
    """It looks to everybody as what does not exist, and so does any key once it is turned off."""
    nowhere = site.nobody.get("/no-such-page/").content

    def found(key: str) -> set[tuple[int, bytes]]:
        path = reverse(name, kwargs={"key": key})
        clients = (site.nobody, site.stranger, site.owner)
        asked = [getattr(c, m.lower())(path) for c in clients for m in METHODS if m != "HEAD"]
        return {(answer.status_code, answer.content) for answer in asked}

    for key in ("x", FEED_KEY[:-1], f"{FEED_KEY}f", FEED_KEY.upper()):
        assert {(404, nowhere)} == found(key)
    Feed.objects.all().delete()
    assert {(404, nowhere)} == found(FEED_KEY)


@pytest.mark.parametrize("name", [n for n, r in TABLE.items() if "GET" in r.answers])
def test_reading_writes_nothing(site: Site, name: str) -> None:
    """A GET changes no row, so that a link can do no harm (S18)."""
    route = next(route for route in routes() if route.name == name)
    written: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.lstrip().split()[0].upper() in ("INSERT", "UPDATE", "DELETE", "REPLACE"):
            written.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        assert 200 == asked(site.owner, "GET", route).status_code
    assert [] == written


def test_a_form_from_elsewhere_is_refused(site: Site) -> None:
    """Without the token of our own page nothing that is sent is taken (S18)."""
    from django.test import Client  # noqa: PLC0415 # beside its one use

    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    strict.force_login(site.user)
    for route in routes():
        if "POST" in TABLE[str(route.name)].answers:
            answer = asked(strict, "POST", route)
            assert (403, True) == (answer.status_code, b"That was not taken." in answer.content)


def test_another_name_of_this_machine_is_refused(site: Site) -> None:
    """S26: pages and files answer under our names alone, whatever a stranger's DNS says."""
    for path in ("/sign-in/", "/week/", "/static/unload.css"):
        assert 400 == site.owner.get(path, headers={"host": "evil.example"}).status_code, path
