"""Ask for the password once more, before anything that changes who can come in."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.forms import Form
from django.utils.translation import gettext as _

from unload.web.patience import came_in, may_try, was_wrong


def knows_password(form: Form, user: User, field: str = "password") -> bool:
    """Whether the form holds the password; else it says why not. Guesses wait as at the door."""
    if not form.is_valid():
        return False
    if not may_try(user.username):
        form.add_error(field, _("Too many wrong passwords; wait a little and try again."))
        return False
    if user.check_password(form.cleaned_data[field]):
        came_in(user.username)
        return True
    was_wrong(user.username)
    form.add_error(field, _("That is not your password."))
    return False
