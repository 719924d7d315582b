"""Laws of body and routine: what holds for any sore spots, tools, minutes and conditions."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from unload.knowledge import load_knowledge
from unload.model.body import Kind, Level, Reach, Routine
from unload.model.complaint import Assessment
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.model.units import S_PER_MIN
from unload.science.assessment import assess
from unload.science.body import felt, findings
from unload.science.flags import standing_flags
from unload.science.routine import routine

K = load_knowledge()
PAIN = st.integers(0, 20).map(lambda half: half / 2)
SPOTS = st.lists(
    st.builds(
        SoreSpot,
        region=st.sampled_from(sorted(K.regions)),
        side=st.sampled_from(Side),
        pain=PAIN,
        next_morning=st.none() | PAIN,
        at_rest=st.sampled_from([None, False, True]),
    ),
    max_size=6,
)
CALM = st.lists(
    st.builds(
        SoreSpot,
        region=st.sampled_from(sorted(K.regions)),
        side=st.sampled_from([Side.LEFT, Side.RIGHT]),
        pain=st.integers(1, 5).map(float),
    ),
    max_size=4,
)
TODAY = date(2024, 11, 17)
EVERY_TOOL = ["roller", "stick", "ball", "tennis-ball", "hands"]
TOOLS = st.none() | st.lists(st.sampled_from(EVERY_TOOL), unique=True).map(tuple)
MINUTES = st.none() | st.integers(0, 40).map(float)
BLOCKERS = st.lists(st.sampled_from(sorted(K.blockers)), unique=True, max_size=1).map(tuple)
RUNNERS = st.builds(Runner, tools=TOOLS, minutes=MINUTES, blockers=BLOCKERS)
ANSWERS = st.lists(st.sampled_from([f.key for f in K.red_flags]), unique=True, max_size=3)


def flags(spots: list[SoreSpot], answered: list[str]) -> list[str]:
    return [f.key for f in standing_flags(answered, spots, K.regions, K.red_flags, K.body)]


def made(spots: list[SoreSpot], runner: Runner, answered: tuple[str, ...] = ()) -> Routine:
    """The routine; only answers raise flags here, or most draws would come out empty."""
    standing = standing_flags(answered, (), K.regions, K.red_flags, K.body)
    return routine(
        spots,
        runner,
        K.regions,
        K.techniques,
        K.routine,
        blockers=K.blockers,
        flags=standing,
    )


@given(SPOTS, RUNNERS)
def test_a_routine_never_exceeds_the_minutes(spots: list[SoreSpot], runner: Runner) -> None:
    """Work and changes of tool fit into the time there is."""
    session = made(spots, runner)
    changes = len({s.technique.tool for s in session.steps} - {"exercise"}) - 1
    needed_s = session.total_s + max(changes, 0) * K.routine.change_tool_s.value
    minutes = K.routine.routine_minutes.value if runner.minutes is None else runner.minutes
    assert needed_s <= minutes * S_PER_MIN


@given(SPOTS, RUNNERS)
def test_a_routine_uses_what_is_at_hand(spots: list[SoreSpot], runner: Runner) -> None:
    """No step needs a tool that is not there; hands always are."""
    tools = ("roller", "ball") if runner.tools is None else runner.tools
    assert {s.technique.tool for s in made(spots, runner).steps} <= {*tools, "hands", "exercise"}


@given(SPOTS, RUNNERS)
def test_each_tool_is_picked_up_once(spots: list[SoreSpot], runner: Runner) -> None:
    """The steps of one tool stand together."""
    blocks = [tool for tool, _ in groupby(s.technique.tool for s in made(spots, runner).steps)]
    assert len(set(blocks)) == len(blocks)


@given(CALM, RUNNERS)
def test_what_is_optional_comes_last(spots: list[SoreSpot], runner: Runner) -> None:
    """Nothing follows the soles but soles."""
    optional = [s.technique.optional for s in made(spots, runner).steps]
    assert sorted(optional) == optional


@given(SPOTS, RUNNERS, ANSWERS)
def test_nothing_closed_is_pressed(
    spots: list[SoreSpot], runner: Runner, answered: list[str]
) -> None:
    """No bone, joint, blocked or too sore site appears, and nothing under a flag that stops."""
    session = made(spots, runner, tuple(answered))
    stopped = standing_flags(answered, (), K.regions, K.red_flags, K.body)
    assert not (session.steps and any(f.level.stops for f in stopped))
    for step in session.steps:
        region = K.regions[step.technique.region]
        assert region.tissue.pressed or step.technique.kind is not Kind.MASSAGE
        for key in runner.blockers:
            assert K.blockers[key].regions
            assert region.key not in K.blockers[key].regions
        for spot in spots:
            if spot.region == region.key and {spot.side, step.side} != {Side.LEFT, Side.RIGHT}:
                assert spot.pain <= K.routine.fr_max_discomfort.value
                assert spot.at_rest is not True


@given(SPOTS, RUNNERS)
def test_doses_stay_in_their_range(spots: list[SoreSpot], runner: Runner) -> None:
    """Sets and seconds are those that somebody studied, and the ball presses three spots."""
    steps = made(spots, runner).steps
    sets, seconds = K.routine.fr_sets, K.routine.fr_seconds
    rolled = [s for s in steps if s.technique.kind is Kind.MASSAGE and not s.spot]
    for step in (s for s in rolled if not s.technique.optional):
        assert sets.low <= step.sets <= sets.high
        assert seconds.low <= step.seconds <= seconds.high
    assert len([s for s in steps if s.spot]) <= K.routine.ball_spots_max.value


@given(CALM, RUNNERS)
def test_no_sore_side_goes_before_one_that_is_not(spots: list[SoreSpot], runner: Runner) -> None:
    """As long as one step is for a side that does not hurt, every sore side has kept all sets."""
    session = made(spots, runner)
    sore = {(s.region, s.side if K.regions[s.region].sided else Side.MIDDLE) for s in spots}
    sites = {(s.technique.region, s.side) for s in session.steps}
    rested = [site for site in sites if site not in sore]
    plenty = made(spots, Runner(tools=runner.tools, minutes=600, blockers=runner.blockers))
    asked = {
        (s.technique.key, s.side, s.sets, s.seconds)
        for s in plenty.steps
        if (s.technique.region, s.side) in sore and s.technique.kind is Kind.MASSAGE
    }
    kept = {(s.technique.key, s.side, s.sets, s.seconds) for s in session.steps}
    assert not rested or asked <= kept


@given(SPOTS, RUNNERS, st.randoms())
def test_the_order_of_the_spots_does_not_matter(
    spots: list[SoreSpot], runner: Runner, chance: object
) -> None:
    """The same spots in another order give the same findings, flags and routine."""
    other = list(spots)
    chance.shuffle(other)  # type: ignore[attr-defined] # hypothesis hands over a random.Random
    assert made(spots, runner) == made(other, runner)
    assert flags(spots, []) == flags(other, [])
    assert findings(spots, K.regions, K.links, K.body) == findings(
        other, K.regions, K.links, K.body
    )


@given(SPOTS, SPOTS, ANSWERS)
def test_more_never_removes_a_red_flag(
    spots: list[SoreSpot], more: list[SoreSpot], answered: list[str]
) -> None:
    """Whatever else hurts, a flag that stands goes on standing."""
    assert set(flags(spots, answered)) <= set(flags(spots + more, answered))
    assert set(flags(spots, [])) <= set(flags(spots, answered))


@given(SPOTS, ANSWERS)
def test_the_most_urgent_flag_comes_first(spots: list[SoreSpot], answered: list[str]) -> None:
    """Levels never fall along the list, whatever the order of the table."""
    backwards = K.red_flags[::-1]
    standing = standing_flags(answered, spots, K.regions, backwards, K.body)
    assert all(one.level <= other.level for one, other in pairwise(standing))


@given(SPOTS)
def test_findings_go_from_near_to_far(spots: list[SoreSpot]) -> None:
    """Local, adjacent, remote, each weight between 0 and its prior."""
    shown = findings(spots, K.regions, K.links, K.body)
    reaches = [list(Reach).index(finding.reach) for finding in shown]
    assert sorted(reaches) == reaches
    priors = {
        Reach.LOCAL: K.body.chain_prior_local.value,
        Reach.ADJACENT: K.body.chain_prior_adjacent.value,
        Reach.REMOTE: K.body.chain_prior_remote.value,
    }
    assert all(0 < finding.weight <= priors[finding.reach] for finding in shown)


WORDS = st.none() | st.sampled_from(Character)
MAYBE = st.sampled_from([None, False, True])
TOLD = st.lists(
    st.builds(
        SoreSpot,
        region=st.sampled_from(sorted(K.regions)),
        side=st.sampled_from(Side),
        pain=PAIN,
        next_morning=st.none() | PAIN,
        at_rest=MAYBE,
        at_night=MAYBE,
        weight_bearing=MAYBE,
        swelling=MAYBE,
        sudden=MAYBE,
        point=MAYBE,
        character=WORDS,
        since=st.none() | st.integers(0, 60).map(lambda ago: TODAY - timedelta(days=ago)),
    ),
    max_size=4,
)
# Most answers are no, or hardly a draw would get as far as a routine.
SAID = st.dictionaries(
    st.sampled_from([f.key for f in K.red_flags]), st.sampled_from([False] * 9 + [True])
)
DENIED = st.sampled_from([False, True])


def looked(spots: list[SoreSpot], said: dict[str, bool], runner: Runner, rest: bool) -> Assessment:
    """One look at the body; with `rest` every question that was not answered is answered no."""
    answers = {**dict.fromkeys((f.key for f in K.red_flags), False), **said} if rest else said
    return assess(spots, answers, runner, K, today=TODAY)


@given(TOLD, SAID, RUNNERS, DENIED)
def test_nothing_below_an_open_flag_is_shown(
    spots: list[SoreSpot], said: dict[str, bool], runner: Runner, rest: bool
) -> None:
    """While a flag that stops stands or its question is open: no routine, no stretch, no run."""
    seen = looked(spots, said, runner, rest)
    is_open = any(flag.level.stops for flag in (*seen.asked, *seen.flags))
    assert is_open is not seen.may_run
    assert is_open is (seen.routine is None)
    assert not (is_open and seen.findings)


@given(TOLD, SAID, RUNNERS, st.data())
def test_more_pain_never_lowers_a_level(
    spots: list[SoreSpot], said: dict[str, bool], runner: Runner, data: st.DataObject
) -> None:
    """One spot that hurts more: the level is as urgent or more, and nothing opens that was shut."""
    assume(spots)
    index = data.draw(st.integers(0, len(spots) - 1))
    worse = replace(spots[index], pain=data.draw(st.floats(spots[index].pain, 10)))
    before = looked(spots, said, runner, rest=True)
    after = looked([*spots[:index], worse, *spots[index + 1 :]], said, runner, rest=True)
    assert rank(after) >= rank(before)
    assert before.may_run or not after.may_run


@given(TOLD, SAID, RUNNERS, st.sampled_from([f.key for f in K.red_flags]))
def test_one_more_yes_never_lowers_a_level(
    spots: list[SoreSpot], said: dict[str, bool], runner: Runner, key: str
) -> None:
    """A yes where there was a no, or nothing, makes it as urgent or more."""
    before = looked(spots, {**said, key: False}, runner, rest=True)
    after = looked(spots, {**said, key: True}, runner, rest=True)
    assert rank(after) >= rank(before)
    assert before.may_run or not after.may_run


def rank(seen: Assessment) -> int:
    """0 where nothing is sore, 1 for E, up to 5 for A."""
    return 0 if seen.level is None else len(Level) - list(Level).index(seen.level)


@given(TOLD, SAID)
def test_questions_come_to_an_end(spots: list[SoreSpot], said: dict[str, bool]) -> None:
    """Answering what is asked leaves nothing to ask, whatever the answers are."""
    answers = dict(said)
    asked = assess(spots, answers, Runner(), K, today=TODAY).asked
    answers |= {flag.key: False for flag in asked}
    assert () == assess(spots, answers, Runner(), K, today=TODAY).asked
    assert not {flag.key for flag in asked} & set(said)


@given(TOLD, RUNNERS)
def test_the_tool_changes_once(spots: list[SoreSpot], runner: Runner) -> None:
    """Two tools at most are fetched, whatever is at hand; hands and exercises need no fetching."""
    tools = {step.technique.tool for step in made(spots, runner).steps} - {"exercise", "hands"}
    assert len(tools) <= 2


@given(TOLD, RUNNERS)
def test_an_exercise_is_for_a_little_pain(spots: list[SoreSpot], runner: Runner) -> None:
    """No stretch and no strength where it hurts more than a little, or where it is forbidden."""
    sore = {spot.region for spot in spots if felt(spot) > 0}
    for step in made(spots, runner).steps:
        if step.technique.kind is not Kind.MASSAGE:
            pains = [felt(s) for s in spots if s.region == step.technique.region]
            assert min(p for p in pains if p > 0) <= K.routine.exercise_pain_max.value
            assert not sore & set(step.technique.never_with)
