"""Routine: what is rolled, for how long, in which order, and what is left alone."""

from dataclasses import replace

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Kind, Routine
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.science.flags import standing_flags
from unload.science.routine import routine

K = load_knowledge()
LEFT_CALF = SoreSpot("calf", Side.LEFT, 4)
LONG = 60.0


def work(*spots: SoreSpot, flags: tuple[str, ...] = (), **runner: object) -> Routine:
    standing = standing_flags(flags, (), K.regions, K.red_flags, K.body)
    return routine(
        spots,
        Runner(**runner),  # type: ignore[arg-type] # the tests name the fields they mean
        K.regions,
        K.techniques,
        K.routine,
        blockers=K.blockers,
        flags=standing,
    )


def doses(made: Routine) -> dict[tuple[str, str], tuple[int, float]]:
    return {(s.technique.key, s.side.value): (s.sets, s.seconds) for s in made.steps}


def test_the_session_of_a_sore_left_calf() -> None:
    """Twelve minutes: a sore side three sets and its spot, the rest one set, soles at the end."""
    made = work(LEFT_CALF)
    assert [
        ("calf-roller", "left", 3, 45, False),
        ("calf-roller", "right", 1, 45, False),
        ("hamstring-roller", "left", 1, 45, False),
        ("hamstring-roller", "right", 1, 45, False),
        ("thigh-front-roller", "left", 1, 45, False),
        ("thigh-front-roller", "right", 1, 45, False),
        ("glute-roller", "left", 1, 45, False),
        ("glute-roller", "right", 1, 45, False),
        ("calf-ball", "left", 1, 45, True),
        ("sole-ball", "left", 1, 60, False),
        ("sole-ball", "right", 1, 60, False),
    ] == [(s.technique.key, s.side.value, s.sets, s.seconds, s.spot) for s in made.steps]
    assert () == made.left_out
    assert 615 == made.total_s


def test_time_enough_gives_everybody_the_usual_sets() -> None:
    """Two sets of 45 s where nothing hurts, three where it does."""
    dose = doses(work(LEFT_CALF, minutes=LONG))
    assert (3, 45) == dose["calf-roller", "left"]
    assert (2, 45) == dose["calf-roller", "right"]


def test_the_extra_set_stays_within_the_range() -> None:
    """Where three sets are usual the sore side gets no fourth."""
    three = replace(K.routine, fr_sets=replace(K.routine.fr_sets, value=3))
    made = routine(
        [LEFT_CALF], Runner(minutes=LONG), K.regions, K.techniques, three, blockers=K.blockers
    )
    assert (3, 45) == doses(made)["calf-roller", "left"]


def test_optional_steps_go_before_others() -> None:
    """At nine minutes the soles go, and every muscle stays."""
    made = work(LEFT_CALF, minutes=9)
    assert not [s for s in made.steps if s.technique.optional]
    assert 9 == len(made.steps)
    assert ("sole: no time for it",) == made.left_out


def test_sore_sides_outlast_the_others() -> None:
    """At four minutes the left calf keeps its sets; what does not hurt goes, the far first."""
    made = work(LEFT_CALF, minutes=4)
    assert ["calf-roller", "calf-roller", "calf-ball"] == [s.technique.key for s in made.steps]
    assert ("hamstring, front thigh, glute, sole: no time for it",) == made.left_out


def test_a_neighbour_of_a_sore_spot_stays_longer() -> None:
    """With a sore front of the knee the front thigh outlasts the calf."""
    made = work(SoreSpot("knee-front", Side.BOTH, 3), minutes=2)
    assert {"thigh-front"} == {s.technique.region for s in made.steps}


def test_even_a_minute_is_for_what_hurts() -> None:
    """One minute: one short set on the sore side, and the rest is named as left out."""
    made = work(LEFT_CALF, minutes=1)
    assert {("calf-roller", "left"): (1, 30)} == doses(made)
    assert ("right calf, hamstring, front thigh, glute, sole: no time for it",) == made.left_out


def test_no_time_no_session() -> None:
    """Zero minutes are zero minutes, not twelve."""
    assert () == work(LEFT_CALF, minutes=0).steps


def test_hands_stand_in_for_tools() -> None:
    """Without any tool the hands do what hands can, and the soles still come last."""
    made = work(LEFT_CALF, tools=())
    assert {"hands"} == {s.technique.tool for s in made.steps}
    assert "sole" == made.steps[-1].technique.region


def test_hands_stay_off_where_the_ball_is_there() -> None:
    """A sore heel is for the ball, and for the thumbs only where there is none."""
    heel = SoreSpot("heel", Side.LEFT, 2)
    assert ("heel-hands", "left") not in doses(work(heel, minutes=LONG))
    assert ("heel-hands", "left") in doses(work(heel, tools=("roller",), minutes=LONG))


