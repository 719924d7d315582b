"""The player in a real browser: by keyboard, what hurts, without a connection, for every ear."""

import json
import random
import sqlite3
from collections.abc import Iterator
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
    demo,
    lose_first,
    own_demo,
    phone,
    playwright,
    signed_in,
    strangers,
)
from play_samples import STEPS, TODAY, K
from unload.model.play import Event, Play, Press, Tick
from unload.service.played_elsewhere import changes_of, replayed

__all__ = ["browser", "demo", "own_demo", "phone", "playwright"]  # fixtures
LOGS, EVENTS = 300, 40
# A device that speaks only with the help of others, and one that has a voice of its own.
VOICES = """
window.spoken = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "en-GB", localService: %s }], cancel() {},
  speak(said) { spoken.push(said.text); }, addEventListener() {},
} });
"""


def kept(folder: Path, what: str) -> list[Any]:
    """Rows of the demo's store."""
    with sqlite3.connect(folder / "demo" / "unload.sqlite3") as store:
        rows = store.execute(what).fetchall()
    store.close()
    return rows


def opened(page: Page, demo: Served) -> Page:
    """The page of the session, before it begins."""
    signed_in(page, demo)
    page.goto(f"{demo.address}/work-it-out/")
    return page


def said(page: Page, name: str) -> str:
    return page.locator(f'#player [data-says="{name}"]').inner_text()


def test_a_session_by_keyboard(browser: Browser, own_demo: Served, tmp_path: Path) -> None:
    """From the soreness before it to the soreness after it; what hurts twice is left out."""
    watch = Watch()
    page = watch.over(browser.new_context(**PHONE).new_page())
    page.clock.install()
    opened(page, own_demo)
    page.select_option("select[name=before-0]", "4")
    page.get_by_role("button", name="Begin").press("Enter")
    assert ("0:45", "Lie right, then start.") == (said(page, "clock"), said(page, "next"))
    page.clock.run_for(5000)
    assert "0:45" == said(page, "clock")
    page.keyboard.press("Space")
    page.clock.run_for(50_500)
    assert ("set 2 of 3", "0:40") == (said(page, "round"), said(page, "clock"))
    page.keyboard.press("ArrowRight")
    assert "Right calf, roller" == said(page, "title")
    page.keyboard.press("h")
    assert "Hurts: right calf, roller." in said(page, "question")
    page.clock.run_for(60_000)
    page.keyboard.press("n")
    assert "Lighter now: at most 3/10." == said(page, "limit")
    page.keyboard.press("h")
    page.keyboard.press("n")
    assert "Left hamstring, roller" == said(page, "title")
    page.keyboard.press("Escape")
    page.clock.run_for(60_000)
    page.get_by_role("button", name="Go on").press("Enter")
    assert ("0:45", "Paused.") == (said(page, "clock"), said(page, "next"))
    page.keyboard.press("Space")
    page.clock.run_for(600_000)
    assert not page.locator("#player").is_visible()
    page.select_option("select[name=after-0]", "2")
    page.get_by_role("button", name="Keep it").press("Enter")
    page.get_by_text("Today's session is kept.").wait_for()
    worked = kept(tmp_path, "SELECT region, side, before, after FROM unload_storedworked")
    assert [("calf", "left", 4.0, 2.0)] == worked
    hurts = kept(tmp_path, 'SELECT step, side, "limit", alarming FROM unload_storedhurt')
    assert [(1, "right", 5.0, 0), (1, "right", 3.0, 0)] == hurts
    assert ([], set()) == (watch.complaints, strangers(watch, own_demo))


def test_a_yes_ends_the_day(browser: Browser, own_demo: Served, tmp_path: Path) -> None:
    """It is sent at once, nothing more is asked, and the page has no session any more."""
    page = opened(browser.new_context(**PHONE).new_page(), own_demo)
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="That hurts").click()
    page.get_by_role("button", name="Yes: stop here").click()
    page.get_by_role("heading", name="No session today.").wait_for()
    assert [(0, 1)] == kept(tmp_path, "SELECT step, alarming FROM unload_storedhurt")


def test_what_got_worse_is_looked_at_anew(browser: Browser, demo: Served) -> None:
    """By the program, which leaves it out; then it begins."""
    page = opened(browser.new_context(**PHONE).new_page(), demo)
    page.select_option("select[name=before-0]", "8")
    page.get_by_role("button", name="Begin").click()
    page.get_by_text("so nothing presses it").wait_for()
    page.get_by_role("button", name="Begin").click()
    assert "Right calf, roller" == said(page, "title")


