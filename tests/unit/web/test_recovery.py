"""Recovery codes: each once, a new set ends the old one, no code is kept as such."""

from django.contrib.auth.models import User

from pages import Site
from unload.web import recovery
from unload.web.models import RecoveryCode


def test_each_is_good_once(site: Site) -> None:
    """Typed with or without its dashes, in any case."""
    codes = recovery.new_codes(site.user)
    assert (8, 8) == (len(set(codes)), recovery.left(site.user))
    typed = (codes[0], codes[0], codes[1].upper().replace("-", " "), "x")
    assert [True, False, True, False] == [recovery.accepts(site.user, t) for t in typed]
    assert 6 == recovery.left(site.user)


def test_a_new_set_ends_the_old_one(site: Site) -> None:
    """A list that lies about somewhere is worth nothing then."""
    old = recovery.new_codes(site.user)
    new = recovery.new_codes(site.user)
    said = (recovery.accepts(site.user, old[0]), recovery.accepts(site.user, new[0]))
    assert (False, True) == said


def test_they_belong_to_one_account(site: Site) -> None:
    """And what is kept does not tell them."""
    code = recovery.new_codes(site.user)[0]
    assert not recovery.accepts(User.objects.get(username="stranger"), code)
    assert code.replace("-", "") not in str(RecoveryCode.objects.values())
