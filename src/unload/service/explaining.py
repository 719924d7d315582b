"""Explain: the constants of the science, where they come from, and every sentence there is."""

from collections.abc import Mapping
from difflib import get_close_matches

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.knowledge.languages import OWN, session_words
from unload.model.evidence import Constant, Source


def constants() -> tuple[Constant, ...]:
    """Every constant of the science."""
    return load_knowledge().constants()


def constant(name: str) -> Constant:
    """One constant by name; UnloadError names the nearest where there is none."""
    known = {c.name: c for c in constants()}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f" Did you mean {', '.join(near)}?" if near else " `unload why` lists them all."
    raise UnloadError(f"There is no constant {name!r}.{hint}")


def source(key: str) -> Source | None:
    """One source by key; None for a design choice of ours."""
    return load_knowledge().sources.get(key)


def sentences(sessions: str = OWN) -> Mapping[str, str]:
    """Every sentence the program can say, by its key; with what sessions are called elsewhere."""
    return {**load_knowledge().text, **session_words(sessions)}
