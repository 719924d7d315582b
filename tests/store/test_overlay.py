"""What the runner says lies over what files say: no import and no undo touches it (I45)."""

from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stores import dump, export
from unload.model.history import CheckIn
from unload.service import records, tellings
from unload.service.stored import stored_reading
from unload.store import history

HEAD = "start_local,type,distance_m,moving_s\n"
DAY = date(2024, 1, 1)
SAID = ("revisions", "apart", "WeekChange", "GateSaying")
DEEDS = st.lists(st.sampled_from(("whole", "one", "again", "undo")), max_size=5)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_i45_no_import_changes_what_the_runner_said(store: Path, deeds: list[str]) -> None:
    """Fault I45: imports and undos in any order around what was typed and kept apart."""
    runs = export(store / "runs")
    (store / "runs" / "phone.csv").write_text(HEAD + "2024-01-01 08:01,run,7990,2870\n")
    records.import_files(runs, zone="UTC")
    history.add(CheckIn(DAY, sleep=2.0, soreness=1.0), "mine")
    (choice,) = [c for c in tellings.made() if c.kept.day == DAY][:1]
    tellings.apart(choice.aside[0].name)
    before = {name: dump()[name] for name in SAID}
    for deed in deeds:
        if deed == "undo" and records.imports():
            records.undo_import(records.imports()[0].number)
        elif deed != "undo":
            records.import_files(runs / "runs001.csv" if deed == "one" else runs, zone="UTC")
    assert before == {name: dump()[name] for name in SAID}
    records.import_files(runs, zone="UTC")
    told = stored_reading()
    (day,) = [c for c in told.check_ins if c.day == DAY]
    assert (2.0, 1.0) == (day.sleep, day.soreness)
    assert 2 == sum(session.day == DAY for session in told.sessions)
    for kept in records.imports():
        records.undo_import(kept.number)
    tellings.together(choice.aside[0].name)
