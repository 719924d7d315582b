"""How smooth the chart of History is over ten years: milliseconds of each step of the browser."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from pages import FOLDER, export  # first: it names the folder before the store is entered
from unload.service.records import import_files

CHROMIUM = "/usr/bin/chromium"
PROGRAM = "from unload.cli import main; main()"
TIMES = 60
# From the key to the end of the frame in which it is painted.
STEP = """([key, times]) => (async () => {
  const place = document.querySelector(".chart"), found = [];
  for (let n = 0; n < times; n++) {
    const began = performance.now();
    place.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await new Promise((painted) => setTimeout(painted));
    found.push(performance.now() - began);
    await new Promise((next) => requestAnimationFrame(next));
  }
  return found;
})()"""


def first_account(page: Page, address: str, code: str) -> None:
    page.goto(address)
    page.fill("#code", code)
    page.fill("#name", "ann")
    page.fill("#password", "turn back early")
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def measure(page: Page, address: str) -> None:
    page.goto(f"{address}/history/")
    page.locator(".chart canvas").wait_for()
    print(f"{page.locator('.weeks tbody tr').count()} weeks")
    for name, keys in {"week to week": ["ArrowLeft"], "closer and wider": ["+", "-"]}.items():
        found = [ms for key in keys for ms in page.evaluate(STEP, [key, TIMES // len(keys)])]
        worst = statistics.quantiles(found, n=20)[-1]
        print(f"{name:20}{statistics.median(found):6.1f} ms, p95 {worst:6.1f} ms")


def main() -> None:
    import_files(export(Path(FOLDER.name) / "export"), zone="UTC")
    server = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "serve", "--port", "0"],
        env=os.environ | {"PYTHONUNBUFFERED": "1"}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        address = server.stdout.readline().split()[3].rstrip(",")
        code = server.stdout.readline().split()[-1]
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            first_account(page, address, code)
            measure(page, address)
            browser.close()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
