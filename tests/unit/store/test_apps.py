"""The one Django app and the name of its tables."""

import os
import subprocess
import sys
from pathlib import Path

from django.apps import apps


def test_every_table_says_whose_it_is(store: Path) -> None:
    """In a shared database our tables begin with our name."""
    tables = {model._meta.db_table for model in apps.get_app_config("unload").get_models()}
    assert {"unload_file", "unload_import", "unload_storedsession"} < tables
    assert [] == [table for table in tables if not table.startswith("unload_")]


def test_django_may_come_first(store: Path) -> None:
    """A server starts Django itself, and the room does not set it up a second time."""
    code = "import django; django.setup(); from unload.store import books; print('fine')"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "unload.settings"}
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert ("fine\n", "") == (ran.stdout, ran.stderr)
