"""The body over time in a real browser: the slider marks what was sore, week by week."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browsing import PHONE, RULES, Served, browser, demo, playwright, signed_in

__all__ = ["browser", "demo", "playwright"]  # fixtures


def test_the_slider_goes_back_in_time(browser: Browser, demo: Served) -> None:
    """By keyboard; the map, the words and what a screen reader is told go along."""
    page = signed_in(browser.new_context(**PHONE).new_page(), demo)
    page.goto(f"{demo.address}/body/")
    slider, told = page.get_by_label("Week by week"), page.locator(".past .told")
    assert not page.get_by_role("link", name="Earlier").is_visible()
    assert ("Today left calf 5/10", "Today") == (
        told.inner_text(), slider.get_attribute("aria-valuetext"),
    )  # fmt: skip
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    assert "4 November – 10 November left calf" in told.inner_text()
    assert "sore" in str(page.locator("#calf-left-back").get_attribute("class"))
    assert "Back: left calf" in str(page.locator("#body-back").get_attribute("aria-label"))
    found = Axe().run(page, options=RULES["light"]).response["violations"]
    assert [] == [(one["id"], one["nodes"][0]["target"]) for one in found]


def test_without_a_script_links_go_back(browser: Browser, demo: Served) -> None:
    """One week at a time."""
    page = signed_in(browser.new_context(java_script_enabled=False).new_page(), demo)
    page.goto(f"{demo.address}/body/")
    assert not page.get_by_label("Week by week").is_visible()
    page.get_by_role("link", name="Earlier").click()
    assert "11 November – 17 November" in page.locator(".past .told").inner_text()
    page.get_by_role("link", name="Later").click()
    assert "Today" in page.locator(".past .told").inner_text()
