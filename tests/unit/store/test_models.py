"""The tables are what the migrations make, and their columns are the fields of the nouns."""

from dataclasses import fields
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from unload.store.models import NOUNS


def test_no_migration_is_missing(store: Path) -> None:
    """A field added to a noun without its migration is noticed here."""
    out = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=out)
    assert "No changes detected\n" == out.getvalue()


def test_every_field_of_a_noun_has_its_column(store: Path) -> None:
    """Rows and nouns name things alike."""
    for table, noun in NOUNS.items():
        columns = {column.name for column in table._meta.get_fields()}
        assert set() == {field.name for field in fields(noun)} - columns


def test_no_column_could_hold_a_position(store: Path) -> None:
    """Nothing in the store has a name like that of a place on the globe."""
    names = {column.name for table in NOUNS for column in table._meta.get_fields()}
    assert set() == names & {"lat", "lon", "latitude", "longitude", "position", "points", "track"}
