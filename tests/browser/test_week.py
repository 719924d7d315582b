"""The week in a real browser: a session dragged by mouse and thumb, chosen by keyboard, undone."""

from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from browsing import (
    PHONE,
    RULES,
    Served,
    Watch,
    browser,
    own_demo,
    playwright,
    signed_in,
    strangers,
)

__all__ = ["browser", "own_demo", "playwright"]
TUE, WED, THU = "2024-11-19", "2024-11-20", "2024-11-21"


def row(page: Page, day: str) -> Locator:
    return page.locator(f".days > li[data-day='{day}']")


def middle(place: Locator) -> tuple[float, float]:
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def lifted(page: Page, day: str, to: str) -> None:
    """The session of a day, carried over another and not let go."""
    handle = row(page, day).locator("summary")
    handle.scroll_into_view_if_needed()
    page.mouse.move(*middle(handle))
    page.mouse.down()
    page.mouse.move(*middle(row(page, to)), steps=8)


def test_a_session_is_dragged_and_moved_back(browser: Browser, own_demo: Served) -> None:
    """Free days and shut ones look so while it is carried; a shut one takes nothing."""
    watch = Watch()
    page = signed_in(watch.over(browser.new_page()), own_demo)
    page.goto(f"{own_demo.address}/week/")
    lifted(page, TUE, THU)
    shown = [row(page, day).get_attribute("class") or "" for day in (WED, THU)]
    assert [("free", True), ("shut", True)] == [
        (name, name in said.split()) for name, said in zip(("free", "shut"), shown, strict=True)
    ]
    assert "Thursday holds a session already" in page.inner_text(".carried")
    page.mouse.up()
    moved = page.get_by_text("Moved.", exact=True)
    assert (0, 0) == (page.locator(".carried").count(), moved.count())
    lifted(page, TUE, WED)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert 0 == moved.count()
    lifted(page, TUE, WED)
    assert page.inner_text(".carried").endswith("to Wed 20")
    page.mouse.up()
    moved.wait_for()
    assert "moved here from Tuesday" in row(page, WED).inner_text()
    page.get_by_role("button", name="Undo the last move").click()
    assert "moved here" not in page.inner_text(".days")
    assert ([], set()) == (watch.complaints, strangers(watch, own_demo))


def test_a_session_is_dragged_by_thumb(browser: Browser, own_demo: Served) -> None:
    """By touch, on a phone, without the page scrolling away under it."""
    context = browser.new_context(**PHONE, has_touch=True, is_mobile=True)
    page = signed_in(context.new_page(), own_demo)
    page.goto(f"{own_demo.address}/week/")
    handle = row(page, TUE).locator("summary")
    (x, y), (_, there) = middle(handle), middle(row(page, WED))
    thumb = context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        told: list[Any] = [{"x": x, "y": y} for x, y in points]
        thumb.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": told})

    touch("touchStart", (x, y))
    for step in range(1, 9):
        touch("touchMove", (x - 60, y + (there - y) * step / 8))
    touch("touchEnd")
    page.get_by_text("Moved.", exact=True).wait_for()
    assert "moved here from Tuesday" in row(page, WED).inner_text()


def test_a_session_is_moved_by_keyboard(browser: Browser, own_demo: Served) -> None:
    """The handle opens, a day is chosen, and axe has nothing against any of it."""
    watch = Watch()
    page = signed_in(watch.over(browser.new_context(**PHONE).new_page()), own_demo)
    page.goto(f"{own_demo.address}/week/")
    row(page, TUE).locator("summary", has_text="from Tuesday").press("Enter")
    page.keyboard.press("Tab")
    for rules in RULES.values():
        assert [] == Axe().run(page, options=rules).response["violations"]
    page.keyboard.press("w")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Moved.", exact=True).wait_for()
    assert "moved here from Tuesday" in row(page, WED).inner_text()
    assert ([], set()) == (watch.complaints, strangers(watch, own_demo))


def test_a_session_is_moved_without_a_script(browser: Browser, own_demo: Served) -> None:
    """The form is all it takes."""
    context = browser.new_context(java_script_enabled=False)
    page = signed_in(context.new_page(), own_demo)
    page.goto(f"{own_demo.address}/week/")
    row(page, TUE).locator("summary").click()
    row(page, TUE).get_by_role("combobox").select_option(WED)
    row(page, TUE).get_by_role("button", name="Move it").click()
    assert "moved here from Tuesday" in row(page, WED).inner_text()


def test_a_calendar_gets_an_address(browser: Browser, own_demo: Served) -> None:
    """Shown once, read without a cookie, ended by another; axe has nothing against the page."""
    watch = Watch()
    page = signed_in(watch.over(browser.new_context(**PHONE).new_page()), own_demo)
    page.goto(f"{own_demo.address}/week/")
    page.get_by_role("button", name="Make an address").click()
    for rules in RULES.values():
        assert [] == Axe().run(page, options=rules).response["violations"]
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
    address = page.inner_text(".address")
    assert b"BEGIN:VCALENDAR" in urlopen(address).read()  # our own server
    page.get_by_role("link", name="I have it").click()
    page.get_by_role("button", name="Make another address").click()
    with pytest.raises(HTTPError, match="404"):
        urlopen(address)  # the same
    assert ([], set()) == (watch.complaints, strangers(watch, own_demo))
