"""One check-in, on a terminal and for programs."""

import io
from datetime import date

from rich.console import Console

from unload.model.history import CheckIn, Side, SoreSpot
from unload.report.contract_body import spot_dict
from unload.report.days import check_in_dict, checked_in

DAY = date(2024, 11, 17)
SPOTS = (SoreSpot("calf", Side.LEFT, 0.0), SoreSpot("low-back", Side.MIDDLE, 3.5))


def shown(day: CheckIn) -> str:
    """What the terminal shows."""
    out = io.StringIO()
    Console(file=out, width=80, color_system=None).print(checked_in(day))
    return " ".join(out.getvalue().split())


def test_what_was_answered_is_shown_and_nothing_else() -> None:
    """Zero is an answer; what was not asked has no line (I50)."""
    text = shown(CheckIn(DAY, sleep=4.0, resting_hr=48.0, ill=False, spots=SPOTS))
    said = "sleep 4 resting hr 48 ill no sore left calf 0/10, low-back 3.5/10"
    assert f"2024-11-17 kept {said}" == text


def test_nothing_hurts_is_an_answer() -> None:
    """It is not the same as not having been asked."""
    assert "2024-11-17 kept ill yes sore nothing" == shown(CheckIn(DAY, ill=True, spots=()))
    assert "2024-11-17 kept" == shown(CheckIn(DAY))


def test_a_program_is_told_null_for_unknown() -> None:
    """Null, an empty list and zero are three things."""
    told = check_in_dict(CheckIn(DAY, sleep=4.0, spots=SPOTS[:1]))
    assert ("2024-11-17", 4.0, None, None) == tuple(
        told[name] for name in ("date", "sleep", "mood", "ill")
    )
    assert [spot_dict(SPOTS[0])] == told["spots"]
    assert (None, []) == tuple(check_in_dict(CheckIn(DAY, spots=s))["spots"] for s in (None, ()))
