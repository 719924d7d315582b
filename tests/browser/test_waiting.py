"""What waits on a phone: it is told, sent when it can be, and not thrown away unasked."""

from typing import Any

from playwright.sync_api import Browser, Page

from browsing import (
    PHONE,
    Served,
    Watch,
    browser,
    demo,
    empty,
    first_account,
    phone,
    playwright,
    signed_in,
)

__all__ = ["browser", "demo", "empty", "phone", "playwright"]
WAITS = "One thing you said waits on this device, not sent yet."
LOST = "Something you said has not been sent yet and would be lost. Sign out all the same?"
ASKED = "navigator.storage.persist = async () => { window.asked = true; return true; }"
KEPT = """async () => {
  const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const kept = await Promise.all(shelves.map((shelf) => shelf.keys()));
  return kept.flat().map((request) => new URL(request.url).pathname);
}"""


def put_aside(context: Any, page: Page, served: Served) -> None:
    """Check in where there is no connection."""
    page.get_by_role("link", name="Choose files").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    context.set_offline(True)
    page.goto(f"{served.address}/check-in/")
    page.locator("input[name=mood][value='2']").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text(WAITS).wait_for()


def test_what_waits_is_sent_once_there_is_a_connection(phone: Any, empty: Served) -> None:
    """While the page stands open, touched by nobody; it was asked not to be dropped (D15, D16)."""
    context = phone()
    page = context.new_page()
    page.add_init_script(ASKED)
    first_account(page, empty)
    put_aside(context, page, empty)
    assert page.evaluate("window.asked")
    context.set_offline(False)
    page.locator("#unsent").wait_for(state="hidden")


def test_signing_out_asks_before_it_drops_what_waits(phone: Any, empty: Served) -> None:
    """Who says no stays signed in, and nothing is lost (D18)."""
    context = phone()
    page = context.new_page()
    first_account(page, empty)
    put_aside(context, page, empty)
    page.route("**/check-in/queued/", lambda route: route.abort())
    context.set_offline(False)
    page.goto(f"{empty.address}/me/")
    page.get_by_text(WAITS).wait_for()
    page.once("dialog", lambda dialog: dialog.dismiss())
    with page.expect_event("dialog") as asked:
        page.get_by_role("button", name="Sign out", exact=True).click()
    assert asked.value.message == LOST
    page.reload()
    page.get_by_text(WAITS).wait_for()


def test_a_browser_keeps_no_page_of_the_runner_but_the_steps(
    browser: Browser, demo: Served
) -> None:
    """What is everybody's, and the steps of the day once opened; signing out takes them (S34)."""
    watch = Watch()
    page = signed_in(watch.over(browser.new_context(**PHONE).new_page()), demo)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for path in ("", "body/", "week/", "work-it-out/", "me/"):
        page.goto(f"{demo.address}/{path}")
        page.wait_for_load_state("networkidle")
    kept = [path for path in page.evaluate(KEPT) if not path.startswith("/static/")]
    assert {"/check-in/away/", "/work-it-out/"} == {*kept}
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in/")
    assert "/work-it-out/" not in page.evaluate(KEPT)
    page.go_back()
    assert "/sign-in/" in page.url
