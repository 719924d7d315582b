"""The nouns of the body: what stops, and how long a routine takes."""

from athletes import K
from unload.model.body import Level, Routine, Step, Technique
from unload.model.evidence import Grade
from unload.model.history import Side

CALF = Technique(
    key="calf-roller",
    region="calf",
    tool="roller",
    name="calf on the roller",
    position="",
    stroke="",
    optional=False,
    grade=Grade.MODERATE,
    source="behm2020",
)


def test_the_first_three_levels_stop() -> None:
    """A, B and C stop everything below them, D and E do not."""
    assert [True, True, True, False, False] == [level.stops for level in Level]


def test_levels_sort_by_urgency() -> None:
    """The most urgent level is the smallest."""
    assert Level.A == min(Level)


def test_a_step_takes_its_sets() -> None:
    """Two sets of 45 s are 90 s."""
    assert 90 == Step(CALF, Side.LEFT, 2, 45).total_s


def test_a_routine_takes_its_steps() -> None:
    """The time of a routine is that of its steps; an empty one takes none."""
    assert 135 == Routine((Step(CALF, Side.LEFT, 2, 45), Step(CALF, Side.RIGHT, 1, 45))).total_s
    assert 0 == Routine(()).total_s


def test_a_running_step_loads_the_body_up_to_the_low_back() -> None:
    """Not the belly, nor what hangs above it or at the arms."""
    aloft = {"head", "neck", "shoulder", "upper-arm", "elbow", "forearm", "hand"}
    aloft |= {"chest", "ribs", "upper-back", "belly"}
    assert aloft == {key for key, region in K.regions.items() if not region.lands}
