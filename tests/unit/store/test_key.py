"""The key: made once, private, and never taken half."""

from pathlib import Path

import pytest

from unload.errors import UnloadError
from unload.store.key import KEY_BYTES, key_in


def test_a_key_is_made_once(tmp_path: Path) -> None:
    """The second who asks gets the first one's key, and nothing else is left in the folder."""
    key = key_in(tmp_path)
    assert (KEY_BYTES, key) == (len(key), key_in(tmp_path))
    assert ["key"] == [path.name for path in tmp_path.iterdir()]


def test_a_key_is_its_owner_s_alone(tmp_path: Path) -> None:
    """Nobody else on the machine can read it."""
    key_in(tmp_path)
    assert 0o600 == (tmp_path / "key").stat().st_mode & 0o777


def test_two_folders_have_two_keys(tmp_path: Path) -> None:
    """A hash of one store says nothing about another."""
    (tmp_path / "other").mkdir()
    assert key_in(tmp_path) != key_in(tmp_path / "other")


def test_a_damaged_key_is_named(tmp_path: Path) -> None:
    """Half a key is not used; the message says what to do."""
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(UnloadError, match=r"is damaged\. Delete it"):
        key_in(tmp_path)


def test_the_second_of_two_makers_takes_the_first_s_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is a moment late throws its own key away."""
    first = b"1" * KEY_BYTES

    def late(_draft: Path, path: Path) -> None:
        path.write_bytes(first)
        raise FileExistsError

    monkeypatch.setattr("os.link", late)
    assert first == key_in(tmp_path)
    assert ["key"] == [path.name for path in tmp_path.iterdir()]
