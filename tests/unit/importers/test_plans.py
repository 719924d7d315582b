"""A plan file of any kind becomes a plan, or one sentence why not."""

from datetime import UTC, date
from pathlib import Path

import pytest

from unload.errors import NoSuchPath
from unload.importers.plans import READERS, NoPlan, read_plan
from unload.model.plan import Kind


def test_the_kinds_of_plan_are_told_apart(tmp_path: Path) -> None:
    """A folder of them is one plan in the order of its days."""
    (tmp_path / "b.csv").write_text("date,session\n2024-11-20,8 km easy\nsoon,8 km\n")
    (tmp_path / "a.yml").write_text("2024-11-19: Rest\n")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    plan, problems = read_plan(tmp_path, UTC)
    assert [(date(2024, 11, 19), Kind.REST), (date(2024, 11, 20), Kind.EASY)] == [
        (s.day, s.kind) for s in plan.sessions
    ]
    assert ["b.csv line 3", "photo.jpg"] == [p.where for p in problems]
    assert "a JPEG picture" in problems[1].message


def test_a_file_without_a_plan_says_what_it_is(tmp_path: Path) -> None:
    """And a path that is not there says that."""
    (tmp_path / "plan.txt").write_text("dear diary")
    with pytest.raises(NoPlan, match=r"No planned session.*a text"):
        read_plan(tmp_path / "plan.txt", UTC)
    (tmp_path / "plan.yml").write_text("")
    with pytest.raises(NoPlan, match="It is empty"):
        read_plan(tmp_path / "plan.yml", UTC)
    (tmp_path / "plan.csv").write_bytes(b"\x1f\x8b\x08\x00")
    with pytest.raises(NoPlan, match="the packing is damaged"):
        read_plan(tmp_path / "plan.csv", UTC)
    with pytest.raises(NoSuchPath):
        read_plan(tmp_path / "nowhere", UTC)


def test_every_kind_has_its_name() -> None:
    """No two alike."""
    assert 5 == len({reader.name for reader in READERS})
