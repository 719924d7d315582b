"""History in a real browser: the chart by key says what the table says."""

from typing import Any

from playwright.sync_api import Browser, Page

from browsing import Served, Watch, browser, demo, playwright, signed_in, strangers

__all__ = ["browser", "demo", "playwright"]
DESK = {"viewport": {"width": 1280, "height": 900}}
# What the table says of the week that is the n-th from the newest, as the chart words it.
ROW = """(n) => {
  const heads = [...document.querySelectorAll(".weeks thead th")].map((h) => h.textContent);
  const cells = [...document.querySelectorAll(".weeks tbody tr")][n].cells;
  const told = [...cells].map((cell) => cell.textContent.trim());
  const numbers = told.slice(2).map((value, column) => `${heads[column + 2]} ${value}`);
  return [`${told[0]}: ${told[1]}`, numbers.join(" · ")];
}"""


def opened(browser: Browser, demo: Served, watch: Watch, **looks: Any) -> Page:
    page = signed_in(watch.over(browser.new_context(**looks).new_page()), demo)
    page.goto(f"{demo.address}/history/")
    return page


def read(page: Page) -> list[str]:
    """What the chart says of the week it stands on."""
    return page.locator(".reading").inner_text().splitlines()


def test_the_chart_by_key_says_what_the_table_says(browser: Browser, demo: Served) -> None:
    """Back and forth, to the ends, closer and wider; and nothing but this program is asked."""
    watch = Watch()
    page = opened(browser, demo, watch, **DESK)
    page.locator(".chart").focus()
    last = page.locator(".weeks tbody tr").count() - 1
    assert page.evaluate(ROW, 0) == read(page)
    keys = {"ArrowLeft": 1, "ArrowRight": 0, "Home": last, "+": last, "-": last, "End": 0}
    for key, row in keys.items():
        page.keyboard.press(key)
        assert page.evaluate(ROW, row) == read(page), key
    assert ([], set()) == (watch.complaints, strangers(watch, demo))


def test_the_pointer_reads_and_comes_closer(browser: Browser, demo: Served) -> None:
    """Over the middle a week of the middle is read; after a drag fewer weeks are as wide."""
    page = opened(browser, demo, Watch(), **DESK)
    over = page.locator(".chart .u-over")
    box = over.bounding_box()
    assert box
    across = [box["x"] + box["width"] * share for share in (0.5, 0.55)]
    height = box["y"] + box["height"] / 2
    page.mouse.move(across[0], height)
    middle = read(page)
    assert middle in [page.evaluate(ROW, row) for row in range(15, 25)]
    page.mouse.down()
    page.mouse.move(across[1], height)
    page.mouse.up()
    page.mouse.move(box["x"] + 5, height)
    assert read(page) in [page.evaluate(ROW, row) for row in range(15, 25)]


def test_without_a_script_there_are_bars_and_the_table(browser: Browser, demo: Served) -> None:
    """The same weeks, and nothing that only a script could move."""
    page = opened(browser, demo, Watch(), java_script_enabled=False)
    page.get_by_text("The same as a table").click()
    rows = page.locator(".weeks tbody tr")
    bars = page.locator(".still path").evaluate_all(
        "(all) => all.map((bar) => bar.getAttribute('d'))"
    )
    assert "".join(bars).count("M") == rows.count()
    assert (True, False) == (rows.first.is_visible(), page.locator(".chart").is_visible())
