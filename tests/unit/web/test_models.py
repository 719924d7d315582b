"""The tables of the web are what the migration makes, and there is one owner."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import IntegrityError, transaction

from pages import Site
from unload.web.models import Owner


def test_no_migration_is_missing(site: Site) -> None:
    """A field added without its migration is noticed here."""
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    assert "No changes detected\n" == out.getvalue()


@pytest.mark.parametrize("only", [True, False])
def test_there_is_one_owner(site: Site, only: bool) -> None:
    """Two codes typed at once cannot make two (S2)."""
    other = User.objects.get(username="stranger")
    with pytest.raises(IntegrityError), transaction.atomic():
        Owner.objects.create(user=other, only=only)
    assert 1 == Owner.objects.count()
