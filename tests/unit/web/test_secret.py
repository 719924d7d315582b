"""The key of the web: made once, private, refused where it is damaged."""

from pathlib import Path

import pytest

from unload.errors import UnloadError
from unload.web.secret import NAME, secret_in


def test_the_key_is_made_once_and_private(tmp_path: Path) -> None:
    """Only its owner can read it, and it stays the same (S29)."""
    key = secret_in(tmp_path)
    assert key == secret_in(tmp_path)
    assert 0o600 == (tmp_path / NAME).stat().st_mode & 0o777
    assert len(key) >= 50


def test_a_damaged_key_is_refused(tmp_path: Path) -> None:
    """A short one could be guessed."""
    (tmp_path / NAME).write_text("short")
    with pytest.raises(UnloadError, match="Delete it"):
        secret_in(tmp_path)
