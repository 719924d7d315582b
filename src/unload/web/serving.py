"""Serve the pages: open the store, make the tables, let the owner in, answer until Ctrl-C."""

from __future__ import annotations

import errno
import gc
import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from waitress.server import create_server

from unload.errors import UnloadError
from unload.service import demos, notebook
from unload.service.uploads import waiting_room
from unload.web import noting
from unload.web.access import visible_to
from unload.web.asked import Application
from unload.web.models import Owner
from unload.web.one_time_code import CODE
from unload.web.secret import secret_in
from unload.web.taking_in import Channel
from unload.web.uploads import begin_anew

NAME, HOST, HOST_6, THREADS = "localhost", "127.0.0.1", "::1", 4
DEMO, DEMO_NAME, DEMO_RUNNER = "demo", "runner", "sore"
DEMO_PASSWORD_BYTES = 9
DEMO_DAYS = 8  # of which the made-up runner was told something
LARGEST_UPLOAD = 4 * 1024**3
Tell = Callable[[str], None]


def prepare() -> Callable[..., Any]:
    """The application, with the store open, every table made and the key of this folder."""
    if settings.ROOT_URLCONF != "unload.web.urls":
        raise UnloadError("Another Django project is open in this program; serve from a new one.")
    notebook.open_store()
    settings.SECRET_KEY = secret_in(notebook.data_folder())
    notebook.make_tables()
    begin_anew()
    settings.FILE_UPLOAD_TEMP_DIR = tempfile.tempdir = str(waiting_room())
    import_module(settings.ROOT_URLCONF)  # every page now, not while somebody waits for the first
    # What is loaded stays: whoever waits while rubbish is looked for need not wait for all of that.
    gc.collect()
    gc.freeze()
    return Application()


def serve(port: int, tell: Tell, *, new_password: bool = False) -> None:
    """Answer on this machine alone until it is stopped."""
    application = prepare()
    with _listening(application, port) as (server, address):
        tell(f"Unload is at {address}")
        if new_password or not Owner.objects.exists():
            tell(f"Open {address}/start/ and type this code: {CODE.issue()}")
        _run(server, tell)


def serve_demo(port: int, tell: Tell) -> None:
    """The same for a made-up runner, in a data folder of its own and with a password of its own."""
    folder = notebook.data_folder() / DEMO
    os.environ["UNLOAD_DATA"] = str(folder)
    application = prepare()
    password = make_demo()
    with _listening(application, port) as (server, address):
        tell(f"Unload is at {address}, with the record of a made-up runner.")
        tell(f"Sign in as {DEMO_NAME} with the password {password}")
        _run(server, tell)


def make_demo() -> str:
    """Fill the open store with the demo's record, once; a new password at each start."""
    demo, password = demos.demo_of(DEMO_RUNNER), secrets.token_urlsafe(DEMO_PASSWORD_BYTES)
    user, _ = User.objects.get_or_create(username=DEMO_NAME)
    user.set_password(password)
    user.save()
    Owner.objects.get_or_create(user=user, defaults=_demo_owner(demo))
    book = visible_to(user)
    if not book.imports():
        with demos.demo_files(DEMO_RUNNER) as folder:
            book.bring(folder, _silent)
        book.answer_flags(demo.history.runner.answered)
        for ago in range(DEMO_DAYS - 1, -1, -1):
            noting.note(book.on(demo.today - timedelta(days=ago)))
    return password


def _demo_owner(demo: demos.Demo) -> dict[str, Any]:
    """What the made-up runner says of themselves, on the day on which the demo stays."""
    person, race = demo.history.runner, demo.history.race
    about = {name: getattr(person, name) for name in ("weight_kg", "hr_rest", "hr_max", "minutes")}
    ahead = {} if race is None else {"race_day": race.day, "race_m": race.distance_m}
    tools = list(person.tools or ())
    return {**about, **ahead, "tools": tools, "zone": "UTC", "stays_on": demo.today}


def _silent(_done: int, _total: int, _name: str) -> None:
    """Nobody watches."""


@contextmanager
def _listening(application: Callable[..., Any], port: int) -> Iterator[tuple[Any, str]]:
    """The server on its port, and its address; it is closed in the end."""
    try:
        door = socket.create_server((HOST, port))
    except OSError as error:
        says = f"Port {port} cannot be used ({error.strerror}); name another with --port."
        raise UnloadError(says) from error
    with ExitStack() as doors:
        doors.enter_context(door)
        port = door.getsockname()[1]
        other, name = _other_door(port)
        if other is not None:
            doors.enter_context(other)
        listening: dict[int, Any] = {}
        server = create_server(
            application, listening, sockets=[door, *filter(None, [other])], threads=THREADS,
            ident="unload", max_request_body_size=LARGEST_UPLOAD,
        )  # fmt: skip
        for one in listening.values():
            one.channel_class = Channel
        try:
            yield server, f"http://{name}:{port}"
        finally:
            server.close()


def _other_door(port: int) -> tuple[socket.socket | None, str]:
    """The same port of this machine's other number, and the name by which to speak of both.

    Passkeys belong to a name. Where another program has that port there, the name could lead to
    it, so the number stands.
    """
    try:
        return socket.create_server((HOST_6, port), family=socket.AF_INET6), NAME
    except OSError as error:
        return None, HOST if error.errno == errno.EADDRINUSE else NAME


def _run(server: Any, tell: Tell) -> None:
    """Answer until somebody presses Ctrl-C; waitress ends its threads by itself then."""
    tell("Ctrl-C ends it. Nothing leaves this machine.")
    server.run()
