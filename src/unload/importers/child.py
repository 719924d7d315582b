"""Do work in a child process: its answers come one by one, its death is told, limits can be set."""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Self, cast

_LENGTH = struct.Struct("<Q")
ANSWER_BYTES_MAX = 256 * 1024**2
# A packed export unpacks to twenty times its size, of which a small computer reads 20 MB a second.
BYTES_PER_S_MIN = 1024**2
# What a child may answer with. It read a stranger's file: nothing else is let into this process.
_WELCOME = frozenset(
    [
        ("builtins", "frozenset"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("unload.errors", "Problem"),
        ("unload.importers.protocol", "Note"),
        ("unload.importers.reading", "FileRead"),
        ("unload.importers.reading", "State"),
        ("unload.model.history", "CheckIn"),
        ("unload.model.history", "Session"),
        ("unload.model.history", "Side"),
        ("unload.model.history", "SoreSpot"),
        ("unload.model.history", "Sport"),
    ]
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one answer may take, and how much memory the whole child."""

    cpu_s: int = 10
    wall_s: float = 20.0
    memory_bytes: int = 512 * 1024**2


def fair(size_bytes: int) -> Limits:
    """The limits for files of so many bytes: whoever sent a gigabyte may have a gigabyte read."""
    more_s = size_bytes // BYTES_PER_S_MIN
    usual = Limits()
    return Limits(usual.cpu_s + more_s, usual.wall_s + 2.0 * more_s)


class ChildDied(Exception):
    """The child ended before it had answered; the message says why, as far as it is known."""


class Child:
    """One process that does one job after another. It starts fresh and knows only its job.

    A fresh interpreter, not a fork: no open file, lock or secret of this process goes along.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits
        self._late = False
        self._process = subprocess.Popen(  # our own interpreter and module
            # -P: a file in the folder one stands in may not pass for a module of the library.
            [sys.executable, "-P", "-c", "from unload.importers.child import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
        )

    def answers(self, job: Callable[..., Iterable[object]], *args: object) -> Iterator[object]:
        """What the job yields there. The job must be a function of a module."""
        self._send((self._limits, job, args))
        while True:
            answer = self._receive()
            if answer is None:
                return
            yield answer

    def stop(self) -> None:
        """End it, in the middle of a job if need be."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast(IO[bytes], pipe).close()

    def _send(self, what: object) -> None:
        try:
            _write(cast(IO[bytes], self._process.stdin), what)
        except OSError:
            raise self._death() from None

    def _receive(self) -> object:
        late = None
        if self._limits is not None:
            late = threading.Timer(self._limits.wall_s, self._too_late)
            late.start()
        try:
            return _read(cast(IO[bytes], self._process.stdout), _Welcome)
        except (EOFError, OSError, pickle.UnpicklingError):
            raise self._death() from None
        finally:
            if late is not None:
                late.cancel()

    def _too_late(self) -> None:
        self._late = True
        self._process.kill()

    def _death(self) -> ChildDied:
        self._process.kill()
        code = self._process.wait()
        if self._late or -code == getattr(signal, "SIGXCPU", None):
            return ChildDied("takes too long to read; it is broken or a trap.")
        return ChildDied("broke the reader; the file is damaged or a trap.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _surroundings() -> dict[str, str]:
    """The environment of a child: where its modules are, and none of its parent's secrets."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PYTHONTZPATH") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


class _Welcome(pickle.Unpickler):
    """Takes in the nouns of this program and refuses everything else."""

    def find_class(self, module: str, name: str) -> object:
        if (module, name) not in _WELCOME:
            raise pickle.UnpicklingError(f"{module}.{name} is no answer")
        return super().find_class(module, name)


def serve() -> None:
    """What the child does until nobody is left to ask: read a job, write its answers, and None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its child
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print may not land between the answers
    with suppress(EOFError, BrokenPipeError):
        while True:
            limits, job, args = cast(
                "tuple[Limits | None, Callable[..., Iterable[object]], tuple[object, ...]]",
                _read(asked),
            )
            _restrict(limits)
            for answer in job(*args):
                _write(told, answer)
                _restrict(limits)
            _write(told, None)


def _restrict(limits: Limits | None) -> None:
    """Give the next answer its share of the processor, and never more memory."""
    if limits is None:
        return
    try:
        # Not on every system; there the time on the wall is the only limit.
        import resource  # noqa: PLC0415 # see above
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent_s = int(used.ru_utime + used.ru_stime) + 1
    for what, limit in (
        (resource.RLIMIT_CPU, spent_s + limits.cpu_s),
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # some systems know a limit and do not grant it
            resource.setrlimit(what, (limit, resource.getrlimit(what)[1]))


def _write(pipe: IO[bytes], what: object) -> None:
    data = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def _read(pipe: IO[bytes], unpickler: type[pickle.Unpickler] = pickle.Unpickler) -> object:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (size,) = _LENGTH.unpack(head)
    if size > ANSWER_BYTES_MAX:
        raise EOFError
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    # The parent takes in answers by an allow-list; the child trusts its parent.
    return unpickler(BytesIO(data)).load()
