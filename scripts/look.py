#!/usr/bin/env python3
"""Take a picture of every page, on a phone and on a desk, in light and in dark, to look at them."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PAGES = ("", "check-in/", "week/", "body/", "work-it-out/", "doubts/",
         "doubts/?deep=3&later=18&spared=3", "why/", "why/numbers/", "why/year/",
         "why/told/", "why/told/2024-11-17/?anew", "history/", "imports/",
         "imports/1/", "me/", "me/password/", "me/codes/", "me/passkeys/",
         "me/go-on/", "me/erase/")  # fmt: skip
SIZES = {"phone": (390, 844), "desk": (1280, 900)}
PROGRAM = "from unload.cli import main; main()"


@contextmanager
def serving() -> Iterator[tuple[str, str]]:
    """A demo that is served from a fresh folder: its address, and its password."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"UNLOAD_DATA": folder, "PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "serve", "--demo", "--port", "0"],
            env=environment, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert server.stdout
            address = server.stdout.readline().split()[3].rstrip(",")
            password = server.stdout.readline().split()[-1]
            yield address, password
        finally:
            server.terminate()
            server.wait()


def signed_in(browser: Browser, address: str, password: str, **looks: object) -> Page:
    """A page whose visitor is the demo's runner."""
    page = browser.new_context(**looks).new_page()
    page.goto(f"{address}/sign-in/")
    page.fill("#name", "runner")
    page.fill("#password", password)
    page.click("button.main")
    return page


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path, help="where the pictures go; never into the repository")
    ask.add_argument("--only", default="", help="pages whose address holds this")
    wanted = ask.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    with serving() as (address, password), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                looks = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
                page = signed_in(browser, address, password, **looks)
                for path in (path for path in PAGES if wanted.only in path):
                    page.goto(f"{address}/{path}")
                    called = path.replace("?", "").strip("/").replace("/", "-") or "today"
                    name = f"{called}-{size}-{scheme}.png"
                    page.screenshot(path=wanted.folder / name, full_page=True)
                    print(name)
        browser.close()


if __name__ == "__main__":
    main()
