"""Take files in and read them while the runner goes on; one reading at a time for each account."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connections
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unload.errors import UnloadError
from unload.service.notebook import ImportReport, Notebook
from unload.service.uploads import ARRIVING, beside, label_of, sweep, waiting_room

READING, COMING = "reading", "coming"


@dataclass
class Desk:
    """What is being read now, and what became of the last upload.

    Files lie in one folder of their account until they have been read, so that a program that is
    killed meanwhile goes on with them when it is asked to.
    """

    account: int
    lock: Lock = field(default_factory=Lock)
    name: str = ""
    files: int = 0
    busy: bool = False
    report: ImportReport | None = None
    error: str = ""

    def take(self, sent: Sequence[UploadedFile[Any]], notebook: Notebook) -> None:
        """Read files that came with a form; UnloadError while others are read."""
        self._begin(lambda folder: _place(sent, folder), notebook)

    def take_arrived(self, notebook: Notebook) -> None:
        """Read what has come in portions and is all there, and what was not read to its end."""
        self._begin(notebook.uploads().gather, notebook)

    def left(self) -> int:
        """How many files lie there that nobody reads."""
        return 0 if self.busy else len(list(self._folder().glob("*")))

    def throw_away(self) -> None:
        """Drop what lies there and nobody reads."""
        if not self.busy:
            shutil.rmtree(self._folder(), ignore_errors=True)

    def _folder(self) -> Path:
        return waiting_room() / READING / str(self.account)

    def _begin(self, place: Callable[[Path], object], notebook: Notebook) -> None:
        if not self.lock.acquire(blocking=False):
            raise UnloadError(_("One upload after the other: the last one is still being read."))
        try:
            folder = self._folder()
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place(folder)
            there = sorted(folder.iterdir())
            if not there:
                raise UnloadError(_("Nothing has come whole yet."))
            one = len(there) == 1
            named = ngettext("%(num)s file", "%(num)s files", len(there)) % {"num": len(there)}
            self.name, self.files, self.busy = there[0].name if one else named, 0, True
            self.report, self.error = None, ""
            path, name = (there[0], None) if one else (folder, named)
            Thread(target=self._read, args=(path, name, notebook), daemon=True).start()
        except BaseException:
            self.busy = False
            self.lock.release()
            raise

    def _read(self, path: Path, name: str | None, notebook: Notebook) -> None:
        """Read it all, keep what it holds, and leave no file behind."""
        try:
            self.report = notebook.bring(path, self._tick, name)
            shutil.rmtree(self._folder(), ignore_errors=True)
        except UnloadError as error:
            self.error = str(error)
        except Exception as error:  # noqa: BLE001 # a thread has nobody above it who would tell
            self.error = _("Unload itself failed (%(kind)s). This is a bug; please report it.") % {
                "kind": type(error).__name__
            }
        finally:
            connections.close_all()
            self.busy = False
            self.lock.release()

    def _tick(self, done: int, _total: int, _name: str) -> None:
        self.files = done


def desk_of(notebook: Notebook) -> Desk:
    """The desk of an account; nobody sees what another one brought."""
    return _DESKS.setdefault(notebook.owner, Desk(notebook.owner))


def reading() -> bool:
    """Whether anything is being read, of anybody."""
    return any(desk.busy for desk in _DESKS.values())


def begin_anew() -> None:
    """Remove what the end of the program cut short, and what has been lying there for a day.

    What came whole and was not read to its end stays that long, to be gone on with.
    """
    for left in waiting_room().iterdir():
        if left.is_file():  # a form that broke off
            left.unlink(missing_ok=True)
        elif left.name not in (READING, ARRIVING):  # one that was written down, or scratch paper
            shutil.rmtree(left, ignore_errors=True)
    sweep()


def _place(sent: Sequence[UploadedFile[Any]], folder: Path) -> None:
    """Put the files of a form into the folder, each when it is all there."""
    coming = waiting_room() / COMING / folder.name
    shutil.rmtree(coming, ignore_errors=True)
    coming.mkdir(mode=0o700, parents=True)
    for file in sent:
        label = label_of(str(file.name))  # no name leads to another folder
        with (coming / label).open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
        (coming / label).chmod(0o600)
        (coming / label).replace(beside(folder / label))


_DESKS: dict[int, Desk] = {}
