"""The body from the store: the record that is kept, and the sessions on it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from athletes import TODAY
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.model.play import Hurt
from unload.service import body_stored, checking_in, records
from unload.service.body import look

STOP = Hurt(TODAY, 0, "calf-roller", "calf", Side.LEFT, 5, alarming=True)
CALF = Worked(TODAY, "calf", Side.LEFT, 3, 2)


def test_where_nothing_is_kept_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looking at the body leaves no store behind."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", "")
    on = body_stored.visit_stored(today=TODAY)
    assert ((), (), None) == (on.history.sessions, on.worked, on.spots)
    assert () == body_stored.worked_of("")
    assert not body_stored.stopped_on("", TODAY)
    assert not (tmp_path / "data").exists()


def test_the_record_is_what_is_kept(store: Path, tmp_path: Path) -> None:
    """Runs that were imported, check-ins that were typed."""
    (tmp_path / "runs.csv").write_text(
        f"start_local,type,distance_m,moving_s\n{TODAY}T08:00:00,Run,8000,2880\n", "utf-8"
    )
    records.import_files(tmp_path / "runs.csv", zone="UTC")
    checking_in.record_check_in({"spots": "calf:left:3"}, TODAY - timedelta(days=1), zone="UTC")
    on = body_stored.visit_stored(today=TODAY, zone="UTC")
    assert 1 == len(on.history.runs)
    assert ["calf"] == [spot.region for spot in look(on).spots]


def test_sessions_are_kept_and_told_once(store: Path, tmp_path: Path) -> None:
    """What the file repeats of the store counts once; another runner's are not mine."""
    body_stored.keep_session("", [CALF], [])
    body_stored.keep_session("bob", [CALF], [])
    file = tmp_path / "me.toml"
    file.write_text(
        f"[[worked]]\nday = {TODAY}\nregion = 'calf'\nside = 'left'\nbefore = 3\nafter = 2\n",
        "utf-8",
    )
    assert (CALF,) == body_stored.visit_stored(today=TODAY, answers=file).worked
    assert (CALF,) == body_stored.worked_of("")


def test_answers_to_flags_are_kept_once_and_for_their_time(store: Path) -> None:
    """What did not change is not kept again; a no is over the next day, a yes is not."""
    on = body_stored.visit_stored(today=TODAY)
    first, second = (flag.key for flag in on.knowledge.red_flags[:2])
    said = replace(on, answers={first: True, second: False})
    body_stored.keep_answers("", on, said)
    body_stored.keep_answers("", said, said)
    assert said.answers == body_stored.visit_stored(today=TODAY).answers
    assert {first: True} == body_stored.visit_stored(today=TODAY + timedelta(1)).answers
    assert {} == body_stored.visit_stored(today=TODAY - timedelta(1)).answers


def test_answers_go_nowhere_where_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No store is made for them."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DATABASE_URL", "")
    on = body_stored.visit_stored(today=TODAY)
    body_stored.keep_answers("", on, replace(on, answers={on.knowledge.red_flags[0].key: True}))
    assert not (tmp_path / "data").exists()


def test_self_tests_are_folded_into_the_visit(store: Path, tmp_path: Path) -> None:
    """What a file says goes over what is kept; a test of another release is passed over."""
    kept = ScreenResult("heel-raise", None, 12, 28)
    body_stored.keep_results("", TODAY, [kept, ScreenResult("moon-walk", yes=True)])
    assert (kept,) == body_stored.visit_stored(today=TODAY).results
    file = tmp_path / "me.toml"
    file.write_text("[screens]\nheel-raise = { left = 20, right = 28 }\n", "utf-8")
    told = body_stored.visit_stored(today=TODAY, answers=file).results
    assert (ScreenResult("heel-raise", None, 20, 28),) == told


def test_what_was_sent_is_kept_once(store: Path) -> None:
    """And its day knows that a session was played, and that it was stopped."""
    for _ in range(2):
        body_stored.keep_sent("", TODAY, "key", [CALF], [STOP])
    assert (CALF,) == body_stored.worked_of("")
    assert body_stored.stopped_on("", TODAY)
    assert body_stored.played_on("", TODAY)
    assert (STOP,) == body_stored.hurts_of("")
