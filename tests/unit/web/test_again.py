"""The password once more: asked before anything that changes who can come in."""

from pages import PASSWORD, Site
from unload.web import patience
from unload.web.again import knows_password
from unload.web.forms import PasswordAgain
from unload.web.models import WrongPassword


def test_the_form_says_why_not(site: Site) -> None:
    """Missing, wrong, or too often wrong; right, and what was wrong is forgiven."""
    forms = [PasswordAgain({"password": typed}) for typed in ("", "no", PASSWORD)]
    assert [False, False, True] == [knows_password(form, site.user) for form in forms]
    assert ["This field is required."] == forms[0].errors["password"]
    assert ["That is not your password."] == forms[1].errors["password"]
    assert 0 == WrongPassword.objects.count()


def test_who_sits_at_an_open_page_must_wait_too(site: Site) -> None:
    """Guessing inside is no quicker than at the door."""
    for _ in range(patience.FREE_TRIES):
        knows_password(PasswordAgain({"password": "no"}), site.user)
    form = PasswordAgain({"password": PASSWORD})
    assert not knows_password(form, site.user)
    assert "Too many wrong passwords" in form.errors["password"][0]
