"""Take files in and read them while the runner goes on; one upload at a time."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import connections
from django.utils.translation import gettext as _

from unload.errors import UnloadError
from unload.service.notebook import ImportReport, Notebook, data_folder

FOLDER = "uploads"
LONGEST_NAME = 200  # bytes; most disks take 255, and " (2)" may have to follow


@dataclass
class Desk:
    """What is being read now, and what became of the last upload."""

    lock: Lock = field(default_factory=Lock)
    name: str = ""
    files: int = 0
    busy: bool = False
    report: ImportReport | None = None
    error: str = ""

    def take(self, sent: Sequence[UploadedFile[Any]], notebook: Notebook) -> None:
        """Put the files where they can be read, and begin; UnloadError while another is read."""
        if not self.lock.acquire(blocking=False):
            raise UnloadError(_("One upload after the other: the last one is still being read."))
        try:
            path = _placed(sent)
            self.name, self.files, self.busy = path.name, 0, True
            self.report, self.error = None, ""
            Thread(target=self._read, args=(path, notebook), daemon=True).start()
        except BaseException:
            self.busy = False
            self.lock.release()
            raise

    def _read(self, path: Path, notebook: Notebook) -> None:
        """Read it all, keep what it holds, and leave no file behind."""
        try:
            self.report = notebook.bring(path, self._tick)
        except UnloadError as error:
            self.error = str(error)
        except Exception as error:  # noqa: BLE001 # a thread has nobody above it who would tell
            self.error = _("Unload itself failed (%(kind)s). This is a bug; please report it.") % {
                "kind": type(error).__name__
            }
        finally:
            sweep()
            connections.close_all()
            self.busy = False
            self.lock.release()

    def _tick(self, done: int, _total: int, _name: str) -> None:
        self.files = done


def sweep() -> None:
    """Remove whatever an upload left, also one that was cut short by the end of the program."""
    shutil.rmtree(data_folder() / FOLDER / "reading", ignore_errors=True)


def waiting_room() -> Path:
    """The private folder in which uploads arrive."""
    folder = data_folder() / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _placed(sent: Sequence[UploadedFile[Any]]) -> Path:
    """One file, or a folder of several, under the names they were sent with."""
    sweep()
    folder = waiting_room() / "reading"
    if len(sent) > 1:
        folder /= _("%(count)s files") % {"count": len(sent)}
    folder.mkdir(mode=0o700, parents=True)
    placed = [_move(file, folder / _name(file)) for file in sent]  # no name holds a folder
    return placed[0] if len(placed) == 1 else folder


def _name(file: UploadedFile[Any]) -> str:
    """The name it was sent with, or as much of its end as a disk takes."""
    return str(file.name).encode(errors="replace")[-LONGEST_NAME:].decode(errors="ignore")


def _move(file: UploadedFile[Any], path: Path) -> Path:
    """Where the file is now; two of one name stand beside each other."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    with free.open("wb") as out:
        for chunk in file.chunks():
            out.write(chunk)
    free.chmod(0o600)
    return free


DESK = Desk()
