"""Single keys from a terminal that is given back as it was."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from unload.cli.keys import has_keys, terminal_keys

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no terminal of this kind; the list stands in"
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal of the test's own; what is written to this end is typed at the other."""
    ours, theirs = os.openpty()
    with os.fdopen(theirs, closefd=False) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield ours
    os.close(ours)
    os.close(theirs)


def state() -> list[object]:
    """How the terminal is set."""
    import termios  # noqa: PLC0415 # not on Windows

    return termios.tcgetattr(sys.stdin.fileno())


def test_a_key_comes_without_enter(terminal: int) -> None:
    """An arrow is one key; none is None."""
    assert has_keys()
    with terminal_keys() as keys:
        assert None is keys(0)
        for typed in (b"h", b"\x1b[C"):
            os.write(terminal, typed)
            assert typed.decode() == keys(5)


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_the_terminal_is_given_back(terminal: int, error: type[BaseException]) -> None:
    """Whatever happens meanwhile."""
    before = state()

    def broken() -> None:
        with terminal_keys():
            assert before != state()
            raise error

    with pytest.raises(error):
        broken()
    assert before == state()


@pytest.mark.parametrize("kill", [signal.SIGTERM, signal.SIGHUP])
def test_a_kill_gives_it_back_too(terminal: int, kill: signal.Signals) -> None:
    """It arrives as an interruption, and what handled it before does so again."""
    before, handler = state(), signal.getsignal(kill)

    def killed() -> None:
        with terminal_keys() as keys:
            os.kill(os.getpid(), kill)
            keys(5)

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert (before, handler) == (state(), signal.getsignal(kill))


def test_a_terminal_that_is_gone_interrupts(terminal: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading nothing is no key."""
    monkeypatch.setattr("os.read", lambda *_: b"")
    with terminal_keys() as keys:
        os.write(terminal, b"h")
        with pytest.raises(KeyboardInterrupt):
            keys(5)
