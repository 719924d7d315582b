"""The pages in a real browser: the first run, the keyboard, axe on every page, no stranger."""

import sqlite3
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browsing import (
    PHONE,
    RULES,
    Served,
    Watch,
    browser,
    demo,
    empty,
    first_account,
    lose_first,
    phone,
    playwright,
    said,
    signed_in,
    strangers,
)  # fmt: skip
from unload import service

__all__ = ["browser", "demo", "empty", "phone", "playwright"]
SORE = Path(service.__file__).parents[1] / "demo" / "sore"
PAGES = ("", "check-in/", "week/", "body/", "work-it-out/", "doubts/", "me/", "why/",
         "history/", "imports/", "imports/1/", "me/password/", "me/codes/", "me/go-on/",
         "me/erase/", "check-in/away/")  # fmt: skip
DARK = 7  # pages, by when every colour has been seen


def test_the_first_run(browser: Browser, empty: Served) -> None:
    """From the code on the console to a week that was taken and given back, by keyboard and tap."""
    watch = Watch()
    page = watch.over(browser.new_context(**PHONE).new_page())
    first_account(page, empty)
    page.get_by_role("link", name="Choose files").click()
    page.set_input_files("input[type=file]", list(SORE.glob("*.csv")))
    page.get_by_role("button", name="Read them").click()
    page.get_by_text("Activities that are new: 200").wait_for()
    page.goto(f"{empty.address}/check-in/")
    page.locator("input[name=sleep][value='4']").check()
    page.get_by_label("Something does").check()
    region = page.locator("#calf-left-back")
    region.focus()
    page.keyboard.press("Space")
    assert "true" == region.get_attribute("aria-checked")
    assert "calf:left" == page.locator("select[name=place-1]").input_value()
    page.select_option("select[name=pain-1]", "3")
    page.get_by_role("button", name="Keep it").click()
    assert "Kept." == page.get_by_role("status").inner_text()
    page.goto(f"{empty.address}/body/")
    assert "Left calf: 3/10" in page.inner_text("main")
    page.goto(f"{empty.address}/week/?anyway")
    assert ([], set()) == (watch.complaints, strangers(watch, empty))


def test_a_week_is_taken_and_given_back(browser: Browser, demo: Served) -> None:
    """In part, then back; the book says both."""
    watch = Watch()
    page = signed_in(watch.over(browser.new_context(**PHONE).new_page()), demo)
    page.goto(f"{demo.address}/week/")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.uncheck()
    page.get_by_role("button", name="Take the ticked days").click()
    assert 5 == page.get_by_text("taken", exact=True).count()
    page.get_by_role("button", name="Give back").click()
    assert "given back" in page.inner_text(".book")
    assert ([], set()) == (watch.complaints, strangers(watch, demo))


def test_axe_finds_nothing(browser: Browser, demo: Served) -> None:
    """On any page, in light and in dark, on a phone; and no page is wider than the phone."""
    watch = Watch()
    page, axe = signed_in(watch.over(browser.new_context(**PHONE).new_page()), demo), Axe()
    for number, path in enumerate(PAGES):
        page.goto(f"{demo.address}/{path}")
        for scheme, rules in RULES.items() if number < DARK else [("light", RULES["light"])]:
            page.emulate_media(color_scheme=scheme)
            found = axe.run(page, options=rules).response["violations"]
            assert [] == [said(fault) for fault in found], f"{path} in {scheme}"
        assert 390 == page.evaluate("document.documentElement.scrollWidth"), f"{path} scrolls aside"
    assert ([], set()) == (watch.complaints, strangers(watch, demo))


def test_without_a_script_every_form_works(browser: Browser, demo: Served) -> None:
    """A check-in with a sore spot needs no JavaScript."""
    page = signed_in(browser.new_context(java_script_enabled=False).new_page(), demo)
    page.goto(f"{demo.address}/check-in/")
    page.get_by_label("Something does").check()
    assert not page.locator(".map").is_visible()
    page.select_option("select[name=place-1]", "achilles:right")
    page.select_option("select[name=pain-1]", "2")
    page.get_by_role("button", name="Keep it").click()
    assert "Kept." == page.get_by_role("status").inner_text()


def test_a_check_in_without_a_connection_is_sent_once(
    phone: Any, empty: Served, tmp_path: Path
) -> None:
    """It waits in a browser that is closed, and an answer that is lost makes no second (D16)."""
    context = phone()
    page = context.new_page()
    first_account(page, empty)
    page.get_by_role("link", name="Choose files").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    page.goto(f"{empty.address}/check-in/")
    page.locator("input[name=mood][value='2']").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("One thing you said waits on this device").wait_for()
    page = phone().new_page()
    dropped = lose_first(page, "**/check-in/queued/")
    page.goto(f"{empty.address}/me/")
    page.get_by_text("One thing you said waits on this device").wait_for()
    assert 1 == len(dropped)
    page.reload()
    page.wait_for_function("document.getElementById('unsent').hidden")
    page.wait_for_load_state("networkidle")
    with sqlite3.connect(tmp_path / "unload.sqlite3") as kept:
        assert [(2.0,)] == kept.execute("SELECT mood FROM unload_revision").fetchall()
    kept.close()
