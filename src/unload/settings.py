"""Where the store is and how it is opened, said by the environment alone; Django reads this file.

UNLOAD_DATA   the folder of the store; the platform's data folder if not set
DATABASE_URL  postgresql://user:password@host:port/name; SQLite in that folder if not set
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from platformdirs import user_data_path

from unload.errors import UnloadError

SQLITE, POSTGRES = "django.db.backends.sqlite3", "django.db.backends.postgresql"
SQLITE_NAME = "unload.sqlite3"
# How long one writer waits for another. The longest transaction is one large table of runs.
BUSY_S = 30
KEPT_S = 60  # a connection to a server, from one request to the next
_HOW = "write it like postgresql://user:password@host:5432/name, or leave it out"


def data_folder(env: Mapping[str, str]) -> Path:
    """The folder of everything that is kept on this machine."""
    said = env.get("UNLOAD_DATA")
    return Path(said).expanduser() if said else user_data_path("unload", appauthor=False)


def database(env: Mapping[str, str]) -> dict[str, Any]:
    """The database as Django wants it told."""
    url = env.get("DATABASE_URL")
    if url:
        return _postgres(url)
    return {
        "ENGINE": SQLITE,
        "NAME": str(data_folder(env) / SQLITE_NAME),
        # IMMEDIATE, because a transaction that reads first and then writes fails under DEFERRED
        # whenever somebody else has written in between.
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": BUSY_S},
    }


def _postgres(url: str) -> dict[str, Any]:
    """The parts of a postgresql:// address; what is after the ? goes to the driver as it is."""
    try:
        parts, port = urlsplit(url), urlsplit(url).port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    name = unquote(parts.path.removeprefix("/"))
    if parts.scheme not in ("postgresql", "postgres") or not name:
        raise UnloadError(f"DATABASE_URL is not an address of a PostgreSQL database; {_HOW}.")
    return {
        "ENGINE": POSTGRES,
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        # Opening one takes longer than most of what is asked; one that broke is made anew.
        "CONN_MAX_AGE": KEPT_S,
        "CONN_HEALTH_CHECKS": True,
    }


INSTALLED_APPS = ["unload.store"]
DATABASES = {"default": database(os.environ)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Moments (when an import began) are UTC; what a watch showed is a wall clock without a zone.
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
