"""Doubts and Why in a real browser: sliders by keyboard, a past day word for word, axe on both."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from browsing import (
    PHONE,
    RULES,
    Served,
    Watch,
    browser,
    demo,
    playwright,
    signed_in,
    strangers,
)

__all__ = ["browser", "demo", "playwright"]  # fixtures
PAGES = ("doubts/?later=3&spared=5", "why/", "why/year/", "why/told/", "why/told/2024-11-17/",
         "why/told/2024-11-17/?anew")  # fmt: skip


def opened(browser: Browser, demo: Served, watch: Watch, **looks: Any) -> Page:
    return signed_in(watch.over(browser.new_context(**PHONE, **looks).new_page()), demo)


def test_sliders_by_keyboard_change_the_picture_and_the_words(
    browser: Browser, demo: Served
) -> None:
    """What a slider stands on is said at once; picture, facts and answers follow; focus stays."""
    watch = Watch()
    page = opened(browser, demo, watch)
    page.goto(f"{demo.address}/doubts/")
    picture, facts = page.locator("#drawn svg"), page.locator("#facts > p")
    before, told = picture.inner_html(), facts.inner_text()
    later = page.get_by_label("When")
    later.focus()
    for _ in range(18):
        page.keyboard.press("ArrowRight")
    expect(page.locator("output[for=later]")).to_have_text("from 24 Mar 2025")
    assert "from 24 Mar 2025" == later.get_attribute("aria-valuetext")
    expect(facts).not_to_have_text(told)
    assert before != picture.inner_html()
    assert "later" == page.evaluate("document.activeElement.id")
    page.get_by_label("It spares you").focus()
    page.keyboard.press("End")
    expect(page.locator("#believed")).to_contain_text("You would say 30 in a hundred.")
    page.get_by_label("How deep").focus()
    page.keyboard.press("End")
    expect(page.locator("#answers")).to_contain_text("The 6.2 km you leave out")
    assert f"{demo.address}/doubts/" == page.url
    assert ([], set()) == (watch.complaints, strangers(watch, demo))


def test_without_a_script_a_button_supposes(browser: Browser, demo: Served) -> None:
    """The same form, sent as a form."""
    page = opened(browser, demo, Watch(), java_script_enabled=False)
    page.goto(f"{demo.address}/doubts/")
    page.get_by_label("When").focus()
    page.keyboard.press("End")
    page.get_by_role("button", name="Suppose it").click()
    assert "from 21 Apr 2025" == page.locator("output[for=later]").inner_text()
    page.get_by_role("link", name="Back to the week as written").click()
    assert "from 18 Nov" == page.locator("output[for=later]").inner_text()


def test_a_past_day_is_shown_as_it_was_told(browser: Browser, demo: Served) -> None:
    """From Why to the list, to the day, to what would be said of it now; sources a click away."""
    watch = Watch()
    page = opened(browser, demo, watch)
    page.goto(f"{demo.address}/why/")
    page.get_by_role("link", name="All days, word for word").click()
    page.get_by_role("link", name="Tuesday 12 November").click()
    assert "A lighter week is due soon: begin on Monday." == page.locator("h1").inner_text()
    assert page.get_by_role("heading", name="The reasons").is_visible()
    page.get_by_role("link", name="source 1").first.click()
    assert page.url.endswith("#source-1")
    page.get_by_role("link", name="Think that day out anew").click()
    assert "It would say now" in page.inner_text("main")
    assert ([], set()) == (watch.complaints, strangers(watch, demo))


def test_a_check_in_is_followed_by_what_is_told(browser: Browser, demo: Served) -> None:
    """A moment later the answer that it led to stands among the days, and the earlier one too."""
    page = opened(browser, demo, Watch())
    page.goto(f"{demo.address}/check-in/")
    for name in ("sleep", "fatigue", "soreness"):
        page.locator(f"input[name={name}][value='1']").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("status").wait_for()
    earlier = page.get_by_role("heading", name="Earlier that day")
    for _ in range(20):
        page.goto(f"{demo.address}/why/told/2024-11-17/")
        if earlier.count():
            break
        page.wait_for_timeout(500)
    assert earlier.is_visible()


def test_axe_finds_nothing(browser: Browser, demo: Served) -> None:
    """On either page, in light and in dark, on a phone; and none is wider than the phone."""
    watch = Watch()
    page, axe = opened(browser, demo, watch), Axe()
    for path in PAGES:
        page.goto(f"{demo.address}/{path}")
        for details in page.locator("main details.steps").all():
            details.locator("summary").click()
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            found = axe.run(page, options=rules).response["violations"]
            told = [(f["id"], [n["target"] for n in f["nodes"]][:3]) for f in found]
            assert [] == told, f"{path} in {scheme}"
        assert 390 == page.evaluate("document.documentElement.scrollWidth"), f"{path} scrolls aside"
    assert ([], set()) == (watch.complaints, strangers(watch, demo))
