"""Share heavy work among a few child processes, in the order in which it was begun."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unload.importers.child import Child

Job = Callable[..., Iterable[object]]
# A child costs a fifth of a second to start; less work than this is done sooner without it.
WORTH_BYTES = 32 * 1024**2
CHILDREN_MAX = 4
# So many jobs wait for each child: enough to keep it busy, few enough to keep memory small.
WAITING = 3


class Crew:
    """Children that do jobs side by side; without any, `size` is 0 and nothing may be begun."""

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self.ahead = size * WAITING
        self._idle: list[Child] = []
        self._all: list[Child] = []
        if size:
            # Imported here: small jobs need no threads, and start without them.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 # see above

            self._threads = ThreadPoolExecutor(size)

    def begin(self, job: Job, *args: object) -> Callable[[], list[object]]:
        """Begin a job; what is returned waits for its answers, or raises ChildDied."""
        return self._threads.submit(self._done, job, args).result

    def _done(self, job: Job, args: tuple[object, ...]) -> list[object]:
        """One thread a child at most, so an idle child can be popped without a lock."""
        # Imported here for the same reason as the threads.
        from unload.importers.child import Child, ChildDied  # noqa: PLC0415 # see above

        if self._idle:
            child = self._idle.pop()
        else:
            child = Child()
            self._all.append(child)
        try:
            answers = list(child.answers(job, *args))
        except ChildDied:
            child.stop()  # the next job gets a new one
            raise
        self._idle.append(child)
        return answers

    def stop(self) -> None:
        """End every child, whatever it is doing."""
        if self.size:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._end_children()  # which frees the threads that wait for them
            self._threads.shutdown(wait=True)
            self._end_children()  # and one that was just being started

    def _end_children(self) -> None:
        for child in self._all:
            child.stop()


@contextmanager
def crew_for(work_bytes: int) -> Iterator[Crew]:
    """As many children as there are processors, if there is enough to do."""
    crew = Crew(min(processors(), CHILDREN_MAX) if work_bytes >= WORTH_BYTES else 0)
    try:
        yield crew
    finally:
        crew.stop()


def processors() -> int:
    """How many this process may use; one alone is not worth a child."""
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        count = os.cpu_count() or 1
    return count if count > 1 else 0
