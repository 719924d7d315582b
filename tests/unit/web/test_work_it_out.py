"""Work it out: nothing where the terminal has nothing, kept once, stopped in one place for both."""

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest

from pages import Site
from play_samples import STEPS, K
from unload.model.history import Side
from unload.model.play import Press
from unload.science.player import replayed
from unload.service import playing
from unload.store import worked
from unload.web.check_in import AHEAD, LONGEST_WAIT
from unload.web.models import Owner

PAGE, QUEUED = "/work-it-out/", "/work-it-out/queued/"
TODAY = date(2024, 11, 17)


def form(site: Site, **said: str) -> dict[str, str]:
    """What the form of the page sends, with what was said in it."""
    page = site.owner.get(PAGE).content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(key|given)" value="([^"]+)"', page))
    return hidden | {name.replace("_", "-"): value for name, value in said.items()}


def log(*events: tuple[float, str]) -> str:
    return json.dumps(events)


def hurts() -> list[Any]:
    return [(hurt.technique, hurt.side, hurt.limit, hurt.alarming) for hurt in worked.hurts("")]


def soreness() -> list[Any]:
    return [(one.day, one.region, one.side, one.before, one.after) for one in worked.worked("")]


def test_the_steps_are_listed_with_what_comes_before_and_after(site: Site) -> None:
    """Side, dose and how; the soreness of the spot that is known; the spot on the map."""
    page = site.owner.get(PAGE).content.decode()
    assert "Left calf, roller, 3 x 45 s." in page
    assert 'name="before-0" data-known="5"' in page
    assert 'class="region sore" id="calf-left-back"' in page
    assert 11 == page.count('<span class="marker"><span class="label">')
    assert b'href="/work-it-out/">Work it out now' in site.owner.get("/body/").content


def test_the_player_is_given_every_number_and_every_word(site: Site) -> None:
    """Rounds, limits before and after it hurt, the change from roller to ball; how, once."""
    page = site.owner.get(PAGE).content.decode()
    given = json.loads(unescape(re.findall(r'data-play="([^"]+)"', page)[0]))
    first, other = given["steps"][:2]
    assert ("Left calf, roller", 45, 3, "calf", "left") == tuple(
        first[name] for name in ("title", "seconds", "sets", "region", "side")
    )
    assert ("set 3 of 3", [""]) == (first["rounds"][2], other["rounds"])
    assert ("At most 5/10.", "Lighter now: at most 3/10.") == (first["limit"], first["eased"])
    assert ("Right calf, roller.", True) == (other["spoken"], len(first["spoken"]) > 90)
    assert [7] == [n for n in range(10) if given["changes"][n][n + 1] > 0]


def test_the_steps_of_a_day_are_known_by_a_name_that_says_nothing(site: Site) -> None:
    """The same whenever they are opened, another with another spot; so a browser may keep it."""
    given = [
        json.loads(unescape(re.findall(r'data-play="([^"]+)"', answer.content.decode())[0]))
        for answer in (
            site.owner.get(PAGE),
            site.owner.get(PAGE),
            site.owner.post(PAGE, form(site, before_0="8", begin="1")),
        )
    ]
    first, again, other = ((play["day"], play["routine"]) for play in given)
    assert ("2024-11-17", 40) == (first[0], len(first[1]))
    assert (first, True) == (again, first != other)


def test_a_key_is_kept_as_long_as_its_session_may_come() -> None:
    """Whatever day it is on the phone."""
    assert worked.KEYS_KEPT > LONGEST_WAIT + AHEAD


def test_a_session_from_the_list_is_kept_once(site: Site) -> None:
    """Soreness before and after, what hurt with its limit; the day says so."""
    assert b"session is kept" not in site.owner.get(PAGE).content
    sent = form(site, before_0="4", after_0="2", hurt_1="no")
    assert [PAGE, PAGE] == [site.owner.post(PAGE, sent).url for _ in range(2)]
    assert [(TODAY, "calf", Side.LEFT, 4.0, 2.0)] == soreness()
    assert [("calf-roller", Side.RIGHT, 5.0, False)] == hurts()
    assert b"session is kept" in site.owner.get(PAGE).content


def test_a_log_is_played_again_and_kept_once(site: Site) -> None:
    """What hurt is what was worked on at that second, whatever else the sender says."""
    sent = form(site, after_0="0", hurt_5="yes") | {
        "log": log((0, "pause"), (20, "hurts"), (3, "no"), (130, "hurts"), (1, "no"), (900, ""))
    }
    assert [204, 204] == [site.owner.post(QUEUED, sent).status_code for _ in range(2)]
    sides = (Side.LEFT, Side.RIGHT)
    assert [("calf-roller", side, 5.0, False) for side in sides] == hurts()
    assert [(TODAY, "calf", Side.LEFT, None, 0.0)] == soreness()


def test_a_stop_ends_the_day_on_the_page_and_on_the_terminal(site: Site) -> None:
    """No soreness after it is kept, no session is shown; tomorrow there is one again."""
    sent = form(site, before_0="4", after_0="2")
    site.owner.post(QUEUED, sent | {"log": log((0, "pause"), (20, "hurts"), (3, "yes"))})
    assert [(TODAY, "calf", Side.LEFT, 4.0, None)] == soreness()
    page = site.owner.get(PAGE).content
    assert (True, False) == (b"No session today." in page, b'name="given"' in page)
    assert worked.stopped_on("", TODAY)


def test_a_stop_on_the_terminal_is_honoured(site: Site) -> None:
    """As long as its file lies in the same folder; erasing takes the file along."""
    now = playing.Playing(
        playing.own(), "", replayed([Press.PAUSE, Press.HURTS, Press.YES], STEPS, TODAY, K.routine)
    )
    playing.save(replace(now, whose="somebody else"))
    assert b"No session today." not in site.owner.get(PAGE).content
    playing.save(now)
    assert b"No session today." in site.owner.get(PAGE).content
    site.notebook().erase()
    assert not (site.folder / playing.FILE).exists()


def test_what_was_told_before_it_goes_on_and_nothing_is_kept_yet(site: Site) -> None:
    """The steps can be marked then, and the soreness after is asked."""
    before = site.owner.post(PAGE, form(site, before_0="3") | {"begin": "1"}).content.decode()
    assert '<option value="3" selected>' in before
    assert 11 == before.count('class="hurts"')
    assert [] == soreness()


def test_what_got_worse_is_not_pressed(site: Site) -> None:
    """A calf at 9 is left out of the steps, and says so; the other one stays."""
    worse = site.owner.post(PAGE, form(site, before_0="9") | {"begin": "1"}).content.decode()
    assert "hurts more than 5/10, so nothing presses it" in worse
    assert (False, True) == ("Left calf, roller" in worse, "Right calf, roller" in worse)


@pytest.mark.parametrize("day", ["2024-11-18", "2024-11-17"])
def test_no_routine_where_questions_or_flags_stand(site: Site, day: str) -> None:
    """The page leads to Body instead."""
    Owner.objects.update(stays_on=day)
    if day == "2024-11-17":
        site.owner.post("/body/", {"asked": ["swollen-calf"], "yes": ["swollen-calf"]})
    page = site.owner.get(PAGE).content.decode()
    assert 'name="given"' not in page
    assert 'class="button main" href="/body/"' in page


def test_where_nothing_hurts_there_are_still_steps(new_site: Site) -> None:
    """The large muscles and the soles; without a minute there is nothing."""
    page = new_site.owner.get(PAGE).content.decode()
    assert ("Left sole" in page, 'name="before-0"' in page) == (True, False)
    Owner.objects.update(minutes=0)
    page = new_site.owner.get(PAGE).content.decode()
    assert "Nothing to work on." in page
    assert 'class="button main" href="/me/"' in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"given": "moon"}, {"before-0": "11"}, {"after-0": "x"}, {"log": "{"}, {"log": "[[1]]"},
        {"log": '[[1, "dance"]]'}, {"log": '[[-1, "pause"]]'}, {"log": '[[NaN, "pause"]]'},
        {"log": '[["1", "pause"]]'}, {"log": "3"}, {"log": "[" * 100_000},
        {"log": json.dumps([[0, "pause"]] * 5001)},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_not_kept(site: Site, wrong: dict[str, str]) -> None:
    """In a sentence, whoever sends it."""
    answer = site.owner.post(QUEUED, form(site, before_0="4") | wrong)
    assert (400, True) == (answer.status_code, b'role="alert"' in answer.content)
    assert ([], False) == (soreness(), worked.played_on("", TODAY))


def test_a_day_too_far_off_is_refused(site: Site) -> None:
    """A page of last year lies open somewhere; one of two weeks ago is kept for its own day."""
    sent = form(site, before_0="4")
    Owner.objects.update(stays_on="2025-01-01")
    assert 400 == site.owner.post(QUEUED, sent).status_code
    Owner.objects.update(stays_on="2024-12-01")
    assert 204 == site.owner.post(QUEUED, sent).status_code
    assert [(TODAY, "calf", Side.LEFT, 4.0, None)] == soreness()


def test_a_page_signed_by_nobody_is_refused(site: Site) -> None:
    """The steps that come back are those that went out."""
    sent = form(site)
    changed = sent["given"][:-3] + "AAA"
    assert 400 == site.owner.post(QUEUED, sent | {"given": changed}).status_code
