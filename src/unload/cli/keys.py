"""Single keys from a terminal, which is given back as it was, whatever happens."""

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

try:
    import termios
    import tty
except ImportError:  # Windows, where the list stands in
    termios = tty = None  # type: ignore[assignment] # asked for before it is used


# One key, or None where none came in so many seconds.
Keys = Callable[[float], str | None]


def has_keys() -> bool:
    """Whether single keys can be read here."""
    return termios is not None


@contextmanager
def terminal_keys() -> Iterator[Keys]:
    """The keys of this terminal without enter and echo; Ctrl-C and a kill give it back first."""
    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)
    old = {one: signal.signal(one, _interrupt) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        tty.setcbreak(number)
        quiet: list[Any] = termios.tcgetattr(number)
        quiet[6][termios.VSUSP] = b"\0"  # Ctrl-Z would leave the shell with this screen
        termios.tcsetattr(number, termios.TCSADRAIN, quiet)
        yield _reader(number)
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
        for one, handler in old.items():
            signal.signal(one, handler)


def _interrupt(_signal: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def _reader(number: int) -> Keys:
    def read(timeout_s: float) -> str | None:
        ready, _, _ = select.select([number], [], [], timeout_s)
        if not ready:
            return None
        said = os.read(number, 32)
        if not said:
            raise KeyboardInterrupt  # the terminal is gone
        return said.decode("utf-8", "replace")

    return read
