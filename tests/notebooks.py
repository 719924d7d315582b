"""A notebook over the sore runner's records, for tests."""

from datetime import date
from pathlib import Path

import pytest

from stores import nothing_urgent
from unload import service
from unload.service import records
from unload.service.notebook import Notebook

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
MINE = Notebook(owner=1, today=date(2024, 11, 17), zone="UTC")


@pytest.fixture
def kept(store: Path) -> Path:
    records.import_files(SORE, zone="UTC")
    nothing_urgent(MINE.today)
    return store
