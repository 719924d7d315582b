"""A PostgreSQL server for one test run: on loopback, in a folder of its own, gone afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
# The server refuses to run as root; one of these is there on Debian.
UNPRIVILEGED = ("postgres", "nobody")
# Nothing of a test must survive a power cut, so it need not wait for the disk.
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
MEMORY = Path("/dev/shm")  # where Linux has it; a database is copied there in 17 ms, not in 312


def binaries() -> Path | None:
    """The folder of initdb and postgres, the newest if there are several; None without."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def _nobody() -> str | None:
    """Whom to run the server as: None for oneself, another where one is root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in names)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(programs: Path, asked: Sequence[str] = QUICK) -> Iterator[str]:
    """The address of a running server, up to the name of the database; `asked` are its settings."""
    user, port = _nobody(), _free_port()
    memory = MEMORY if asked == QUICK and os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="unload-postgres-", dir=memory))
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        _run(programs / "initdb", user, "-D", data, "-U", "unload", "-A", "trust", "--no-sync")
        settings = (
            f"port={port}",
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={folder}",
        )
        words = [word for setting in (*settings, *asked) for word in ("-c", setting)]
        running = subprocess.Popen(
            [programs / "postgres", "-D", data, *words],
            user=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            address = f"postgresql://unload@127.0.0.1:{port}"
            _wait_for(address, running)
            yield address
        finally:
            running.send_signal(signal.SIGINT)  # which does not wait for clients to go
            running.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: Path, user: str | None, *words: object) -> None:
    subprocess.run([program, *map(str, words)], check=True, capture_output=True, user=user, cwd="/")


def _wait_for(address: str, running: "subprocess.Popen[bytes]") -> None:
    """Return once the server answers."""
    while running.poll() is None:
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            continue
        return
    raise RuntimeError("the server did not start")


def make_database(address: str, name: str, template: str = "template1") -> str:
    """A new database, and its address."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"{address}/{name}"


def drop_database(address: str, name: str) -> None:
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def own_server(name: str, asked: Sequence[str] = QUICK) -> Iterator[str]:
    """An empty database on a server of its own, for a program that is not a test; its address."""
    programs = binaries()
    if programs is None:
        sys.exit("PostgreSQL is not installed here (Debian: apt-get install postgresql).")
    with server(programs, asked) as address:
        yield make_database(address, name)
