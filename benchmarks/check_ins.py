"""How many check-ins a second the pages keep, over HTTP, each on the disk before it is told.

    python3 run python benchmarks/check_ins.py             eight phones, each on a day of its own
    python3 run python benchmarks/check_ins.py --one-day   all on one day, each after the others

One program and two on one store, as a server of your own runs them (docs/web.md), on SQLite and on
a PostgreSQL of its own as it comes, in turn. Every check-in says something new, so each is a row;
the store is asked in the end what of them is there. Prints the median of all rounds, what of the
processor a check-in takes, and how busy the machine was with everything. Linux only.
"""

import argparse
import http.client
import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import psycopg

from postgres import own_server  # tests/ is named before

HOST = "127.0.0.1"
FIRST = "from unload.cli import main; main()"
PHONES, EACH, WARM, TIMES = 8, 100, 5, 5
ITEMS = ("sleep", "fatigue", "soreness", "stress", "mood")
TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)"')
TICK_MS = 1000 / os.sysconf("SC_CLK_TCK")
LATEST_S = 60  # by when a program answers


@dataclass
class Browser:
    """A connection with its cookies, and the token of the page it stands on."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(self.address.partition("//")[2])

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, path: str, form: dict[str, str] | None = None) -> None:
        headers = {
            "Cookie": self.cookie,
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.address,
        }
        body = None if form is None else urlencode({"csrfmiddlewaretoken": self.token, **form})
        self.connection.request("GET" if form is None else "POST", path, body, headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, said = value.partition(";")[0].partition("=")
                self.cookies[key] = said
        found = TOKEN.search(answer.read().decode())
        self.token = found[1] if found else self.token


@dataclass(frozen=True)
class Phone:
    """What a phone sends with, where to, and for which day; it changes an item of its own."""

    number: int
    port: int
    cookie: str
    token: str
    day: str

    def send(self, mark: str, each: int) -> None:
        """Every check-in as soon as the last one is acknowledged, each on a connection of its own:
        that is how a server in front passes them on.
        """
        for one in range(each):
            with socket.create_connection((HOST, self.port)) as line:
                line.sendall(self._asking(f"{mark}-{self.number}-{one}", str(1 + one % 5)))
                answer = line.recv(65536)
            if not answer.startswith(b"HTTP/1.1 204"):  # which means kept
                raise RuntimeError(answer[:200].decode())

    def _asking(self, key: str, value: str) -> bytes:
        item = ITEMS[self.number % len(ITEMS)]
        form = {"csrfmiddlewaretoken": self.token, "day": self.day, "key": key, item: value}
        body = urlencode(form)
        return (
            f"POST /check-in/queued/ HTTP/1.1\r\nHost: {HOST}:{self.port}\r\n"
            f"Origin: http://{HOST}:{self.port}\r\nCookie: {self.cookie}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}"
        ).encode()


def send(phones: list[Phone], mark: str, each: int) -> tuple[float, float]:
    """All phones at once: how long it took, and of the processor here, both in seconds."""
    began, used = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(len(phones)) as pool:
        list(pool.map(lambda phone: phone.send(mark, each), phones))
    return time.perf_counter() - began, time.process_time() - used


@dataclass(frozen=True)
class Found:
    """What one round found: check-ins a second, what of them is not there, milliseconds each."""

    rate: float
    lost: int
    server_ms: float
    phones_ms: float
    database_ms: float


def measured(programs: int, url: str, *, one_day: bool) -> Found:
    """A round on a fresh store."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        environment = os.environ | {"UNLOAD_DATA": folder, "DATABASE_URL": url}
        first = account(environment)
        running = [stack.enter_context(serving(environment)) for _ in range(programs)]
        today = datetime.now(UTC).date()
        phones = [
            Phone(
                number, running[number % programs][0], first.cookie, first.token,
                str(today - timedelta(days=0 if one_day else number)),
            )
            for number in range(PHONES)
        ]  # fmt: skip
        pool = stack.enter_context(ProcessPoolExecutor(1))
        pool.submit(send, phones, "warm", WARM).result()
        servers = [pid for _, pid in running]
        before = [sum(map(used_ms, servers)), database_ms(url)]
        took_s, phones_s = pool.submit(send, phones, "k", EACH).result()
        after = [sum(map(used_ms, servers)), database_ms(url)]
        many = PHONES * EACH
        server, database = ((now - then) / many for now, then in zip(after, before, strict=True))
        return Found(many / took_s, lost(folder, url), server, phones_s * 1000 / many, database)


