"""Sessions in the database, asked for only by a key such as we give out; those that ended go."""

from django.contrib.sessions.backends import db

LENGTH = 32  # of Django's own keys, digits and small letters


class SessionStore(db.SessionStore):
    """Django's, but for a cookie that somebody made up: a NUL in it ends a question to PostgreSQL.

    Django looks for this class by its name.
    """

    def create(self) -> None:
        """A new one; Django alone would keep those that are over for ever."""
        self.clear_expired()
        super().create()

    def _validate_session_key(self, key: str | None) -> bool:
        return key is not None and len(key) == LENGTH and key.isascii() and key.isalnum()
