"""One browser for every test of this folder, with nothing left open from one to the next."""

import pytest

from browsing import tidy


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """When the fixtures of the test are done; a test of another folder finds no browser."""
    tidy(last=nextitem is None or nextitem.path.parent != item.path.parent)
