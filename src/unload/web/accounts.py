"""The account of a session, asked for together with whose records it may see."""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


class Accounts(ModelBackend):
    """Django's, but for one question less with every page."""

    def get_user(self, user_id: int) -> User | None:
        """The account as it is now; None where it is gone or was closed."""
        return User.objects.select_related("owner").filter(pk=user_id, is_active=True).first()