def test_an_unknown_tool_is_named() -> None:
    """A tool that no technique uses is refused with the tools there are."""
    with pytest.raises(
        UnloadError,
        match="unknown tool gun; known are: exercise, roller, stick, hands, ball, tennis-ball",
    ):
        work(tools=("gun", "ball"))


def test_at_most_three_spots_the_sorest() -> None:
    """Of five sore spots the three that hurt most get the ball."""
    places = ("calf", "hamstring", "thigh-front", "glute", "heel")
    spots = [SoreSpot(key, Side.LEFT, pain) for pain, key in enumerate(places, 1)]
    made = work(*spots, minutes=LONG)
    assert {"thigh-front", "glute", "heel"} == {s.technique.region for s in made.steps if s.spot}


def test_a_sore_sole_is_no_longer_optional() -> None:
    """What hurts is kept where what does not hurt is dropped."""
    made = work(SoreSpot("sole", Side.LEFT, 3), minutes=3)
    assert [("sole", Side.LEFT)] * 2 == [(s.technique.region, s.side) for s in made.steps[-2:]]


def test_bone_and_joint_are_never_pressed() -> None:
    """A sore joint is named among what is left out."""
    made = work(SoreSpot("knee-front", Side.RIGHT, 3))
    rubbed = [s.technique for s in made.steps if s.technique.kind is Kind.MASSAGE]
    assert [] == [t.key for t in rubbed if not K.regions[t.region].tissue.pressed]
    assert ("right front of the knee: a joint is never pressed",) == made.left_out


def test_a_tendon_that_no_technique_presses_is_named() -> None:
    """The sitting bone is left alone; the hamstring below it is worked."""
    made = work(SoreSpot("sitting-bone", Side.LEFT, 3))
    assert ("left sitting bone: nothing here works on it",) == made.left_out
    assert ("hamstring-roller", "left") in doses(made)


def test_an_exercise_stands_in_for_rubbing_where_that_is_better() -> None:
    """Slow heel raises for an Achilles tendon at 3/10, on its side, before the roller."""
    made = work(SoreSpot("achilles", Side.LEFT, 3))
    first = made.steps[0]
    assert ("achilles-raises", Side.LEFT) == (first.technique.key, first.side)
    assert (1, K.routine.exercise_seconds.value) == (first.sets, first.seconds)
    assert () == made.left_out


@pytest.mark.parametrize(
    "spot",
    [
        SoreSpot("achilles", Side.LEFT, 4),
        SoreSpot("achilles", Side.LEFT, 2, at_rest=True),
        SoreSpot("achilles", Side.LEFT, 2, swelling=True),
        SoreSpot("achilles", Side.LEFT, 0),
    ],
)
def test_an_exercise_is_for_what_hurts_a_little(spot: SoreSpot) -> None:
    """Above 3/10, at rest, swollen, or not sore at all: no exercise."""
    assert "exercise" not in {s.technique.tool for s in work(spot, minutes=LONG).steps}


def test_the_front_of_the_hip_is_not_stretched_where_it_hurts() -> None:
    """A sore front thigh gets its stretch, but not with a sore groin beside it."""
    thigh = SoreSpot("thigh-front", Side.LEFT, 2)
    assert ("hip-flexor-stretch", "left") in doses(work(thigh, minutes=LONG))
    groin = SoreSpot("groin", Side.RIGHT, 1)
    assert ("hip-flexor-stretch", "left") not in doses(work(thigh, groin, minutes=LONG))


def test_exercises_are_the_first_to_go_after_the_soles() -> None:
    """When time is short the rubbing of a sore side outlasts its stretch."""
    thigh = SoreSpot("thigh-front", Side.LEFT, 2)
    made = doses(work(thigh, minutes=4))
    assert ("hip-flexor-stretch", "left") not in made
    assert ("thigh-front-roller", "left") in made


def test_every_step_has_its_limit() -> None:
    """5/10 for muscles, 3/10 for soles and for exercises."""
    made = work(LEFT_CALF, SoreSpot("sole", Side.LEFT, 1), minutes=LONG)
    limits = {s.technique.key: s.limit for s in made.steps}
    assert [5, 3, 3] == [limits[key] for key in ("calf-roller", "sole-ball", "sole-stretch")]


def test_the_stick_stands_in_for_the_roller() -> None:
    """Roller before stick before hands: the first one at hand, and only that one."""
    assert ("calf-stick", "left") in doses(work(LEFT_CALF, tools=("stick",)))
    assert ("calf-stick", "left") not in doses(work(LEFT_CALF, tools=("stick", "roller")))