def account(environment: dict[str, str]) -> Browser:
    """Somebody signed in, let in by the code on the console of `unload serve`."""
    words = [sys.executable, "-uc", FIRST, "serve", "--port", "0"]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        browser = Browser(server.stdout.readline().split()[3].rstrip(","))
        code = server.stdout.readline().split()[-1]
        browser.ask("/start/")
        browser.ask("/start/", {"code": code, "name": "ann", "password": "turn back early"})
        browser.ask("/check-in/")
        server.terminate()
    return browser


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The port and the process of one more program on the store."""
    with socket.create_server((HOST, 0)) as free:
        port = int(free.getsockname()[1])
    words = [sys.executable, "-m", "waitress", f"--listen={HOST}:{port}"]
    words.append("unload.web.wsgi:application")
    server = subprocess.Popen(words, env=environment, stderr=subprocess.DEVNULL)
    try:
        late = time.monotonic() + LATEST_S
        while True:
            try:
                socket.create_connection((HOST, port)).close()
                break
            except OSError:
                if time.monotonic() > late or server.poll() is not None:
                    raise
                time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def used_ms(pid: int) -> float:
    """What of the processor a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK_MS


def database_ms(url: str) -> float:
    """The same of a server's processes; SQLite is a part of the program."""
    if not url:
        return 0
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT pid FROM pg_stat_activity").fetchall()
    return sum(used_ms(pid) for (pid,) in rows if Path(f"/proc/{pid}").exists())


def lost(folder: str, url: str) -> int:
    """How many check-ins are not there, or are there twice."""
    with psycopg.connect(url) if url else sqlite3.connect(Path(folder, "unload.sqlite3")) as store:
        keys = [key for (key,) in store.execute("SELECT key FROM unload_revision").fetchall()]
    sent = {
        f"{mark}-{phone}-{one}"
        for mark, each in (("warm", WARM), ("k", EACH))
        for phone in range(PHONES)
        for one in range(each)
    }
    return len(sent - {*keys}) + len(keys) - len({*keys})


def main() -> None:
    said = argparse.ArgumentParser(description="Check-ins a second.")
    said.add_argument("--one-day", action="store_true")
    said.add_argument("--times", type=int, default=TIMES)
    asked = said.parse_args()
    found: dict[tuple[str, int], list[Found]] = {}
    for number in range(asked.times):
        for database in ("SQLite", "PostgreSQL"):
            for programs in (1, 2):
                name = f"rate{number}{programs}"
                with nullcontext("") if database == "SQLite" else own_server(name, ()) as url:
                    round_ = measured(programs, url, one_day=asked.one_day)
                found.setdefault((database, programs), []).append(round_)
                print(f"{database:10} {programs}: {round_.rate:4.0f}", flush=True)
    print(f"\n{'':12}programs  a second  not there  server  phones  database (ms each)")
    for (database, programs), rounds in found.items():
        middle = [
            median(getattr(one, name) for one in rounds)
            for name in ("rate", "server_ms", "phones_ms", "database_ms")
        ]
        told = f"{database:12}{programs:8}{middle[0]:10.0f}{sum(one.lost for one in rounds):11}"
        print(told + "".join(f"{ms:8.2f}" for ms in middle[1:]))
    print("load of the machine: {:.1f} {:.1f} {:.1f}".format(*os.getloadavg()))


if __name__ == "__main__":
    main()
