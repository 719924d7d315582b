"""Ways in, in a real browser: a passkey that is added and shown, a code from a phone, axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils.timezone import now
from playwright.sync_api import Browser, Page
from pyotp.totp import TOTP

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

__all__ = ["browser", "own_demo", "playwright"]  # fixtures, found here by their names

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def demo(own_demo: Served) -> Served:
    """A demo of each test's own, under the name that it prints: no number has passkeys."""
    return own_demo


def checked(page: Page, axe: Axe) -> None:
    """Axe finds nothing in light and in dark, and the page is as wide as the phone."""
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        found = axe.run(page, options=rules).response["violations"]
        assert [] == [(fault["id"], fault["nodes"][0]["html"]) for fault in found], page.url
    assert 390 == page.evaluate("document.documentElement.scrollWidth"), page.url


def phone(browser: Browser, watch: Watch) -> Page:
    """A page on a device that makes passkeys."""
    page = watch.over(browser.new_context(**PHONE).new_page())
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return page


def test_a_passkey_is_added_and_lets_in(browser: Browser, demo: Served) -> None:
    """From Me, out, and in again without a password; removed, it lets nobody in."""
    watch, axe = Watch(), Axe()
    page = signed_in(phone(browser, watch), demo)
    page.goto(f"{demo.address}/me/")
    page.get_by_role("link", name="Passkeys none").click()
    checked(page, axe)
    page.fill("#name", "test device")
    page.fill("#password", "not the password")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("That is not your password.").wait_for()
    page.fill("#password", demo.secret)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_text("The passkey is kept.").wait_for()
    checked(page, axe)
    page.goto(f"{demo.address}/me/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("link", name="Check-in").first.wait_for()
    page.goto(f"{demo.address}/me/passkeys/")
    page.get_by_role("button", name="Remove test device").click()
    page.get_by_text("lets nobody in any more").wait_for()
    page.goto(f"{demo.address}/me/")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("That passkey does not open anything here.").wait_for()
    checked(page, axe)
    refused = [told for told in watch.complaints if "400" not in told]
    assert ([], set()) == (refused, strangers(watch, demo))


def test_a_code_is_asked_for(browser: Browser, demo: Served) -> None:
    """Turned on with a first code, asked for at the door, with script or without."""
    watch, axe = Watch(), Axe()
    page = signed_in(watch.over(browser.new_context(**PHONE).new_page()), demo)
    page.goto(f"{demo.address}/me/codes/")
    checked(page, axe)
    page.fill("#password", demo.secret)
    page.get_by_role("button", name="Begin").click()
    checked(page, axe)
    codes = TOTP(page.inner_text("figure code").replace(" ", ""))
    page.fill("#code", codes.now())
    page.get_by_role("button", name="Turn codes on").click()
    assert 8 == page.locator(".once code").count()
    recovery = page.locator(".once code").first.inner_text()
    checked(page, axe)
    page.goto(f"{demo.address}/me/codes/")
    checked(page, axe)
    for code, script in ((codes.at(now(), 1), True), (recovery, False)):
        visitor = browser.new_context(**PHONE, java_script_enabled=script).new_page()
        signed_in(visitor, demo)
        visitor.get_by_role("heading", name="And the code.").wait_for()
        if script:
            checked(visitor, axe)
        visitor.fill("#code", code)
        visitor.get_by_role("button", name="Sign in").click()
        visitor.get_by_role("link", name="Check-in").first.wait_for()
    assert ([], set()) == (watch.complaints, strangers(watch, demo))