def test_a_session_without_a_connection_is_kept_once(
    phone: Any, own_demo: Served, tmp_path: Path
) -> None:  # fmt: skip
    """Opened and played from the device, in a browser that is closed; sent twice, kept once."""
    context = phone()
    page = context.new_page()
    opened(page, own_demo)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.wait_for_function("caches.match('/work-it-out/').then(Boolean)")
    page.wait_for_load_state("networkidle")
    context.set_offline(True)
    page.goto(f"{own_demo.address}/work-it-out/")
    page.select_option("select[name=before-0]", "3")
    page.get_by_role("button", name="Begin").click()
    page.keyboard.press("Space")
    page.keyboard.press("q")
    for _ in range(2):
        page.get_by_role("button", name="Keep it").click()
        page.get_by_text("One thing you said waits on this device").wait_for()
    page = phone().new_page()
    lost = lose_first(page, "**/work-it-out/queued/")
    page.goto(f"{own_demo.address}/me/")
    page.get_by_text("One thing you said waits on this device").wait_for()
    assert 1 == len(lost)
    page.reload()
    page.wait_for_function("document.getElementById('unsent').hidden")
    page.wait_for_load_state("networkidle")
    assert [(3.0, None)] == kept(tmp_path, "SELECT before, after FROM unload_storedworked")
    assert [(1,)] == kept(tmp_path, "SELECT count(*) FROM unload_received")
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.wait_for_url("**/sign-in/")
    assert page.evaluate("caches.match('/work-it-out/').then((page) => !page)")


def test_axe_finds_nothing_in_the_player(browser: Browser, demo: Served) -> None:
    """While it runs and while it asks, in light and in dark; nothing moves out of the phone."""
    page, axe = opened(browser.new_context(**PHONE).new_page(), demo), Axe()
    page.get_by_role("button", name="Begin").click()
    for key in ("Space", "h"):
        page.keyboard.press(key)
        for scheme, rules in RULES.items():
            page.emulate_media(color_scheme=scheme)
            found = axe.run(page, options=rules).response["violations"]
            assert [] == [(one["id"], one["nodes"][0]["target"]) for one in found], (key, scheme)
        assert 390 == page.evaluate("document.getElementById('player').scrollWidth")
    assert "polite" == page.locator('[data-says="live"]').get_attribute("aria-live")
    assert "Hurts: left calf" in page.locator('[data-says="live"]').text_content()


@pytest.mark.parametrize("own", [True, False])
def test_only_a_voice_of_the_device_speaks(browser: Browser, demo: Served, own: bool) -> None:
    """It says what to do; a voice that needs others is not offered."""
    context = browser.new_context(**PHONE)
    context.add_init_script(VOICES % json.dumps(own))
    page = opened(context.new_page(), demo)
    page.get_by_role("button", name="Begin").click()
    assert own is page.get_by_text("Voice", exact=True).is_visible()
    page.keyboard.press("ArrowRight")
    spoken = page.evaluate("spoken")
    assert ["Left calf, roller. S", "Right calf, roller."] == [s[:20] for s in spoken] or not own
    assert own is bool(spoken)


def test_the_script_walks_as_the_program_does(browser: Browser, demo: Served) -> None:
    """Through the same events to the same second of the same step, whatever is pressed when."""
    chance, page = random.Random(7), opened(browser.new_context().new_page(), demo)
    logs = [[_event(chance) for _ in range(EVENTS)] for _ in range(LOGS)]
    given = {
        "steps": [
            {"seconds": s.seconds, "sets": s.sets, "region": s.technique.region} for s in STEPS
        ],
        "changes": changes_of(STEPS, K),
    }
    walk = """([given, logs]) => logs.map((log) => log.reduce((play, [seconds, press]) =>
      Play.pressed(Play.ticked(play, given, seconds), given, press), Play.begun(given)))"""
    for log, found in zip(logs, page.evaluate(walk, [given, logs]), strict=True):
        play = replayed([e for row in log for e in _events(*row)], STEPS, TODAY, K)
        assert _told(play) == tuple(found[name] for name in FIELDS), log
        easy = {
            n for n, (is_, was) in enumerate(zip(play.limits, LIMITS, strict=True)) if is_ != was
        }
        assert easy == set(found["eased"])


FIELDS = ("at", "left", "phase", "held", "paused", "hurts", "out")
LIMITS = [step.limit for step in STEPS]


def _event(chance: random.Random) -> tuple[float, str]:
    """Something that may happen: often soon, sometimes right where a step ends."""
    seconds = chance.choice((0, 1, 15, 45, 90, chance.randrange(60 * 1024) / 1024))
    presses = [press.value for press in Press if press is not Press.QUIT] * 9
    return seconds, chance.choice([*presses, "pause", "quit", ""])


def _events(seconds: float, press: str) -> Iterator[Event]:
    yield Tick(seconds)
    if press:
        yield Press(press)


def _told(play: Play) -> tuple[Any, ...]:
    hurts = [hurt.step for hurt in play.hurts]
    where = (play.at, play.left_s, play.phase, play.held, play.paused)
    return (*where, hurts, list(play.left_out))
