"""The body as plain values."""

from datetime import date

from unload.knowledge import load_knowledge
from unload.model.history import Character, Side, SoreSpot
from unload.report.contract_body import flag_dict, rule_outs_dict, screens_dict, spot_dict

K = load_knowledge()


def test_a_spot_tells_all_that_was_said_of_it() -> None:
    """What was not asked is null and never a no."""
    spot = SoreSpot("calf", Side.LEFT, 3, point=False, character=Character.DULL)
    told = spot_dict(spot)
    assert (False, None, "dull", None) == (
        told["point"], told["swelling"], told["character"], told["since"],
    )  # fmt: skip
    day = date(2024, 11, 1)
    assert "2024-11-01" == spot_dict(SoreSpot("calf", Side.LEFT, 3, since=day))["since"]


def test_a_flag_says_who_and_how_soon_or_null() -> None:
    """An empty word is no answer."""
    told = {flag.key: flag_dict(flag) for flag in K.red_flags}
    assert "the emergency number" == told["chest"]["who"]
    assert {None} == {told[flag.key]["who"] for flag in K.red_flags if not flag.who} or all(
        flag.who for flag in K.red_flags
    )


def test_each_region_is_named_once() -> None:
    """Sore left and right is one thing to think of first; an unknown place is none."""
    assert ["calf"] == list(rule_outs_dict(["calf", "calf", "xyzzy"], K.regions))
    assert {} == screens_dict((), K.screens)
