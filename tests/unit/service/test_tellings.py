"""A merge that was wrong is seen, undone, and done again."""

from pathlib import Path

import pytest

from unload.service import records
from unload.service import tellings as choices
from unload.service.stored import stored_reading
from unload.service.tellings import NoSuchChoice

HEAD = "start_local,type,distance_m,moving_s\n"


@pytest.fixture
def twice(store: Path, tmp_path: Path) -> Path:
    """One run told by a watch and by a phone, and one told once."""
    (tmp_path / "watch.csv").write_text(
        HEAD + "2024-11-10 08:00,run,10000,3000\n2024-11-12 08:00,run,8000,2400\n"
    )
    (tmp_path / "phone.csv").write_text(HEAD + "2024-11-10 08:01,run,9900,2990\n")
    records.import_files(tmp_path, zone="UTC")
    return tmp_path


def test_a_choice_shows_what_counts_and_what_was_set_aside(twice: Path) -> None:
    """By name and with the reason."""
    (choice,) = choices.made()
    (aside,) = choice.aside
    assert {10_000.0, 9900.0} == {choice.kept.distance_m, aside.session.distance_m}
    assert ("the same time and sport", 8) == (aside.why, len(aside.name))


def test_two_that_were_taken_for_one_are_two_again(twice: Path) -> None:
    """And one, when the runner thinks better of it; the rows stay as they were read."""
    (choice,) = choices.made()
    name = choice.aside[0].name
    assert choice == choices.apart(name)
    assert ((), 3) == (choices.made(), len(stored_reading().sessions))
    assert 1 == len(choices.kept_apart())
    assert 1 == choices.together(name)
    assert (1, 2) == (len(choices.made()), len(stored_reading().sessions))


@pytest.mark.parametrize("name", ["", "nobody", "zz"])
def test_a_name_that_is_none_is_one_sentence(twice: Path, name: str) -> None:
    """For both ways."""
    for verb in (choices.apart, choices.together):
        with pytest.raises(NoSuchChoice, match="`unload choices` lists"):
            verb(name)


def test_of_two_exports_the_newer_is_believed(store: Path, tmp_path: Path) -> None:
    """The same id of the same source, told anew."""
    header = "start_local,type,distance_m,moving_s,activity_id\n"
    for folder, metres in (("old", 10_000), ("new", 9000)):
        (tmp_path / folder).mkdir()
        row = f"2024-11-10 08:00,run,{metres},3000,7\n"
        (tmp_path / folder / "runs.csv").write_text(header + row)
        records.import_files(tmp_path / folder, zone="UTC")
    assert [9000.0] == [s.distance_m for s in stored_reading().sessions]


@pytest.fixture
def shared(store: Path, tmp_path: Path) -> Path:
    """An hour's run, and twenty minutes of it again as a run of their own."""
    (tmp_path / "watch.csv").write_text(HEAD + "2024-11-10 08:00,run,10000,3600\n")
    (tmp_path / "phone.csv").write_text(HEAD + "2024-11-10 08:20,run,3300,1200\n")
    records.import_files(tmp_path, zone="UTC")
    return tmp_path


def test_i44_shared_time_is_a_choice_like_any_other(shared: Path) -> None:
    """Fault I44: it is shown, counts once, and is two runs again if the runner says so."""
    (choice,) = choices.made()
    (aside,) = choice.aside
    why = "20 minutes of it are the same time, which counts once"
    assert (10_000.0, 3300.0, why) == (
        choice.kept.distance_m, aside.session.distance_m, aside.why
    )  # fmt: skip
    assert [10_000.0] == [s.distance_m for s in stored_reading().sessions]
    assert choice == choices.apart(aside.name)
    assert [10_000.0, 3300.0] == [s.distance_m for s in stored_reading().sessions]
    assert 1 == choices.together(aside.name)
    assert 1 == len(stored_reading().sessions)


def test_i44_the_import_says_what_shares_its_time(shared: Path) -> None:
    """Fault I44: the file that adds nothing is a duplicate, and later files are told of too."""
    states = {file.name: file.state for file in records.an_import(1).files}
    assert {"phone.csv": "duplicate", "watch.csv": "imported"} == states
    (shared / "third.csv").write_text(HEAD + "2024-11-10 08:50,run,4000,1200\n")
    (note,) = records.import_files(shared, zone="UTC").notes
    assert "third.csv line 2: 10 minutes of it are also those of watch.csv line 2" in note
