"""What sessions and their steps are called in other languages than the program's own."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "da", "de", "es", "fr", "it", "nl", "no", "pl", "pt", "sv")
OWN = "en"


@cache
def session_words(language: str) -> Mapping[str, str]:
    """The names by `session.` and what the program calls them; none for its own language."""
    if language == OWN:
        return {}
    table = tomllib.loads(
        (files("unload.knowledge") / "text" / "sessions.toml").read_text(encoding="utf-8")
    )
    return {f"session.{name}": words for name, words in table[language].items()}
