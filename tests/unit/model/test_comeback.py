"""The nouns of the way back: what failed stands in order of gravity."""

from athletes import TODAY
from unload.model.comeback import Criterion, Gate, Light, Outcome
from unload.model.phrase import Phrase


def test_what_is_not_green_comes_gravest_first() -> None:
    """Red, amber, unknown; green is left out."""
    lights = (Light.UNKNOWN, Light.GREEN, Light.RED, Light.AMBER)
    criteria = tuple(Criterion(light.value, TODAY, light, Phrase("x")) for light in lights)
    gate = Gate(Outcome.REFER, Phrase("gate.refer"), criteria)
    assert ["red", "amber", "unknown"] == [c.name for c in gate.failed]
