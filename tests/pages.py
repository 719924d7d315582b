"""The pages for tests: the demo's store, and clients for everybody who may knock."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stores import copied, database_of

MAKING = "from unload.web import serving, wsgi; wsgi.application; serving.make_demo()"
FEED_KEY = "f" * 43  # of the calendar feed
PASSWORD = "turn back early"


@dataclass
class Site:
    """A store with pages over it, and a client for each actor.

    `stranger` is signed in and owns nothing, `gone` is the owner's account after it was closed,
    `late` the owner when the session is over.
    """

    folder: Path
    nobody: Any
    stranger: Any
    owner: Any
    user: Any
    other: Any

    def gone(self) -> Any:
        """The owner's own client, once the account is closed."""
        type(self.user).objects.filter(pk=self.user.pk).update(is_active=False)
        return self.owner

    def late(self) -> Any:
        """The owner in a browser whose session has come to its end."""
        from django.contrib.sessions.models import Session  # noqa: PLC0415 # see stores

        made = client(self.user)
        over = datetime.now(UTC) - timedelta(seconds=1)
        Session.objects.filter(pk=made.session.session_key).update(expire_date=over)
        return made

    def notebook(self) -> Any:
        from unload.web.access import visible_to  # noqa: PLC0415 # brings Django, see stores

        return visible_to(self.user)


@pytest.fixture(scope="session")
def demo_template(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo, made in a process of its own or before this run, to be copied."""
    made: Path | None = request.config.getoption("--demo")
    return made or make_demo(tmp_path_factory.mktemp("demo"), "")


@pytest.fixture(scope="session")
def demo_postgres(postgres: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the server, with the demo's store on it."""
    import postgres as server  # noqa: PLC0415 # psycopg, which only these tests need

    make_demo(tmp_path_factory.mktemp("demo"), server.make_database(postgres, "demo"))
    return postgres


def make_demo(folder: Path, url: str) -> Path:
    """The demo in a store that is empty, in a process of its own so that no connection stays."""
    environment = os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": url}
    subprocess.run([sys.executable, "-c", MAKING], env=environment, check=True)
    return folder


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The demo's pages, on the database of this run."""
    for folder in copied(request, database_of(request), "demo"):
        with pages_over(folder, owned=True) as made:
            yield made


@pytest.fixture
def new_site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """Pages over an empty store, whose owner is there already."""
    for folder in copied(request, database_of(request), "empty"):
        with pages_over(folder, owned=False) as made:
            yield made


@contextmanager
def pages_over(folder: Path, *, owned: bool) -> Iterator[Site]:
    """The pages over the open store, with a key and a hasher that does not make tests wait.

    Nothing is noted a moment later: a test would be over by then. What another one sent is gone.
    """
    from unload.web import asked, noting, uploads  # noqa: PLC0415 # brings Django, see stores

    with pytest.MonkeyPatch.context() as patched, _settings():
        patched.setattr(noting, "soon", lambda find: None)
        patched.setattr(uploads, "_DESKS", {})
        # Django's client for tests names the request itself, past the application.
        patched.setattr("django.test.client.WSGIRequest", asked.Asked)
        yield _site(folder, owned=owned)


def _settings() -> Any:
    """The settings for it."""
    from django.conf import settings  # noqa: PLC0415 # brings Django, see stores
    from django.test import override_settings  # noqa: PLC0415 # the same

    settings.SECRET_KEY = "k" * 50  # not overridden: the empty one cannot be read and put back
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return override_settings(PASSWORD_HASHERS=hashers)


def _site(folder: Path, *, owned: bool) -> Site:
    from django.contrib.auth.models import User  # noqa: PLC0415 # brings Django, see stores

    from unload.service import notebook  # noqa: PLC0415 # the same
    from unload.web.feed_key import hashed  # noqa: PLC0415 # the same
    from unload.web.models import Feed, Owner  # noqa: PLC0415 # the same

    notebook.forget()  # another test's store may look the same by its numbers
    if not owned:
        Owner.objects.create(user=User.objects.create(username="runner"))
    Feed.objects.create(owner=Owner.objects.get(), hashed=hashed(FEED_KEY), since=datetime.now(UTC))
    user = Owner.objects.get().user
    user.set_password(PASSWORD)
    user.save()
    other = User.objects.create_user("stranger", password=PASSWORD)
    return Site(folder, client(), client(other), client(user), user, other)


def client(user: Any = None) -> Any:
    """A browser without a window, signed in as somebody or as nobody."""
    from django.test import Client  # noqa: PLC0415 # brings Django, see stores

    made = Client(SERVER_NAME="localhost")
    if user is not None:
        made.force_login(user)
    return made
