"""Imports in a real browser: dragged in, broken off and gone on with, one damaged, taken back."""

import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browsing import (
    PHONE,
    RULES,
    Served,
    Watch,
    browser,
    empty,
    first_account,
    playwright,
    strangers,
)

__all__ = ["browser", "empty", "playwright"]  # fixtures, which are found by their names

HEADER = "start_local,type,distance_m,moving_s,runner\n"
RUNS = HEADER + "2024-11-12 08:00:00,run,8000,2880,\n2024-11-13 08:00:00,run,9000,3000,\n"
DROP = """([name, text]) => {
  const moved = new DataTransfer();
  const broken = ["broken.fit", ".FIT and no more"];
  for (const [said, content] of [[name, text], broken, [".hidden", "x"]]) {
    moved.items.add(new File([content], said, { lastModified: 1 }));
  }
  for (const kind of ["dragover", "drop"]) {
    const about = { dataTransfer: moved, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent(kind, about));
  }
}"""

# A folder as a browser hands it over: in two helpings, with a folder, a file that is gone, and
# one that the system keeps for itself.
DROP_FOLDER = """(text) => {
  const file = (fullPath, content) => ({
    isFile: true, name: fullPath.split("/").at(-1), fullPath,
    file: (done, failed) => content
      ? done(new File([content], "x", { lastModified: 1 })) : failed(new Error("gone")),
  });
  const folder = (fullPath, ...helpings) => ({
    isDirectory: true, name: fullPath.split("/").at(-1), fullPath,
    createReader: () => ({ readEntries: (done) => done(helpings.shift() ?? []) }),
  });
  const inner = folder("/watch/2024", [file("/watch/2024/runs.csv", text)]);
  const odd = [file("/watch/gone.fit", ""), file("/watch/.DS_Store", "x")];
  const watch = folder("/watch", [inner], odd);
  const drop = new Event("drop", { bubbles: true, cancelable: true });
  const item = { kind: "file", webkitGetAsEntry: () => watch, getAsFile: () => null };
  Object.defineProperty(drop, "dataTransfer", { value: { items: [item] } });
  document.body.dispatchEvent(drop);
}"""


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(browser: Browser, empty: Served, watch: Watch) -> Page:
    """The Imports of somebody who has nothing yet, on a phone."""
    opened = watch.over(browser.new_context(**PHONE).new_page())
    first_account(opened, empty)
    opened.get_by_role("link", name="Choose files").click()
    opened.get_by_text("Bring in anything.").wait_for()
    opened.wait_for_load_state()  # the script is there
    return opened


def faults(page: Page) -> list[Any]:
    """What axe finds, and whether the page is wider than the phone."""
    found: list[Any] = []
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        found += [fault["id"] for fault in Axe().run(page, options=rules).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*found, *([] if wide == 390 else [f"{wide} wide"])]


def test_files_are_dragged_in_and_taken_back(page: Page, empty: Served, watch: Watch) -> None:
    """One of them damaged: it is told, the other is kept; then it is as if none had come."""
    page.evaluate(DROP, ["runs.csv", RUNS])
    page.get_by_text("Activities that are new: 2, known: 0; could not be read: 1.").wait_for()
    assert "broken.fit" in page.get_by_role("list", name="Could not be read").inner_text()
    assert [] == faults(page)
    page.get_by_role("link", name="File by file").click()
    files = page.get_by_role("list", name="Files").inner_text()
    assert (True, True, False) == tuple(n in files for n in ("runs.csv", "broken.fit", "hidden"))
    page.get_by_role("button", name="Take this import back").click()
    page.get_by_text("Bring in anything.").wait_for()
    assert 0 == page.get_by_text("What came when").count()
    assert ([], set()) == (watch.complaints, strangers(watch, empty))


