"""The code on the console that lets the first account in, or a forgotten password be replaced."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

# Letters and digits that cannot be taken for each other; 12 of 30 are 58 bits.
SIGNS = "23456789abcdefghjkmnpqrstvwxyz"
GROUPS, GROUP = 3, 4
TRIES = 5


@dataclass
class OneTimeCode:
    """A code that is good once, and for a few tries only; without one nothing is let in."""

    code: str = ""
    tries: int = 0

    def issue(self) -> str:
        """A new code, as it is shown."""
        self.code = "".join(secrets.choice(SIGNS) for _ in range(GROUPS * GROUP))
        self.tries = TRIES
        parts = [self.code[n : n + GROUP] for n in range(0, len(self.code), GROUP)]
        return "-".join(parts)

    def accepts(self, said: str) -> bool:
        """Whether this is the code; a wrong one uses up a try."""
        if not self.waits:
            return False
        self.tries -= 1
        typed = "".join(sign for sign in said.lower() if sign.isalnum())
        return secrets.compare_digest(typed.encode(), self.code.encode())

    def used(self) -> None:
        """It has let somebody in."""
        self.code = ""

    @property
    def waits(self) -> bool:
        """Whether there is a code that can still be typed."""
        return bool(self.code) and self.tries > 0


CODE = OneTimeCode()
