"""The questions that body asks on a terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unload.cli import body as door
from unload.cli import main
from unload.service import records

SORE = Path(records.__file__).parents[1] / "demo" / "sore"
CALM = "calf\nleft\n4\n\ndull\nnone\n5\n"  # place, side, pain, waking, character, facts, days ago


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits there."""
    monkeypatch.setattr("unload.cli.body.can_ask", lambda: True)


def asked(said: str) -> Result:
    return CliRunner().invoke(main, ["body", "--today", "2024-11-17", "--width", "80"], input=said)


pytestmark = pytest.mark.usefixtures("_terminal")


def test_a_calm_calf_gets_findings_and_a_routine() -> None:
    """Place, side, pain, character, facts; then breath and clot; then what it shows."""
    result = asked(f"{CALM}\nnone\n\n")
    assert 0 == result.exit_code, result.output
    before, _, after = result.output.partition("Before anything else:")
    assert "Worth checking, in this order" not in before
    assert "Out of breath without a reason" in after
    assert "Work it out" in after


def test_a_yes_sends_to_somebody_and_shows_nothing_else() -> None:
    """The second question is the clot."""
    result = asked(f"{CALM}\n2\nnone\n")
    assert "See someone before you run again." in result.output
    assert "(a doctor, today)" in result.output
    assert "Work it out" not in result.output


def test_a_question_left_open_hides_everything() -> None:
    """`?` is no answer."""
    result = asked(f"{CALM}\n?\n")
    assert "Answer these first" in result.output
    assert "Work it out" not in result.output


def test_enter_alone_is_no_answer_to_a_red_flag() -> None:
    """It is asked again."""
    result = asked(CALM + "\n" + "\n" + "none\n" + "\n")
    assert 0 == result.output.count("Answer these first")
    assert 2 == result.output.count("? leaves them open")


def test_several_places_are_offered_and_a_list_by_body_part() -> None:
    """`?` lists, `knee` is five places, and what is none is said."""
    said = "?\nxyzzy\nknee\n1\nup\nright\n11\n2\n\n\n\n\n\nnone\nnone\n\n"
    result = asked(said)
    assert "Lower leg: calf" in result.output
    assert "No such place here" in result.output
    assert "1 front of the knee" in result.output or "knee" in result.output
    assert "One of left, right, both." in result.output
    assert "A number from 0 to 10." in result.output


def test_a_self_test_can_be_entered_and_re_ranks() -> None:
    """The sore side lags in heel raises: its contributor speaks for itself."""
    result = asked(f"{CALM}\nnone\n3\n12\n28\n\n")
    assert "yours speaks for it" in result.output or "Left, in raises" in result.output
    assert 2 == result.output.count("Worth checking, in this order")


def test_nobody_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then there is only the record."""
    monkeypatch.setattr(door, "can_ask", lambda: False)
    assert "Where does it hurt?" not in asked("").output


def test_what_the_record_names_need_not_be_said_again(store: Path) -> None:
    """Enter alone takes the kept spot; the answers to its questions are kept and open the week."""
    records.import_files(SORE, zone="UTC")
    day = ("--today", "2024-11-17")
    first = CliRunner().invoke(main, ["body", *day, "--width", "80"], input="\nnone\nnone\n\n")
    assert "(enter: left calf 5/10, as kept; ? lists)" in first.output
    assert "Work it out" in first.output
    assert "Questions first" not in CliRunner().invoke(main, ["week", *day]).output
    again = CliRunner().invoke(main, ["body", *day, "--width", "80"], input="\n\n")
    assert "Before anything else:" not in again.output


def test_another_spot_goes_over_what_the_record_names(store: Path) -> None:
    """Whoever names one says what hurts today."""
    records.import_files(SORE, zone="UTC")
    said = "knee\n1\nleft\n2\n\ndull\nnone\n1\n\nnone\n\n\n"
    result = asked(said)
    assert "as kept" in result.output
    assert "Where else?" in result.output
