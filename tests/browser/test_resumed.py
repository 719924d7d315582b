"""A session whose browser dies half way goes on, is sent once, and leaves nothing on the device."""

import sqlite3
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page

from browsing import Served, browser, own_demo, phone, playwright, signed_in

__all__ = ["browser", "own_demo", "phone", "playwright"]  # fixtures
SESSION = "JSON.parse(localStorage.getItem('session'))"


def kept(folder: Path, what: str) -> list[Any]:
    """Rows of the demo's store."""
    with sqlite3.connect(folder / "demo" / "unload.sqlite3") as store:
        rows = store.execute(what).fetchall()
    store.close()
    return rows


def die(page: Page) -> None:
    """The tab is taken away, and no script of it is asked."""
    try:
        page.goto("chrome://crash")
    except Error:
        return
    raise AssertionError("the tab lives")


def test_a_session_goes_on_where_its_browser_died(
    phone: Any, own_demo: Served, tmp_path: Path
) -> None:
    """Or begins anew. Sore before, what hurt and the switches are as they were; kept once."""
    page = signed_in(phone().new_page(), own_demo)
    page.clock.install()
    page.goto(f"{own_demo.address}/work-it-out/")
    page.select_option("select[name=before-0]", "4")
    page.get_by_role("button", name="Begin", exact=True).click()
    page.keyboard.press("ArrowRight")
    key = page.evaluate(SESSION)["key"]
    page.reload()
    page.get_by_role("button", name="Begin anew").click()
    assert "step 1 of 11" == page.locator('#player [data-says="step"]').inner_text()
    assert key != page.evaluate(SESSION)["key"]
    page.get_by_text("Sound", exact=True).click()
    page.get_by_role("button", name="Start").click()
    for key in ("ArrowRight", "h", "n"):
        page.keyboard.press(key)
    page.clock.run_for(12_000)
    assert {"day", "routine", "key", "before", "log", "since"} == {*page.evaluate(SESSION)}
    die(page)
    page = phone().new_page()
    page.clock.install()
    page.goto(f"{own_demo.address}/work-it-out/")
    assert page.get_by_role("button", name="Begin anew").is_visible()
    page.get_by_role("button", name="Go on where you stopped (step 2 of 11)").click()
    shown = [page.locator(f'#player [data-says="{name}"]') for name in ("title", "limit", "next")]
    told = ["Right calf, roller", "Lighter now: at most 3/10.", "Paused."]
    assert told == [one.inner_text() for one in shown]
    assert not page.get_by_label("Sound").is_checked()
    page.keyboard.press("q")
    page.select_option("select[name=after-0]", "2")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Today's session is kept.").wait_for()
    assert ["ways"] == page.evaluate("Object.keys(localStorage)")
    page.evaluate('localStorage.session = \'{"day": "2024-11-16"}\'')
    page.reload()
    assert not page.get_by_role("button", name="Begin anew").is_visible()
    assert ["ways"] == page.evaluate("Object.keys(localStorage)")
    worked = kept(tmp_path, "SELECT before, after FROM unload_storedworked")
    hurts = kept(tmp_path, 'SELECT step, "limit" FROM unload_storedhurt')
    assert ([(4.0, 2.0)], [(1, 5.0)]) == (worked, hurts)
    page.goto(f"{own_demo.address}/me/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in/")
    assert [] == page.evaluate("Object.keys(localStorage)")
