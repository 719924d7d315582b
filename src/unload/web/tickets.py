"""Sessions in the database, asked for only by a key such as we give out."""

from django.contrib.sessions.backends import db

LENGTH = 32  # of Django's own keys, digits and small letters


class SessionStore(db.SessionStore):
    """Django's, but for a cookie that somebody made up: a NUL in it ends a question to PostgreSQL.

    Django looks for this class by its name.
    """

    def _validate_session_key(self, key: str | None) -> bool:
        return key is not None and len(key) == LENGTH and key.isascii() and key.isalnum()
