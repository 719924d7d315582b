"""The nouns of a back-test: small, frozen, and apart from the history."""

from dataclasses import fields
from datetime import date

from unload.model.history import History
from unload.model.proof import InjuryReport


def test_a_report_names_nothing_unless_told() -> None:
    """An answered questionnaire without a complaint is a report too."""
    assert ((), False) == (
        InjuryReport(date(2024, 1, 1)).parts,
        InjuryReport(date(2024, 1, 1)).major,
    )


def test_a_history_has_no_room_for_reports() -> None:
    """What is to be foretold cannot reach a signal."""
    assert "InjuryReport" not in " ".join(str(f.type) for f in fields(History))
