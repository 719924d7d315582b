"""How many check-ins a second the pages keep, over HTTP, each on the disk before it is told.

    python3 run python benchmarks/check_ins.py

Four phones send at once, on SQLite and on a PostgreSQL of its own as it comes, in turn.
"""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from postgres import own_server  # tests/ is named before

PROGRAM = "from unload.cli import main; main()"
PHONES, EACH, TIMES = 4, 100, 3
TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Phone:
    """A connection with its cookies, and the token of the page it stands on."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection(self.address.partition("//")[2])

    def ask(self, path: str, form: dict[str, str] | None = None) -> int:
        """The status of the answer."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
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
        return answer.status


def rate(url: str) -> float:
    """Check-ins a second that a fresh program keeps."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"UNLOAD_DATA": folder, "DATABASE_URL": url, "PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve", "--port", "0"],
            env=os.environ | environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert server.stdout
            address = server.stdout.readline().split()[3].rstrip(",")
            code = server.stdout.readline().split()[-1]
            first = Phone(address)
            first.ask("/start/")
            first.ask("/start/", {"code": code, "name": "ann", "password": "turn back early"})
            first.ask("/check-in/")
            return _sent(first)
        finally:
            server.terminate()
            server.wait()


def _sent(first: Phone) -> float:
    def send(number: int) -> None:
        phone = Phone(first.address, dict(first.cookies), first.token)
        for one in range(EACH):
            form = {"sleep": "4", "mood": str(1 + one % 5), "key": f"{number}-{one}"}
            if phone.ask("/check-in/", form) != http.client.FOUND:  # which means kept
                raise RuntimeError("a check-in was not kept")

    began = time.perf_counter()
    with ThreadPoolExecutor(PHONES) as phones:
        list(phones.map(send, range(PHONES)))
    return PHONES * EACH / (time.perf_counter() - began)


def main() -> None:
    for number in range(TIMES):
        with own_server(f"rate{number}", ()) as url:
            print(f"SQLite {rate(''):4.0f} a second, PostgreSQL {rate(url):4.0f}")


if __name__ == "__main__":
    main()
