"""Options of the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` rewrites the expected results of the sample files in tests/files."""
    parser.addoption("--update", action="store_true", help="rewrite tests/files/*/*.expected.json")
