"""Erase everything that is kept on this machine, so that no byte of it is left to be found."""

from __future__ import annotations

import shutil

from django.core.management import call_command
from django.db import connection

from unload.store import opening
from unload.store.key import NAME as KEY


def erase_everything() -> None:
    """Empty every table, the pages freed by it too, and remove backups and the key of the hashes.

    Backups that were put elsewhere are their owner's to delete.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA secure_delete=ON")
    call_command("flush", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.rmtree(opening.folder() / opening.BACKUPS, ignore_errors=True)
    (opening.folder() / KEY).unlink(missing_ok=True)
