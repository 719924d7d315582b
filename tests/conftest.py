"""Options of the whole test run, how many states a law is tried on, and the stores to ask for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from pages import demo_postgres, demo_template, new_site, site
from stores import KINDS, either_store, postgres, sqlite_template, store

# Django can be set up once in a program; the web's settings have the store's tables and its own.
os.environ["DJANGO_SETTINGS_MODULE"] = "unload.web.settings"
__all__ = [
    "demo_postgres", "demo_template", "either_store", "new_site", "postgres", "site",
    "sqlite_template", "store",
]  # fmt: skip

ASKING = frozenset(("new_site", "site", "store"))

# How many states a law is tried on: some in every run, many with UNLOAD_LAWS=deep; few where others
# try them too, as on a second Python.
for laws, states in {"few": 10, "fast": 40, "deep": 1000}.items():
    settings.register_profile(
        laws,
        max_examples=states,
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        deadline=None,  # a machine shared with others is no measure of a law
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
settings.load_profile(os.environ.get("UNLOAD_LAWS", "fast"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is rewritten, and where the stores of the tests are."""
    parser.addoption("--update", action="store_true", help="rewrite tests/files/*/*.expected.json")
    parser.addoption("--database", choices=KINDS, default=KINDS[0], help="of stores and pages")
    parser.addoption("--demo", type=Path, help="the folder of the demo's store, made before")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On another database, what asks for the database of the run: nothing else is other there."""
    if config.getoption("--database") == KINDS[0]:
        return
    there = [item for item in items if asks_for_a_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in there])
    items[:] = there


def asks_for_a_database(item: pytest.Item) -> bool:
    """Whether `--database` says which one it gets."""
    asked = getattr(item, "fixturenames", ())
    return not item.get_closest_marker("in_a_file") and not ASKING.isdisjoint(asked)


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
