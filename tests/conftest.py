"""Options of the whole test run, and the stores that any test may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stores import either_store, postgres, sqlite_template, store

__all__ = ["either_store", "postgres", "sqlite_template", "store"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites the expected results of the sample files in tests/files."""
    parser.addoption("--update", action="store_true", help="rewrite tests/files/*/*.expected.json")


@pytest.fixture(scope="session", autouse=True)
def nobodys_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for the whole run, so that no test ever touches a runner's own."""
    folder = tmp_path_factory.mktemp("nobodys-data")
    before = os.environ.get("UNLOAD_DATA")
    os.environ["UNLOAD_DATA"] = str(folder)
    yield folder
    if before is None:
        del os.environ["UNLOAD_DATA"]
    else:
        os.environ["UNLOAD_DATA"] = before
