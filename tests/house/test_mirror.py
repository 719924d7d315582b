"""The unit tests mirror the house: a file for every module, and no file without one."""

from pathlib import Path

from house.blueprint import SRC, TESTS, listed, python_files

UNIT = TESTS / "unit"
# Modules without a unit test of their own, and where they are tested instead.
ELSEWHERE: dict[str, str] = {
    "store/migrations/0001_initial.py": "tests/unit/store/test_models.py compares it",
    "web/migrations/0001_initial.py": "tests/unit/web/test_models.py compares it",
    "web/wsgi.py": "tests/pages.py makes the demo through it",
}


def modules() -> dict[str, Path]:
    """Every module of the house, by its path below src/unload."""
    return {
        path.relative_to(SRC).as_posix(): path
        for path in python_files(SRC)
        if path.name != "__init__.py"
    }


def mirror(module: str) -> Path:
    """Where the unit test of a module stands."""
    path = Path(module)
    return UNIT / path.parent / f"test_{path.name}"


def test_every_module_has_its_unit_test() -> None:
    """src/unload/<room>/<module>.py is tested by tests/unit/<room>/test_<module>.py."""
    lacking = [
        f"src/unload/{module} has no {mirror(module).relative_to(TESTS.parent)}"
        for module in modules()
        if module not in ELSEWHERE and not mirror(module).exists()
    ]
    assert [] == lacking, listed(lacking)


def test_every_unit_test_has_its_module() -> None:
    """A unit test whose module is gone or renamed goes with it."""
    wanted = {mirror(module) for module in modules()}
    orphans = [str(p.relative_to(TESTS)) for p in UNIT.rglob("test_*.py") if p not in wanted]
    assert [] == orphans, listed(orphans)


def test_the_exceptions_are_still_needed() -> None:
    """A module that is gone, or has got its own test, leaves the list of exceptions."""
    stale = [m for m in ELSEWHERE if m not in modules() or mirror(m).exists()]
    assert [] == stale, listed(stale)
