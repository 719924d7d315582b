"""Inspecting counts what lies under a path, and judges nothing."""

from datetime import date
from pathlib import Path

import pytest

from athletes import TODAY
from run_tables import rows_of, table
from unload.errors import NoRuns
from unload.service import inspect_path


def test_a_path_is_counted(tmp_path: Path) -> None:
    """Files, activities, runs, kilometres, hours, first and last."""
    table([*rows_of("ann", days=10), "2024-11-17 18:00:00,ride,20000,3600,ann"], tmp_path)
    told = inspect_path(tmp_path, zone="UTC")
    assert (1, 11, 10, 80, 8) == (
        told.files,
        told.activities,
        told.runs,
        told.run_km,
        told.run_hours,
    )
    assert (date(2024, 11, 8), TODAY, ("ann",)) == (told.first_run, told.last_run, told.runners)
    assert () == told.problems


def test_a_path_without_runs_has_no_first_one(tmp_path: Path) -> None:
    """Counting judges nothing, so nothing is refused."""
    told = inspect_path(table(rows_of(kind="ride", days=3), tmp_path), zone="UTC")
    assert (0, None, None) == (told.runs, told.first_run, told.last_run)


def test_a_plan_is_found_for_what_it_is(tmp_path: Path) -> None:
    """Not a log without times, and not a folder of anything else."""
    plan = tmp_path / "plan.csv"
    plan.write_text("date,session\n2024-11-18,8 km easy\n2024-11-24,16 km long\nsoon,x\n")
    told = inspect_path(plan, zone="UTC")
    assert told.plan is not None
    assert (2, 1, 0, 1) == (
        told.plan.trained, told.plan.weeks, told.runs, len(told.problems)
    )  # fmt: skip
    for text in ("date,km\n2024-11-18,8\n", "dear diary"):
        plan.write_text(text)
        with pytest.raises(NoRuns):
            inspect_path(plan, zone="UTC")
