"""The pages in a real browser, for tests: a program that serves, a phone, axe, who was asked."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
# Everybody who signs in would wait half a second for the slowness that keeps a password safe.
PROGRAM = (
    "from django.contrib.auth.hashers import PBKDF2PasswordHasher as Slow; Slow.iterations = 1;"
    "from unload.cli import main; main()"
)
PATIENCE_MS = 10_000  # on a busy machine
PHONE = {"viewport": {"width": 390, "height": 844}}
# As WCAG 2.2 AA asks, with the best practices of axe on top.
RULES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {
        "resultTypes": ["violations"],
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "dark": {  # all but the colours is the same
        "resultTypes": ["violations"],
        "runOnly": {"type": "rule", "values": ["color-contrast"]},
    },
}


@dataclass
class Served:
    """A program that serves pages, and the lines it printed first."""

    address: str
    secret: str


@dataclass
class Watch:
    """Everything a browser asked for, and everything it complained of."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        page.set_default_timeout(PATIENCE_MS)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _heard(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)


def served(folder: Path, *words: str) -> Iterator[Served]:
    environment = os.environ | {"UNLOAD_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve", "--port", "0", *words],
        env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout
    address = server.stdout.readline().split()[3].rstrip(",")
    secret = server.stdout.readline().split()[-1]
    yield Served(address, secret)
    server.terminate()
    server.wait()
    server.stdout.close()


@cache
def _started() -> Playwright:
    return sync_playwright().start()


@cache
def _launched() -> Browser:
    """One for all modules: coming up costs it as much as a test does."""
    return _started().chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


def tidy(*, last: bool) -> None:
    """Close what a test opened, whose pages would count and draw on; after the last, the browser.

    Django would refuse to work in a thread in which Playwright is still open.
    """
    if _launched.cache_info().currsize:
        for context in _launched().contexts:
            context.close()
        if last:
            _launched().close()
    if last and _started.cache_info().currsize:
        _started().stop()
        _launched.cache_clear()
        _started.cache_clear()


@pytest.fixture(scope="module")
def playwright() -> Playwright:
    if not CHROMIUM.exists():
        pytest.skip("no browser here (Debian: apt-get install chromium)")
    return _started()


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Browser:
    return _launched()


@pytest.fixture(scope="module")
def demo(
    browser: Browser, demo_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """One for all tests of a module."""
    yield from _copied(demo_template, tmp_path_factory.mktemp("demo"))


@pytest.fixture
def own_demo(browser: Browser, demo_template: Path, tmp_path: Path) -> Iterator[Served]:
    """One of its own, in `tmp_path`, for a test that keeps what would end the day of others."""
    yield from _copied(demo_template, tmp_path)


def _copied(template: Path, folder: Path) -> Iterator[Served]:
    shutil.copytree(template, folder / "demo")
    yield from served(folder, "--demo")


@pytest.fixture
def empty(browser: Browser, sqlite_template: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copy(sqlite_template / "unload.sqlite3", tmp_path)
    yield from served(tmp_path)


def said(fault: Any) -> tuple[str, list[Any]]:
    """A fault that axe found, and where."""
    return fault["id"], [node["target"] for node in fault["nodes"]][:3]


def signed_in(page: Page, demo: Served) -> Page:
    page.goto(f"{demo.address}/sign-in/")
    page.fill("#name", "runner")
    page.fill("#password", demo.secret)
    page.get_by_role("button", name="Sign in").click()
    return page


def first_account(page: Page, empty: Served) -> None:
    """Come in with the code from the console."""
    page.goto(empty.address)
    page.fill("#code", empty.secret)
    page.fill("#name", "ann")
    page.fill("#password", "turn back early")
    page.keyboard.press("Enter")


def lose_first(page: Page, address: str) -> list[str]:
    """Let the first answer from there be lost on its way back; what was asked then."""
    lost: list[str] = []

    def lose(route: Any) -> None:
        if lost:
            route.continue_()
            return
        route.fetch()
        lost.append(route.request.url)
        route.abort()

    page.route(address, lose)
    return lost


def strangers(watch: Watch, here: Served) -> set[str]:
    """What was asked for anywhere else."""
    return {url for url in watch.asked if not url.startswith(f"{here.address}/")}


@pytest.fixture
def phone(playwright: Playwright, tmp_path: Path) -> Iterator[Any]:
    """A browser that can be closed and opened again, with all that it has kept."""
    opened: list[Any] = []

    def open_again() -> Any:
        for context in opened:
            context.close()
        opened[:] = [
            playwright.chromium.launch_persistent_context(
                tmp_path / "profile", executable_path=CHROMIUM, args=["--no-sandbox"], **PHONE
            )
        ]
        return opened[0]

    yield open_again
    opened[0].close()
