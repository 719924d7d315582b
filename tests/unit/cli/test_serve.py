"""The command that opens the pages: what it says where it cannot."""

import builtins
from typing import Any

import pytest
from click.testing import CliRunner

from unload.cli.serve import serve
from unload.errors import UnloadError


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which package is missing, and where it comes from."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "unload.web":
            raise ModuleNotFoundError("No module named 'waitress'", name="waitress")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    ran = CliRunner().invoke(serve)
    assert isinstance(ran.exception, UnloadError)
    assert "waitress is missing): uv sync --extra web" in str(ran.exception)


@pytest.mark.parametrize("words", [["--port", "99999"], ["--port", "x"]])
def test_a_port_that_is_none_is_refused(words: list[str]) -> None:
    """Before anything is opened."""
    assert 2 == CliRunner().invoke(serve, words).exit_code
