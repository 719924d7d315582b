"""The environment says where the store is, and nothing else does."""

from pathlib import Path

import pytest

from unload import settings
from unload.errors import UnloadError


def test_without_a_word_the_store_is_in_the_platform_s_folder() -> None:
    """SQLite, in a folder of our own."""
    assert "unload" in settings.data_folder({}).parts
    assert settings.SQLITE == settings.database({})["ENGINE"]


def test_whoever_will_write_locks_before_reading() -> None:
    """And waits for other writers (C6)."""
    found = settings.database({})
    assert {"transaction_mode": "IMMEDIATE", "timeout": settings.BUSY_S} == found["OPTIONS"]


def test_a_folder_can_be_named() -> None:
    """UNLOAD_DATA is the folder; ~ is understood; empty is not named."""
    assert Path("/x/y") == settings.data_folder({"UNLOAD_DATA": "/x/y"})
    assert Path.home() / "z" == settings.data_folder({"UNLOAD_DATA": "~/z"})
    assert settings.data_folder({}) == settings.data_folder({"UNLOAD_DATA": ""})
    assert "/x/unload.sqlite3" == settings.database({"UNLOAD_DATA": "/x"})["NAME"]


def test_a_server_can_be_named() -> None:
    """Every part of the address arrives, unquoted, and the driver's own options with it."""
    url = "postgresql://me%40home:p%2Fw@db.example:5433/my%20runs?sslmode=require"
    assert {
        "ENGINE": settings.POSTGRES, "NAME": "my runs", "USER": "me@home", "PASSWORD": "p/w",
        "HOST": "db.example", "PORT": "5433", "OPTIONS": {"sslmode": "require"},
        "CONN_MAX_AGE": settings.KEPT_S, "CONN_HEALTH_CHECKS": True,
    } == settings.database({"DATABASE_URL": url})  # fmt: skip


@pytest.mark.parametrize(
    "url",
    ["mysql://host/name", "postgresql://host", "postgresql://host:many/name", "my-runs", "//["],
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    """It may hold a password, so the message shows how to write it instead."""
    with pytest.raises(UnloadError, match="postgresql://user:password@host") as told:
        settings.database({"DATABASE_URL": url})
    assert url not in str(told.value)
