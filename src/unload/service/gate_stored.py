"""The verb that asks the gate from the store, where its mornings and its outcomes are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from unload.model.comeback import GateAnswers
from unload.service.advising import time_zone
from unload.service.coming_back import GateTold, gate_path, over
from unload.service.stored import NAME, stored_reading, with_sessions
from unload.store import gates, history, opening


@opening.opened()
def gate_stored(
    *, said: GateAnswers | None = None, keep: bool = True, today: date | None = None, **known: Any
) -> GateTold:
    """What the gate says of the runner whose history is kept; as `gate_path`.

    How often it has said "not yet" is known from what is kept. With `keep` this asking is kept,
    and so are its answers to the check-in.
    """
    day = today or datetime.now(time_zone(known.get("zone"))).date()
    runner = known.get("runner") or ""
    before = [saying for saying in gates.sayings(runner) if saying[0].day <= day]
    known["reading"] = known.get("reading") or with_sessions(stored_reading())
    told = gate_path(NAME, said=said, before=before, today=day, **known)
    if keep:
        own = GateAnswers(day) if said is None else replace(said, day=day)
        today_s = over([*(a for a, _ in before if a.day == day), own])[0]
        gates.add(runner, today_s, told.back.gate.outcome)
        if told.felt is not None:
            history.add(told.felt)
    return told
