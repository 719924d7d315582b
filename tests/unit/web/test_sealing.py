"""What is sealed is read with the key of its folder alone."""

import pytest
from django.conf import settings

from pages import Site
from unload.web.sealing import sealed, unsealed


def test_only_the_key_opens_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copied database tells nothing, and another key is no traceback."""
    kept = sealed("JBSWY3DP")
    assert (True, "JBSWY3DP") == ("JBSWY3DP" not in kept, unsealed(kept))
    monkeypatch.setattr(settings, "SECRET_KEY", "other" * 10)
    assert None is unsealed(kept)
