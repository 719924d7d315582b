"""Options of the whole test run, and the stores that any test may ask for."""

import pytest

from stores import either_store, postgres, sqlite_template, store

__all__ = ["either_store", "postgres", "sqlite_template", "store"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites the expected results of the sample files in tests/files."""
    parser.addoption("--update", action="store_true", help="rewrite tests/files/*/*.expected.json")
