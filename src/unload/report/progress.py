"""Show progress on a terminal, and only where reading takes longer than a second."""

from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

PATIENCE_S = 1.0


class Ticker:
    """Called with how many of how many files are done; silent where nobody is watching."""

    def __init__(self, console: Console) -> None:
        self._begun = monotonic()
        self._bar = Progress(
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[name]}", markup=False),
            console=console,
            transient=True,
        )
        self._task = self._bar.add_task("read", total=None, name="")
        self._watched = console.is_terminal

    def __call__(self, done: int, total: int, name: str) -> None:
        if not self._watched or monotonic() - self._begun < PATIENCE_S:
            return
        self._bar.start()
        self._bar.update(self._task, completed=done, total=total, name=name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._watched:
            self._bar.stop()
