"""A week of check-ins in a real browser: by thumb, on seven days, far from any connection."""

import sqlite3
from datetime import date, datetime, time, timedelta
from pathlib import Path

from playwright.sync_api import Browser, Page

from browsing import PHONE, Served, Watch, browser, empty, first_account, playwright, strangers

__all__ = ["browser", "empty", "playwright"]
DAYS = 7
SCALES = ("sleep", "fatigue", "soreness", "stress", "mood")
# One tap each: five scales, whether anything hurts, whether one is ill, and Keep it.
TAPS = 8


def taps(page: Page, answer: int) -> int:
    """Check in by thumb, nothing hurts and nobody is ill; how many taps that took."""
    pills = [f"input[name={name}][value='{answer}']" for name in SCALES]
    pills += [f"input[name={name}][value='no']" for name in ("hurts", "ill")]
    for pill in pills:
        page.locator(pill).tap()
    page.get_by_role("button", name="Keep it").tap()
    return len(pills) + 1


def test_a_week_of_check_ins(browser: Browser, empty: Served, tmp_path: Path) -> None:
    """Each waits under its own day, is counted, and is kept once when there is a connection."""
    watch, last = Watch(), date.today()
    context = browser.new_context(**PHONE, has_touch=True)
    page = watch.over(context.new_page())
    first_account(page, empty)
    page.get_by_role("link", name="Choose files").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    days = [last - timedelta(days=ago) for ago in reversed(range(DAYS))]
    for number, day in enumerate(days, start=1):
        page.clock.set_fixed_time(datetime.combine(day, time(12)))
        page.goto(f"{empty.address}/check-in/")
        assert TAPS == taps(page, 1 + number % 5)
        many = f"{number} things you said wait on this device"
        page.get_by_text("One thing you said waits" if number == 1 else many).wait_for()
    context.set_offline(False)
    page.goto(f"{empty.address}/me/")
    page.wait_for_function("document.getElementById('unsent').hidden")
    page.wait_for_load_state("networkidle")
    with sqlite3.connect(tmp_path / "unload.sqlite3") as kept:
        found = kept.execute("SELECT day, mood FROM unload_revision ORDER BY day").fetchall()
    kept.close()
    assert [(str(day), 1.0 + number % 5) for number, day in enumerate(days, start=1)] == found
    assert set() == strangers(watch, empty)
