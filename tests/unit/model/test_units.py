"""Units are definitions: they are compared with what the definitions say."""

from unload.model.units import KG_PER_LB, M_PER_MILE, S_PER_HOUR, S_PER_MIN


def test_a_mile_is_5280_feet_of_12_inches_of_25_4_mm() -> None:
    """The international mile of 1959."""
    assert 5280 * 12 * 25.4 / 1000 == M_PER_MILE


def test_a_pound_is_7000_grains() -> None:
    """The international pound of 1959, through the grain of 64.79891 mg."""
    assert round(7000 * 64.79891e-6, 8) == KG_PER_LB


def test_an_hour_is_sixty_minutes() -> None:
    """Minutes and hours are told in the same seconds."""
    assert 60 * S_PER_MIN == S_PER_HOUR
