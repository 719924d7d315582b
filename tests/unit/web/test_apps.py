"""The web app carries its own name."""

from django.apps import apps


def test_the_app_has_its_label() -> None:
    """Tables of accounts can be told from those of records."""
    assert ("web", "unload.web") == (
        apps.get_app_config("web").label,
        apps.get_app_config("web").name,
    )
