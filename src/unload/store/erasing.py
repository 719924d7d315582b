"""Erase everything that is kept on this machine, so that no byte of it is left to be found."""

from __future__ import annotations

import shutil

from django.core.management import call_command
from django.db import OperationalError, connection

from unload.errors import UnloadError
from unload.store import opening
from unload.store.key import NAME as KEY

HELD = (
    "Everything was erased, but another program has the store open, and what was deleted may still "
    "be found in its file. Close the other program and erase once more."
)


def erase_everything() -> None:
    """Empty every table, the pages freed by it too, and remove backups and the key of the hashes.

    So goes what was sent and not read yet; the folder it came into stays for the next.

    Backups that were put elsewhere are their owner's to delete. Errors: UnloadError where another
    program reads the store, so that its file could not be written anew.
    """
    call_command("flush", verbosity=0, interactive=False)
    shutil.rmtree(opening.folder() / opening.BACKUPS, ignore_errors=True)
    for sent in (opening.folder() / opening.UPLOADS).glob("*"):
        if sent.is_dir():
            shutil.rmtree(sent, ignore_errors=True)
        else:
            sent.unlink(missing_ok=True)
    (opening.folder() / KEY).unlink(missing_ok=True)
    if not forget_deleted():
        raise UnloadError(HELD)


def forget_deleted() -> bool:
    """Write the file anew without what was deleted, the log beside it too; whether that was done.

    Deleted rows are written over at once (`sqlite.prepare`); what is left between the rows of a
    page that was filled anew goes here. A server's owner has means of their own.
    """
    if connection.vendor != "sqlite":
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            log_in_use = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except OperationalError:
        return False
    return not log_in_use
