"""Visits to the pages: many odd requests to one store, and whether its pages still open."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Thread
from time import perf_counter
from typing import Any
from unittest.mock import patch

from fuzzing.askings import Asking, asking, forms, kept, wrong
from pages import Site
from unload.errors import UnloadError

# After something was kept, each of these must open, whatever it was.
MAIN = ("/", "/check-in/", "/week/", "/body/", "/me/")
WELL = frozenset((200, 302))  # 302: the door, where the account or its password is another now


@dataclass
class Visit:
    """What became of so many requests."""

    answered: Counter[int] = field(default_factory=Counter)
    changes: int = 0
    slowest_s: float = 0.0
    slowest: str = ""
    faults: list[str] = field(default_factory=list)


def patterns() -> list[str]:
    """The addresses of all routes, as they are declared."""
    from unload.web.urls import urlpatterns  # noqa: PLC0415 # brings Django, see tests/pages.py

    return [str(route.pattern) for route in urlpatterns]


def open_pages() -> list[str]:
    """The addresses of the pages that need no word and no file."""
    from unload.web.urls import urlpatterns  # noqa: PLC0415 # the same

    found = ((str(route.pattern), route.callback) for route in urlpatterns)
    return [f"/{at}" for at, view in found if "GET" in view.methods and "<" not in at]


def visit(site: Site, known: dict[str, Any], seed: int, number: int, cases: int) -> Visit:
    """So many requests to one store; the same numbers give the same ones."""
    found, rng, routes = Visit(), Random(f"{seed} {number}"), patterns()
    before: Any = kept()
    tickets = {actor: _ticket(getattr(site, actor)) for actor in ("owner", "stranger")}
    for case in range(cases):
        asked = asking(routes, known, rng)
        told = list(answered(site, asked, before, found))
        after = kept()
        if before != after:
            found.changes += 1
            told += still_open(site, rng.choice(MAIN))
        before = after
        _back_in(site, tickets)
        found.faults += [f"visit {number} of seed {seed}, case {case}: {asked}: {t}" for t in told]
    return found


def _ticket(client: Any) -> str:
    return str(client.cookies["unload_session"].value)


def _back_in(site: Site, tickets: dict[str, str]) -> None:
    """Sign in again whoever was signed out, or is somebody else by now."""
    for actor, user in (("owner", site.user), ("stranger", site.other)):
        client = getattr(site, actor)
        if _ticket(client) != tickets[actor]:
            client.cookies.clear()
            client.force_login(user)
            tickets[actor] = _ticket(client)


def answered(site: Site, asked: Asking, before: object, found: Visit) -> Iterator[str]:
    """What is wrong with the answer to one request."""
    began = perf_counter()
    try:
        answer = asked.sent_to(site)
    except Exception as error:  # noqa: BLE001 # the very thing that is looked for
        yield f"raised {type(error).__name__}: {str(error)[:200]}"
        return
    took_s = perf_counter() - began
    if took_s > found.slowest_s:
        found.slowest_s, found.slowest = took_s, str(asked)
    found.answered[answer.status_code] += 1
    yield from wrong(asked, answer, before, kept())


def still_open(site: Site, page: str) -> Iterator[str]:
    """Whether a page opens after what was kept."""
    try:
        status = site.owner.get(page).status_code
    except Exception as error:  # noqa: BLE001 # as above
        yield f"after it {page} raised {type(error).__name__}: {str(error)[:200]}"
        return
    if status not in WELL:
        yield f"after it {page} answered {status}"


def known_forms(site: Site) -> dict[str, Any]:
    """Every form of the demo's pages."""
    return forms(site, [*open_pages(), "/imports/1/"])


@contextmanager
def nothing_read() -> Iterator[None]:
    """Uploads are taken and put aside, and not read: readers are tried by themselves."""
    with (
        patch("unload.web.uploads.Thread", _AtOnce),
        patch("unload.service.notebook.Notebook.bring", _refused),
    ):
        yield


class _AtOnce(Thread):
    """A thread that has ended when it has begun."""

    def start(self) -> None:
        self.run()


def _refused(*_: object) -> None:
    raise UnloadError("not read")
