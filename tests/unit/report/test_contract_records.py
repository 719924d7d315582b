"""What an import did, for programs."""

from dataclasses import replace

from import_samples import ODD, Import, Kept, Preview
from unload.report.contract_records import import_dict, listed_dict, preview_dict


def test_a_program_is_told_the_same() -> None:
    """Plain values; unknown is null."""
    told = import_dict(replace(Import(), took_s=0.0))
    assert (5, 2, 2, 1, None) == tuple(
        told[name] for name in ("seen", "imported", "duplicate", "quarantined", "took_s")
    )
    assert {
        "name": "a[b].csv", "state": "imported", "sessions": 3, "duplicates": 1, "check_ins": 0,
        "problems": [{"where": ODD.where, "message": ODD.message}],
    } == told["files"][0]  # fmt: skip
    moment = "2024-11-17T12:00:00+00:00"
    kept = {"import": 7, "name": "export.zip", "started_at": moment, "finished_at": None}
    assert kept == listed_dict(Kept())
    ended = listed_dict(replace(Kept(), finished_at=Kept().started_at))
    assert moment == ended["finished_at"]


def test_what_was_assumed_is_told() -> None:
    """Word for word."""
    assert ["One."] == import_dict(replace(Import(), notes=("One.",)))["notes"]


def test_i52_a_preview_says_whose_training_it_looks_like() -> None:
    """Fault I52: runs, days and names beside what would be new."""
    told = preview_dict(Preview())
    assert (True, 812, "2019-01-02", ["sam"], 5) == (
        told["preview"], told["runs"], told["first"], told["runners"], told["seen"]
    )  # fmt: skip