def test_every_step_says_why() -> None:
    """Sore, the point itself, beside it, usual, up to you: each has its own line."""
    made = work(LEFT_CALF, SoreSpot("sole", Side.LEFT, 1), minutes=LONG)
    whys = {(s.technique.key, s.side.value): s.why.key for s in made.steps}
    assert "step.sore" == whys["calf-roller", "left"]
    assert "step.spot" == whys["calf-ball", "left"]
    assert "step.beside" == whys["hamstring-roller", "left"]
    assert "step.usual" == whys["thigh-front-roller", "left"]
    assert "step.optional" == whys["sole-ball", "right"]
    assert "step.stretch" == whys["sole-stretch", "left"]


def test_what_hurts_too_much_is_not_pressed() -> None:
    """Above 5/10 the site is left alone, the other side is not."""
    made = work(SoreSpot("calf", Side.LEFT, 5.5))
    assert ("left calf: hurts more than 5/10, so nothing presses it",) == made.left_out
    assert {Side.RIGHT} == {s.side for s in made.steps if s.technique.region == "calf"}
    assert ("calf-roller", "left") in doses(work(SoreSpot("calf", Side.LEFT, 5)))


def test_what_is_sore_at_rest_is_not_pressed() -> None:
    """Sore at rest on both sides leaves the whole calf out."""
    made = work(SoreSpot("calf", Side.BOTH, 2, at_rest=True))
    assert ("calf: sore at rest, so nothing presses it",) == made.left_out


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"swelling": True}, "swollen"),
        ({"sudden": True}, "came with a pull or a pop"),
        ({"character": Character.TINGLING}, "tingles"),
        ({"at_night": True}, "sore at night"),
    ],
)
def test_what_is_more_than_sore_is_not_pressed(said: dict[str, object], why: str) -> None:
    """Swollen, sudden, tingling or sore at night: nothing presses it, and the reason is given."""
    spot = replace(LEFT_CALF, **said)  # type: ignore[arg-type] # the cases name real fields
    assert (f"left calf: {why}, so nothing presses it",) == work(spot).left_out


def test_the_graver_of_two_reasons_is_given() -> None:
    """Sore at rest and above 5/10: the pain is named, whichever was said first."""
    spots = (SoreSpot("calf", Side.LEFT, 7), SoreSpot("calf", Side.LEFT, 2, at_rest=True))
    line = ("left calf: hurts more than 5/10, so nothing presses it",)
    assert line == work(*spots).left_out
    assert line == work(*spots[::-1]).left_out


def test_a_spot_back_at_zero_is_not_sore() -> None:
    """A measured 0 gets what everybody gets."""
    assert work(SoreSpot("calf", Side.LEFT, 0)) == work()


def test_a_region_without_sides_is_worked_once() -> None:
    """The upper back has no left and right."""
    made = work(SoreSpot("upper-back", Side.BOTH, 3), minutes=LONG)
    assert ("upper-back-roller", "middle") in doses(made)


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("open-wound:calf", "calf: an open wound, blister or cut"),
        ("clot", "everything: a blood clot in a vein, now or suspected"),
        ("numb-feet", "heel, ball of the foot, sole: feet with less feeling, "),
    ],
)
def test_a_blocker_closes_its_places(entry: str, line: str) -> None:
    """A blocker closes the place the runner names, its own regions, or everything."""
    made = work(blockers=(entry,))
    assert made.left_out[0].startswith(line)
    assert not [s for s in made.steps if K.regions[s.technique.region].name in line]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("hiccup", "unknown blocker 'hiccup'; known are: open-wound, "),
        ("clot:calf", "blocker 'clot' concerns more than one place"),
        ("open-wound:wing", "unknown region; known are: calf, "),
    ],
)
def test_a_blocker_that_makes_no_sense_is_named(entry: str, message: str) -> None:
    """An unknown blocker or place is refused, never passed over."""
    with pytest.raises(UnloadError, match=message):
        work(blockers=(entry,))


def test_a_red_flag_that_stops_leaves_nothing() -> None:
    """Under a flag of level A, B or C there is no routine at all; under D there is."""
    made = work(LEFT_CALF, flags=("swollen-calf",))
    assert () == made.steps
    assert ("everything: a red flag stands, so nothing is pressed",) == made.left_out
    assert work(LEFT_CALF, flags=("limp",)).steps


def test_a_region_nobody_knows_is_named() -> None:
    """A spot on an unknown region is refused."""
    with pytest.raises(UnloadError, match="unknown region 'wing'"):
        work(SoreSpot("wing", Side.LEFT, 3))
