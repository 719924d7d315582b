"""Contents are remembered by their hashes."""

import pytest

from file_samples import memory_file
from unload.importers.memory import DIGEST_BYTES, Memory, digest_of

FILE = memory_file("a.csv", "date,weight_kg")
WHOLE = digest_of(FILE, b"key")


def test_a_content_is_told_by_its_hash_and_the_key() -> None:
    """Whatever its name; nobody without the key can try contents."""
    assert WHOLE == digest_of(memory_file("b.csv", "date,weight_kg"), b"key")
    assert 2 * DIGEST_BYTES == len(WHOLE)
    assert WHOLE not in {digest_of(FILE, b"other"), digest_of(memory_file("a", ""), b"key")}


@pytest.mark.parametrize(("known", "light", "same"), [
    (False, False, True), (False, True, False), (True, False, True), (True, True, True),
])  # fmt: skip
def test_what_was_read_without_its_weights_is_not_known_with_them(
    known: bool, light: bool, same: bool
) -> None:
    """And what was read with them is known without."""
    digest = Memory(b"key", lambda told: known and told == WHOLE).digest_of(FILE, light=light)
    assert (same, 2 * DIGEST_BYTES) == (digest == WHOLE, len(digest))
