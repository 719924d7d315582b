"""What is typed is read strictly: unanswered is left out, half an answer is refused."""

from typing import Any

import pytest
from django.http import QueryDict

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import ScreenResult
from unload.model.history import Side, SoreSpot
from unload.model.play import Press, Tick
from unload.web.forms import (
    AboutMe,
    Start,
    check_in_answers,
    events_told,
    flag_answers,
    hurts_told,
    pain_told,
    results_told,
)

TOOLS = ("roller", "ball")


def sent(text: str) -> QueryDict:
    return QueryDict(text)


def test_unanswered_is_left_out() -> None:
    """Neither 0 nor no (X14)."""
    assert {} == check_in_answers(sent("sleep=&ill=&hurts=&place-1=&pain-1="))


def test_answers_are_read() -> None:
    """Five items, whether ill, and that nothing hurts."""
    found = check_in_answers(sent("sleep=4&mood=2&ill=no&hurts=no"))
    assert {"sleep": 4.0, "mood": 2.0, "ill": False, "spots": ()} == found


@pytest.mark.parametrize("said", ["true", "True", "1", "on", "None", "yes,no"])
def test_only_yes_is_yes(said: str) -> None:
    """A word that a program takes for true is no answer of the form (S13)."""
    assert {} == check_in_answers(sent(f"ill={said}&hurts={said}"))


def test_a_sore_spot_is_read_with_what_was_said_of_it() -> None:
    """0 on waking is a measurement; what was not ticked was not asked."""
    text = "hurts=yes&place-1=&place-2=calf:left&pain-2=3&morning-2=0&at_night-2=1"
    spot = SoreSpot("calf", Side.LEFT, 3.0, 0.0, at_night=True)
    assert {"spots": (spot,)} == check_in_answers(sent(text))


def test_places_without_the_answer_that_something_hurts_do_not_count() -> None:
    """Nor is "something hurts" without a place an answer that nothing does."""
    assert {} == check_in_answers(sent("place-1=calf:left&pain-1=3"))
    assert {} == check_in_answers(sent("hurts=yes&place-1="))


@pytest.mark.parametrize(
    "text",
    [
        "sleep=good",
        "hurts=yes&place-1=calf:left",
        "hurts=yes&place-1=calf:left&pain-1=11",
        "hurts=yes&place-1=calf:above&pain-1=3",
        "hurts=yes&place-1=calf&pain-1=3",
    ],
)
def test_what_cannot_be_is_refused(text: str) -> None:
    """A pain that was not said is not guessed."""
    with pytest.raises(UnloadError):
        check_in_answers(sent(text))


def test_ticked_is_yes_and_the_others_that_stood_there_are_no() -> None:
    """A question that is not known, or was not on the page, is not answered."""
    found = flag_answers(sent("asked=a&asked=b&asked=x&yes=b&yes=c"), {"a", "b", "c"})
    assert {"a": False, "b": True} == found


def about(**typed: Any) -> AboutMe:
    text = QueryDict(mutable=True)
    text.update({"units": "km", **typed})
    return AboutMe(text, tools=TOOLS)


def test_what_is_typed_is_kept_in_si() -> None:
    """Miles and pounds on the page, metres and kilograms in the table."""
    form = about(units="mi", race_day="2025-04-21", race_distance="26.2", weight="150")
    assert form.is_valid()
    kept = form.kept()
    assert (42165, 68.0) == (round(kept["race_m"]), round(kept["weight_kg"], 1))
    assert (None, None, "") == (kept["tools"], kept["hr_max"], kept["zone"])


@pytest.mark.parametrize(
    "typed",
    [
        {"units": "leagues"}, {"zone": "Mars/Olympus"}, {"race_day": "2025-04-21"},
        {"race_distance": "10"}, {"weight": "3"}, {"weight": "nan"}, {"hr_max": "900"},
        {"tools": "hammer"},
    ],
)  # fmt: skip
def test_what_no_runner_is_is_refused(typed: dict[str, str]) -> None:
    """One wrong field, and nothing is kept."""
    assert not about(**typed).is_valid()


@pytest.mark.parametrize("password", ["short", "password123", "qwertyuiop"])
def test_a_weak_password_is_refused(password: str) -> None:
    """Too short, or one that everybody tries first."""
    assert not Start({"code": "x", "name": "ann", "password": password}).is_valid()


def test_a_soreness_is_read_and_none_is_none() -> None:
    """0 is a measurement; 11 is none."""
    said = sent("before-0=0&after-0=&before-1=11")
    assert (0.0, None, None) == tuple(
        pain_told(said, name) for name in ("before-0", "after-0", "after-1")
    )
    with pytest.raises(UnloadError, match="from 0 to 10"):
        pain_told(said, "before-1")


def test_steps_that_hurt_are_read() -> None:
    """Yes and no, and nothing else, of steps that there are."""
    assert {0: True, 2: False} == hurts_told(sent("hurt-0=yes&hurt-1=x&hurt-2=no&hurt-9=yes"), 3)


def test_a_log_is_read_event_by_event() -> None:
    """Time goes by before what is pressed; at the end nothing is."""
    events = [Tick(0), Press.PAUSE, Tick(2.5)]
    assert events == events_told('[[0, "pause"], [2.5, ""]]')


def test_a_self_test_is_read_as_it_is_measured() -> None:
    """Yes, no or nothing; or a number for each side, of which one may be missing."""
    screens = load_knowledge().screens
    said = sent(
        "screen=log-look-back&log-look-back=no&screen=heel-raise&heel-raise-left=12,5"
        "&heel-raise-right=&screen=moon-walk&screen=knee-to-wall"
    )
    assert [
        ScreenResult("log-look-back", yes=False), ScreenResult("heel-raise", left=12.5),
        ScreenResult("knee-to-wall"),
    ] == results_told(said, screens)  # fmt: skip
    for wrong in ("-1", "nan", "x"):
        with pytest.raises(UnloadError):
            results_told(sent(f"screen=heel-raise&heel-raise-left={wrong}"), screens)
