"""Make a text fit to be stored: composed, of one line, readable in one direction, not too long."""

import unicodedata
from hashlib import blake2b

LONGEST = 500
CUT = "…"
# C: controls (NUL, which PostgreSQL refuses), format (what turns the direction of reading), half
# characters (which no database can encode), private and unassigned ones.
_KEPT_FORMATS = frozenset(
    "\u200c\u200d"
)  # joiners, without which some scripts and emoji fall apart
_SEPARATORS = ("Zl", "Zp")


def clean(text: str, longest: int = LONGEST) -> str:
    """The text in NFC, its controls taken out, a longer one cut with a sign that it was."""
    if text.isascii() and text.isprintable() and len(text) <= longest:
        return text  # nearly every one
    kept = "".join(c for c in text if _fit(c))
    composed = unicodedata.normalize("NFC", kept)
    return composed if len(composed) <= longest else composed[: longest - 1] + CUT


def name_of(text: str) -> str:
    """A name that stays unlike every other: a changed one carries a mark of what it was."""
    cleaned = clean(text)
    if cleaned == text:
        return cleaned
    mark = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{clean(text, LONGEST - len(mark) - 1)}~{mark}"


def _fit(char: str) -> bool:
    kind = unicodedata.category(char)
    return char in _KEPT_FORMATS or not (kind in {"Cc", "Cf", "Cs"} or kind in _SEPARATORS)
