"""A damaged zip of everything that was taken along comes in whole or not at all."""

import io
from pathlib import Path
from random import Random
from zipfile import ZipFile

from fuzzing.mutator import mutated
from stores import export
from unload.errors import UnloadError
from unload.service import checking_in, moving, records
from unload.service.stored import stored_reading
from unload.store import whole
from unload.store.erasing import erase_everything

CASES, SEED = 24, 1


def packed(rows: bytes) -> bytes:
    """A zip of these rows."""
    out = io.BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr(moving.ROWS, rows)
        parts.writestr(moving.FOR_PROGRAMS, '{"about": {}}')
    return out.getvalue()


def test_a_damaged_zip_comes_in_whole_or_not_at_all(store: Path, tmp_path: Path) -> None:
    """I7: damage to the rows, or to the packing of every fourth; what came in can be read."""
    records.import_files(export(tmp_path / "runs"), zone="UTC")
    checking_in.record_check_in({"sleep": 4})
    rows = moving.rows()[0].encode()
    erase_everything()
    refused = 0
    for number in range(CASES):
        rng = Random(f"moving {SEED} {number}")
        data = packed(mutated([rows], rng)) if number % 4 else mutated([packed(rows)], rng)
        try:
            moving.move_in(io.BytesIO(data))
        except UnloadError:
            refused += 1
            assert whole.is_empty(), number
        else:
            assert [moving.rows(), stored_reading(), records.imports()]
            erase_everything()
    assert 0 < refused <= CASES
