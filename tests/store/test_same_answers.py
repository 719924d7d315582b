"""The same records give the same answers on either database, to the last digit."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest

from stores import KINDS, copied
from unload.service import demos, records, week_changes
from unload.service.checking_in import record_check_in
from unload.service.stored import advise_stored, stored_reading

KEPT_AT = datetime(2024, 11, 17, tzinfo=UTC)


def digests(name: str) -> dict[str, str]:
    """What is told of a made-up runner from an empty store, each part as a hash."""
    demo = demos.demo_of(name)
    with demos.demo_files(name) as folder:
        records.import_files(folder, zone="UTC")
    record_check_in({"sleep": 3.5, "spots": "calf:left:2:1"}, demo.today, zone="UTC")
    asked = {"today": demo.today, "zone": "UTC", "person": demo.history.runner}
    answer = advise_stored(**asked, race=demo.history.race, force=True)
    taken = week_changes.accept(answer, (1, 3, 5)) if answer.advice.week else None
    given_back = week_changes.undo(today=demo.today) if taken else None
    told: dict[str, Any] = {
        "verdict": answer.advice,
        "records": stored_reading(),
        "week": answer.advice.week,
        "changes": [replace(c, made_at=KEPT_AT, number=0, undoes=None)
                    for c in week_changes.changes()],
        "given back": given_back and given_back.week,
        "advice after it": advise_stored(**asked, race=demo.history.race).advice,
    }  # fmt: skip
    return {part: sha256(repr(value).encode()).hexdigest() for part, value in told.items()}


@pytest.mark.parametrize("name", demos.DEMOS)
def test_either_database_gives_the_same_answer(request: pytest.FixtureRequest, name: str) -> None:
    """Verdict, week, every record and what was decided, hashed as they are written out."""
    found = {}
    for kind in KINDS:
        for _ in copied(request, kind, "empty"):
            found[kind] = digests(name)
    assert found["sqlite"] == found["postgresql"]
