"""Answers from the store are those that the files themselves would give."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from stores import nothing_urgent
from unload import service
from unload.errors import NoRuns, UnloadError
from unload.model.advice import VerdictKind
from unload.model.history import CheckIn
from unload.service import records, week_changes
from unload.service.gate_stored import gate_stored
from unload.service.proof_stored import audit_stored
from unload.service.stored import (
    advise_stored,
    imported,
    inspect_stored,
    past_stored,
    season_stored,
    stored_reading,
    with_typed,
)
from unload.store import history

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
TODAY = date(2024, 11, 17)
DAY = date(2024, 11, 16)


def test_the_store_answers_like_the_files(store: Path) -> None:
    """The same advice, to the last digit, with the runner's answers beside both."""
    records.import_files(SORE, zone="UTC")
    wishes = {"today": TODAY, "zone": "UTC", "answers": SORE / "answers.toml"}
    assert service.advise_path(SORE, **wishes).advice == advise_stored(**wishes).advice


def test_the_doubts_are_those_of_the_week_that_was_accepted(store: Path) -> None:
    """Nothing of it taken changes nothing; half-way through it only days to come are told."""
    records.import_files(SORE, zone="UTC")
    nothing_urgent(TODAY)
    wishes = {"today": TODAY, "zone": "UTC"}
    before = advise_stored(**wishes)
    week_changes.accept(before, (2,))
    after = advise_stored(**wishes).advice
    assert after.futures is not None
    assert before.advice.doubts != after.doubts
    later = advise_stored(today=date(2024, 11, 21), zone="UTC").advice
    assert later.futures is not None
    assert later.futures.days == tuple(sorted(later.futures.days))
    assert later.today == later.futures.days[0]


def test_what_was_answered_about_flags_is_known(store: Path) -> None:
    """Questions first; a no opens the week on its day, a file's answers go over what is kept."""
    records.import_files(SORE, zone="UTC")
    wishes = {"today": TODAY, "zone": "UTC"}
    asked = advise_stored(**wishes).advice
    assert asked.week is None
    assert len(asked.questions) > 0
    nothing_urgent(TODAY)
    assert advise_stored(**wishes).advice.week is not None
    with pytest.raises(UnloadError, match="unload body"):
        week_changes.accept(advise_stored(today=TODAY + timedelta(1), zone="UTC"))
    yes = store / "yes.toml"
    yes.write_text(f"[red_flags]\n{asked.questions[0].key} = true\n")
    flagged = advise_stored(answers=yes, **wishes).advice
    assert VerdictKind.SEE_SOMEONE is flagged.verdict.kind
    assert () == flagged.questions


def test_an_empty_store_says_what_to_do(store: Path) -> None:
    """By every verb: keeping, answering without keeping, and somebody else's answer."""
    for verb in (advise_stored, season_stored, partial(past_stored, weeks=4), inspect_stored,
                 audit_stored, gate_stored):  # fmt: skip
        with pytest.raises(NoRuns, match=r"`unload import PATH` .* with a PATH .* `unload demo`"):
            verb()


def test_the_books_of_the_store_balance(store: Path) -> None:
    """Kept and duplicate are what was seen."""
    records.import_files(SORE, zone="UTC")
    reading = stored_reading()
    assert reading.seen == reading.imported + reading.duplicate == 200


def test_what_is_typed_goes_over_what_a_file_says(store: Path) -> None:
    """Answered questions win one by one; the rest of the file's day stays (I45)."""
    file = CheckIn(DAY, sleep=3.0, resting_hr=50.0)
    typed = CheckIn(DAY, sleep=5.0, mood=2.0)
    alone = CheckIn(TODAY, mood=1.0)
    for said in (typed, alone):
        history.add(said)
    told = with_typed(replace(imported(), check_ins=(file,))).check_ins
    assert (CheckIn(DAY, sleep=5.0, mood=2.0, resting_hr=50.0), alone) == told