def test_i37_a_page_that_was_killed_goes_on(
    page: Page, empty: Served, tmp_path: Path, browser: Browser
) -> None:
    """Fault I37: halfway through; what has come is shown, and only the rest is sent."""
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w") as packed:
        packed.writestr("noise.bin", random.Random(1).randbytes(5 * 1024**2))
        packed.writestr("runs.csv", RUNS)
    sent: list[str] = []

    def break_off(route: Any) -> None:
        sent.append(route.request.url)
        if len(sent) > 1:
            route.abort()
        else:
            route.continue_()

    page.context.route("**/imports/portion/", break_off)
    page.set_input_files("input[type=file]", export)
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("No connection. It goes on by itself").wait_for()
    assert "2.1 of 5.2 MB, 0 of 1 files" == page.locator(".count").inner_text()
    assert [] == faults(page)
    cookies = page.context.cookies()
    page.context.close()
    again = browser.new_context(**PHONE)
    again.add_cookies(cookies)
    page = Watch().over(again.new_page())
    page.goto(f"{empty.address}/imports/")
    page.get_by_text("2.1 MB of 5.2 MB has come; choose it again").wait_for()
    assert [] == faults(page)
    portions: list[str] = []
    page.on("request", lambda asked: portions.append(asked.url) if "portion" in asked.url else None)
    page.set_input_files("input[type=file]", export)
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Activities that are new: 2").wait_for()
    assert 2 == len(portions)


def test_a_file_that_is_not_taken_stops_no_other(page: Page, tmp_path: Path) -> None:
    """It is told by its name, and stays told when the others have been read."""
    (tmp_path / "empty.csv").touch()
    (tmp_path / "runs.csv").write_text(RUNS)
    page.set_input_files("input[type=file]", [tmp_path / "empty.csv", tmp_path / "runs.csv"])
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Activities that are new: 2").wait_for()
    assert "empty.csv" in page.get_by_role("list", name="Not taken").inner_text()
    assert [] == faults(page)


def test_what_is_on_its_way_is_stopped_and_thrown_away(page: Page, tmp_path: Path) -> None:
    """What has come waits; it is gone by one tap."""
    (tmp_path / "noise.zip").write_bytes(random.Random(1).randbytes(5 * 1024**2))
    page.route("**/imports/portion/", lambda route: route.abort())
    page.set_input_files("input[type=file]", tmp_path / "noise.zip")
    page.get_by_role("button", name="Read them").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Stop").click()
    page.unroute("**/imports/portion/")
    page.set_input_files("input[type=file]", tmp_path / "noise.zip")
    page.route("**/imports/read/", lambda route: route.abort())
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("1 of 1 files").wait_for()
    page.reload()
    page.unroute("**/imports/read/")
    assert page.get_by_role("button", name="Read what is here").is_visible()
    with page.expect_navigation():
        page.get_by_role("button", name="Throw it away").click()
    assert 0 == page.get_by_text("Not read yet").count()


def test_a_folder_is_dragged_in_whole(page: Page) -> None:
    """With what is in its folders; what cannot be read is told, and stops nothing."""
    page.evaluate(DROP_FOLDER, RUNS)
    page.get_by_text("Read: runs.csv. Activities that are new: 2").wait_for()
    left_out = page.get_by_role("list", name="Not taken").inner_text()
    assert (
        left_out
        == "/watch/gone.fit: The browser cannot read it; it may have been moved or changed."
    )


def test_a_portion_that_was_damaged_goes_again(page: Page, tmp_path: Path) -> None:
    """Once; the server says so by its hash, and the file comes whole."""
    (tmp_path / "runs.csv").write_text(RUNS)
    spoiled: list[bytes] = []

    def spoil(route: Any) -> None:
        sent = route.request.post_data_buffer
        if not spoiled:
            spoiled.append(sent)
            route.continue_(post_data=sent.replace(b"8000", b"9999"))
        else:
            route.continue_()

    page.route("**/imports/portion/", spoil)
    page.set_input_files("input[type=file]", tmp_path / "runs.csv")
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Activities that are new: 2").wait_for()
    assert b"8000" in spoiled[0]
