"""Serving: the demo comes up by itself, answers, and ends when it is told to."""

import errno
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any
from unittest.mock import Mock, call

import pytest

from unload.errors import UnloadError
from unload.web import serving

# Whatever runs the tests in the background has Ctrl-C ignored, and a child would inherit that.
PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from unload.cli import main; main()"
)


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as on a Unix")
def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    """One line says where, one how to come in; the folder is its owner's alone."""
    server = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve", "--port", "0"],
        env=environment(tmp_path / "data"), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout
    address = server.stdout.readline().split()[-1]
    assert "type this code: " in server.stdout.readline()
    with urllib.request.urlopen(address) as answer:
        assert (200, f"{address}/start/") == (answer.status, answer.url)
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=20)
    assert server.returncode in (0, 130)
    modes = {p.name: p.stat().st_mode & 0o077 for p in (tmp_path / "data").iterdir()}
    assert {"unload.sqlite3", "web-key", "uploads"} <= modes.keys()
    assert {0} == {*modes.values()}


def test_the_name_leads_here_by_either_number() -> None:
    """Passkeys need the name; where another program has the port there, the number is told."""
    try:
        elsewhere = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError as error:
        pytest.skip(f"this machine has no ::1 ({error.strerror})")
    with serving._listening(lambda *_: [], 0) as (_, address):
        port = int(address.removeprefix("http://localhost:"))
        for number in ("127.0.0.1", "::1"):
            socket.create_connection((number, port)).close()
    with elsewhere:
        taken = elsewhere.getsockname()[1]
        with serving._listening(lambda *_: [], taken) as (_, address):
            assert f"http://127.0.0.1:{taken}" == address


def test_a_machine_without_the_other_number_keeps_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody can answer there, and browsers go to the other one by themselves."""
    real = socket.create_server

    def without(place: tuple[str, int], **how: Any) -> socket.socket:
        if how.get("family") is socket.AF_INET6:
            raise OSError(errno.EAFNOSUPPORT, "Address family not supported by protocol")
        return real(place, **how)

    monkeypatch.setattr(socket, "create_server", without)
    with serving._listening(lambda *_: [], 0) as (_, address):
        assert address.startswith("http://localhost:")


def test_a_port_that_is_taken_is_said() -> None:
    """In one sentence, with the way out."""
    with serving._listening(lambda *_: [], 0) as (_, address):
        port = int(address.rsplit(":", 1)[1])
        with pytest.raises(UnloadError, match="--port"), serving._listening(lambda *_: [], port):
            pass


def test_every_page_is_loaded_before_the_first_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A fault in one of them ends the start, and nobody waits for them later."""
    loaded: list[str] = []
    monkeypatch.setattr(serving, "notebook", Mock())
    monkeypatch.setattr(serving, "settings", Mock(ROOT_URLCONF="unload.web.urls"))
    monkeypatch.setattr(serving.tempfile, "tempdir", None)
    for name in ("secret_in", "begin_anew", "Application"):
        monkeypatch.setattr(serving, name, Mock())
    monkeypatch.setattr(serving, "waiting_room", lambda: tmp_path)
    monkeypatch.setattr(serving, "import_module", loaded.append)
    looked = Mock()
    monkeypatch.setattr(serving, "gc", looked)
    serving.prepare()
    assert ["unload.web.urls"] == loaded
    assert [call.collect(), call.freeze()] == looked.mock_calls
