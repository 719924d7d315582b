"""Flags: what a check-in raises, what must be asked first, and which level stands."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Level, Tissue, Trigger
from unload.model.history import Character, Side, SoreSpot
from unload.science.flags import level_of, looked_at, questions, standing_flags

K = load_knowledge()
TODAY = date(2024, 11, 17)
LEFT_CALF = SoreSpot("calf", Side.LEFT, 4)
# Everything asked about the spot itself, and nothing of it said.
CALM: dict[str, Any] = {
    "at_rest": False,
    "at_night": False,
    "weight_bearing": False,
    "swelling": False,
    "sudden": False,
    "point": False,
    "character": Character.DULL,
    "since": TODAY,
}


def keys(*spots: SoreSpot, answered: tuple[str, ...] = ()) -> list[str]:
    return [f.key for f in standing_flags(answered, spots, K.regions, K.red_flags, K.body)]


def asks(*spots: SoreSpot, today: date | None = TODAY, **answers: bool) -> list[str]:
    known = {key.replace("_", "-"): answer for key, answer in answers.items()}
    asked = questions(known, spots, K.regions, K.red_flags, K.body, today=today)
    return [flag.key for flag in asked]


def calm(region: str, pain: float = 3, **said: Any) -> SoreSpot:
    return SoreSpot(region, Side.LEFT, pain, **{**CALM, **said})


def test_a_sore_calf_raises_nothing_by_itself() -> None:
    """Four of ten in a muscle is soreness, not a flag."""
    assert [] == keys(LEFT_CALF)


def test_an_answer_of_yes_stands() -> None:
    """What was answered yes stands, most urgent first, whether or not its place is sore."""
    assert ["chest", "swollen-calf", "limp"] == keys(answered=("limp", "swollen-calf", "chest"))


def test_an_unknown_answer_is_named() -> None:
    """A key that no question has is refused with the keys there are."""
    with pytest.raises(UnloadError, match="unknown red flag hiccup; known are: chest, "):
        keys(answered=("hiccup",))
    with pytest.raises(UnloadError, match="unknown red flag hiccup"):
        asks(hiccup=False)


@pytest.mark.parametrize(
    ("spot", "raised"),
    [
        (SoreSpot("shin-inner", Side.LEFT, 0), []),
        (SoreSpot("shin-inner", Side.LEFT, 1), ["bone-site"]),
        (SoreSpot("shin-inner", Side.LEFT, 0, next_morning=1), ["bone-site"]),
        (SoreSpot("top-of-foot", Side.LEFT, 6), ["bone-site", "strong-pain"]),
        (SoreSpot("calf", Side.LEFT, 5), []),
        (SoreSpot("calf", Side.LEFT, 6), ["strong-pain"]),
        (SoreSpot("calf", Side.LEFT, 2, at_rest=True), ["soft-at-rest"]),
        (SoreSpot("calf", Side.LEFT, 2, at_rest=False), []),
        (SoreSpot("calf", Side.LEFT, 2, at_night=True), ["soft-at-rest"]),
        (SoreSpot("calf", Side.LEFT, 2, swelling=True), ["swollen-calf"]),
        (SoreSpot("calf", Side.LEFT, 2, weight_bearing=True), []),
        (SoreSpot("hamstring", Side.LEFT, 2, swelling=True), ["swollen-thigh"]),
        (SoreSpot("knee-front", Side.LEFT, 2, swelling=True), ["joint"]),
        (SoreSpot("heel", Side.LEFT, 2, swelling=True), ["swollen-place"]),
        (SoreSpot("knee-front", Side.LEFT, 2, at_rest=True), ["joint-at-rest"]),
        (SoreSpot("groin", Side.LEFT, 1, at_rest=True), ["hip-at-rest"]),
        (SoreSpot("groin", Side.LEFT, 1, weight_bearing=True), ["hip-at-rest"]),
        (SoreSpot("hip-front", Side.LEFT, 1, at_night=True), ["hip-at-rest"]),
    ],
)
def test_a_check_in_raises_flags_by_itself(spot: SoreSpot, raised: list[str]) -> None:
    """Bone above 0, pain at rest, swelling and pain above 5/10 each raise their flag."""
    assert raised == keys(spot)


def test_a_flag_stands_once() -> None:
    """Two sore bones, and a yes to the same question, are one flag."""
    two = (SoreSpot("shin-inner", Side.LEFT, 1), SoreSpot("top-of-foot", Side.LEFT, 1))
    assert ["bone-site"] == keys(*two, answered=("bone-site",))


def test_an_unknown_place_is_named() -> None:
    """A spot on an unknown region is refused, by what stands and by what is asked."""
    wing = SoreSpot("wing", Side.LEFT, 4)
    for look in (keys, asks):
        with pytest.raises(UnloadError, match="unknown region 'wing'"):
            look(wing)


def test_three_levels_stop_everything() -> None:
    """A, B and C stop what is below them; D and E do not."""
    assert "ABC" == "".join(level.value for level in Level if level.stops)


@pytest.mark.parametrize("trigger", [Trigger.REST, Trigger.NIGHT, Trigger.SWELLING])
def test_every_region_has_somebody_to_ask(trigger: Trigger) -> None:
    """Each region is named by exactly one flag that pain at rest, at night or swelling raises."""
    named = [key for flag in K.red_flags if trigger in flag.raised_by for key in flag.regions]
    assert sorted(K.regions) == sorted(named)


def test_swelling_always_stops() -> None:
    """Wherever it is, a swelling is looked at before anything is pressed."""
    for region in K.regions:
        swollen = (SoreSpot(region, Side.LEFT, 1, swelling=True),)
        standing = standing_flags((), swollen, K.regions, K.red_flags, K.body)
        assert any(flag.level.stops for flag in standing)


def test_a_calm_calf_is_asked_about_a_clot_and_nothing_else() -> None:
    """Dull, not swollen, not sudden: breath and clot are asked, nothing else is called for."""
    assert ["breathless", "swollen-calf"] == asks(calm("calf"))


def test_what_is_answered_is_not_asked_again() -> None:
    """A no is an answer; after both there is nothing left to ask."""
    assert ["swollen-calf"] == asks(calm("calf"), breathless=False)
    assert [] == asks(calm("calf"), breathless=False, swollen_calf=False)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ({"sudden": True}, "pop-at-heel"),
        ({"sudden": None}, "pop-at-heel"),
        ({"character": Character.TIGHT}, "tense-limb"),
        ({"character": Character.TINGLING}, "numb-or-weak"),
        ({"character": Character.BURNING}, "numb-or-weak"),
        ({"character": None}, "tense-limb"),
        ({"weight_bearing": True}, "limp"),
        ({"since": TODAY - timedelta(days=15)}, "too-long"),
        ({"since": None}, "too-long"),
    ],
)
def test_character_calls_for_its_question(said: dict[str, Any], question: str) -> None:
    """A calf that is sudden, tight, tingling, carried badly or long: its question is asked.

    What the runner did not say calls too; what was denied does not.
    """
    assert question in asks(calm("calf", **said))
    assert question not in asks(calm("calf"))


def test_strong_pain_calls_for_its_questions() -> None:
    """Above 5/10 a muscle is asked about its urine and its tension."""
    asked = asks(calm("calf", 7))
    assert {"tense-limb", "dark-urine", "limp"} <= set(asked)


def test_without_a_date_nobody_knows_how_long() -> None:
    """Where today is not known, a spot since yesterday may be an old one."""
    assert "too-long" in asks(calm("calf"), today=None)


def test_a_raised_flag_is_not_asked() -> None:
    """Swelling already says what the question would."""
    asked = asks(calm("calf", swelling=True))
    assert "swollen-calf" not in asked


def test_under_a_flag_only_what_is_more_urgent_is_asked() -> None:
    """A swollen calf (B) leaves the questions of level A, and those alone."""
    asked = questions(
        {}, [replace(LEFT_CALF, swelling=True)], K.regions, K.red_flags, K.body, today=TODAY
    )
    assert {Level.A} == {flag.level for flag in asked}
    assert [] == asks(calm("calf"), chest=True)


def test_a_quiet_spot_calls_for_nothing() -> None:
    """Back at 0: nothing is asked."""
    assert [] == asks(SoreSpot("calf", Side.LEFT, 0))
    assert [] == asks()


def test_questions_come_most_urgent_first() -> None:
    """In the order of the ladder, whatever the order of the table."""
    asked = questions({}, [LEFT_CALF], K.regions, K.red_flags[::-1], K.body)
    levels = [flag.level for flag in asked]
    assert sorted(levels) == levels


def test_every_question_can_be_asked_or_is_raised() -> None:
    """No flag is out of reach: some spot calls for it, or raises it."""
    reached = set()
    for region in K.regions:
        spot = SoreSpot(region, Side.LEFT, 9)
        reached |= {*asks(spot), *keys(spot)}
        for name in ("at_rest", "at_night", "weight_bearing", "swelling"):
            reached |= set(keys(SoreSpot(region, Side.LEFT, 1, **{name: True})))  # type: ignore[arg-type] # names of flags
    assert {flag.key for flag in K.red_flags} == reached


def test_every_region_that_could_hide_something_asks() -> None:
    """A place nobody described is asked about before it is worked: a question that stops."""
    silent = {
        key
        for key in K.regions
        if not any(
            flag.level.stops
            for flag in questions({}, [SoreSpot(key, Side.LEFT, 2)], K.regions, K.red_flags, K.body)
        )
        and K.regions[key].tissue is not Tissue.BONE
    }
    assert set() == silent


@pytest.mark.parametrize(
    ("spots", "answered", "level"),
    [
        ((), (), None),
        ((SoreSpot("calf", Side.LEFT, 0),), (), None),
        ((LEFT_CALF,), (), Level.E),
        ((LEFT_CALF,), ("limp",), Level.D),
        ((LEFT_CALF,), ("limp", "swollen-calf"), Level.B),
        ((), ("chest",), Level.A),
    ],
)
def test_the_level_is_the_most_urgent(
    spots: tuple[SoreSpot, ...], answered: tuple[str, ...], level: Level | None
) -> None:
    """The worst flag's level; E for what is merely sore, none for what is not."""
    standing = standing_flags(answered, spots, K.regions, K.red_flags, K.body)
    assert level is level_of(spots, standing)


def test_only_what_a_flag_looks_at_is_worth_asking() -> None:
    """A calf is asked whether it swells; nobody asks of an upper arm whether it carries."""
    knowledge = load_knowledge()
    assert Trigger.SWELLING in looked_at("calf", knowledge.red_flags)
    assert Trigger.WEIGHT not in looked_at("upper-arm", knowledge.red_flags)
