"""Note what the runner is told, once what they changed has been thought through; nobody waits.

Thinking an answer out takes longer than keeping a check-in, and the page that follows thinks it out
anyway. So the note is written a moment later, from what is remembered by then.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any

from django.db import connections

from unload.errors import UnloadError
from unload.report.told import verdict_dict
from unload.service import Answer
from unload.service.notebook import Notebook
from unload.web import uploads
from unload.web.rendering import words_for

PAUSE_S = 2.0  # by when the next page has been thought out
Find = Callable[[], Notebook]


def note(notebook: Notebook) -> bool:
    """Keep what the pages tell of the day; whether it was news."""

    def say(answer: Answer) -> dict[str, Any]:
        words = words_for(notebook, answer.knowledge)
        return verdict_dict(answer.advice, words, answer.knowledge)

    return notebook.keep_told(say)


@dataclass
class Noter:
    """One that waits for all: however much is changed in a moment, it is noted once."""

    lock: Lock = field(default_factory=Lock)
    waiting: list[Find] = field(default_factory=list)

    def soon(self, find: Find) -> Thread | None:
        """Note what the notebook tells that is found by then; None where somebody waits already."""
        with self.lock:
            others, self.waiting = self.waiting, [find]
        if others:
            return None
        thread = Thread(target=self._note, daemon=True)
        thread.start()
        return thread

    def _note(self) -> None:
        newest = None
        # Until nothing more is changed; and half an import is nothing that anybody was told.
        while newest is not self.waiting[0] or uploads.reading():
            newest = self.waiting[0]
            time.sleep(PAUSE_S)
        with self.lock:
            find = self.waiting.pop()
        try:
            # Nobody to be told, no run yet, or no room: what was kept is kept all the same.
            with suppress(UnloadError):
                note(find())
        finally:
            connections.close_all()


NOTER = Noter()


def soon(find: Find) -> None:
    """Note what follows from a change, in a moment."""
    NOTER.soon(find)
