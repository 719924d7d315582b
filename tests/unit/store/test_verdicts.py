"""What was told is kept once, in order, and never changed."""

from datetime import timedelta
from pathlib import Path

from athletes import TODAY
from told_samples import said
from unload.model.told import ToldDay
from unload.service import records
from unload.store import inside, verdicts
from unload.store.models import Import

YESTERDAY = TODAY - timedelta(days=1)


def test_what_is_told_again_adds_nothing(either_store: Path) -> None:
    """Word for word as it was; another answer stands before it (X11)."""
    assert [True, False] == [verdicts.add("", TODAY, said()) for _ in range(2)]
    assert verdicts.add("", TODAY, said("Another."))
    newest, before = verdicts.of_day("", TODAY)
    assert ("Another.", said()) == (newest.sentence, before.said)
    assert newest.told_at >= before.told_at


def test_an_answer_that_comes_back_is_told_again(store: Path) -> None:
    """It is the newest that stands."""
    for sentence in ("One.", "Two.", "One."):
        verdicts.add("", TODAY, said(sentence))
    assert ["One.", "Two.", "One."] == [one.sentence for one in verdicts.of_day("", TODAY)]
    assert ["One."] == [day.sentence for day in verdicts.days("")]


def test_the_days_come_newest_first(either_store: Path) -> None:
    """Each once, whenever it was told, and before a day where one is named."""
    for day in (TODAY, YESTERDAY, TODAY):
        verdicts.add("", day, said(f"Of {day}."))
    kind = said()["verdict"]["kind"]
    every = [ToldDay(day, kind, f"Of {day}.") for day in (TODAY, YESTERDAY)]
    assert every == list(verdicts.days(""))
    assert every[1:] == list(verdicts.days("", TODAY))
    assert [YESTERDAY, TODAY] == [one.day for one in verdicts.every("")]


def test_every_runner_is_told_apart(store: Path) -> None:
    """What one was told is nothing to the other (X17)."""
    verdicts.add("ann", TODAY, said())
    assert ([], []) == (list(verdicts.days("bob")), verdicts.of_day("bob", TODAY))


def test_being_told_is_no_reason_to_think_anew(store: Path) -> None:
    """The stamp of what is kept stays what it was."""
    before = inside.stamp()
    verdicts.add("", TODAY, said())
    assert before == inside.stamp()


def test_an_import_that_was_taken_back_is_noticed(store: Path, tmp_path: Path) -> None:
    """What was told stays, and says that something under it is gone."""
    (tmp_path / "runs.csv").write_text(
        "start_local,type,distance_m,moving_s,runner\n2024-11-01 08:00:00,run,8000,2880,\n"
    )
    number = records.import_files(tmp_path / "runs.csv", zone="UTC").number
    verdicts.add("", TODAY, said())
    assert 0 == verdicts.of_day("", TODAY)[0].imports_undone
    records.undo_import(number or 0)
    assert (1, 0) == (verdicts.of_day("", TODAY)[0].imports_undone, Import.objects.count())
