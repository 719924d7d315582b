"""The pages for tests: the demo's store, and clients for everybody who may knock."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stores import open_copy

MAKING = "from unload.web import serving, wsgi; wsgi.application; serving.make_demo()"
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
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo, made in a process of its own, to be copied."""
    folder = tmp_path_factory.mktemp("demo")
    environment = os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": ""}
    subprocess.run([sys.executable, "-c", MAKING], env=environment, check=True)
    return folder


@pytest.fixture
def site(demo_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The demo's pages."""
    for folder in open_copy(demo_template, tmp_path, "", monkeypatch):
        with _settings():
            yield _site(folder, owned=True)


@pytest.fixture
def new_site(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Site]:
    """Pages over an empty store, whose owner is there already."""
    for folder in open_copy(sqlite_template, tmp_path, "", monkeypatch):
        with _settings():
            yield _site(folder, owned=False)


def _settings() -> Any:
    """A key to sign with, and a hasher that does not make tests wait."""
    from django.conf import settings  # noqa: PLC0415 # brings Django, see stores
    from django.test import override_settings  # noqa: PLC0415 # the same

    settings.SECRET_KEY = "k" * 50  # not overridden: the empty one cannot be read and put back
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return override_settings(PASSWORD_HASHERS=hashers)


def _site(folder: Path, *, owned: bool) -> Site:
    from django.contrib.auth.models import User  # noqa: PLC0415 # brings Django, see stores

    from unload.web.models import Owner  # noqa: PLC0415 # the same

    if not owned:
        Owner.objects.create(user=User.objects.create(username="runner"))
    user = Owner.objects.get().user
    user.set_password(PASSWORD)
    user.save()
    other = User.objects.create_user("stranger", password=PASSWORD)
    return Site(folder, client(), client(other), client(user), user)


def client(user: Any = None) -> Any:
    """A browser without a window, signed in as somebody or as nobody."""
    from django.test import Client  # noqa: PLC0415 # brings Django, see stores

    made = Client(SERVER_NAME="localhost")
    if user is not None:
        made.force_login(user)
    return made
