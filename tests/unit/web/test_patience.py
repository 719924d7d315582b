"""Who guesses must wait, never for ever, and nothing that was typed is kept as such."""

from datetime import timedelta

from django.utils.timezone import now

from pages import Site
from unload.web import patience
from unload.web.models import WrongPassword


def test_a_few_tries_are_free(site: Site) -> None:
    """Then one must wait, under any case of the name; others need not."""
    for _ in range(patience.FREE_TRIES):
        assert patience.may_try("runner")
        patience.was_wrong("runner")
    assert (False, True) == (patience.may_try("Runner"), patience.may_try("ann"))


def test_the_wait_doubles_and_ends(site: Site) -> None:
    """Two seconds, four, eight; a quarter of an hour at the most."""
    for tries, wait_s in ((5, 2), (6, 4), (7, 8), (30, 900)):
        while WrongPassword.objects.count() < tries:
            patience.was_wrong("runner")
        for short_s, may in ((1, False), (0, True)):
            WrongPassword.objects.update(at=now() - timedelta(seconds=wait_s - short_s))
            assert may == patience.may_try("runner"), (tries, short_s)


def test_old_guesses_are_forgotten(site: Site) -> None:
    """And what was typed as a name, perhaps a password, stands nowhere."""
    patience.was_wrong("runner")
    assert "runner" not in str(WrongPassword.objects.values())
    WrongPassword.objects.update(at=now() - patience.FORGET - timedelta(hours=1))
    patience.may_try("somebody else")
    assert 0 == WrongPassword.objects.count()


def test_a_clock_that_was_ahead_locks_nobody_out(site: Site) -> None:
    """Guesses of a time to come are none, once the clock is right again (D21)."""
    for _ in range(patience.FREE_TRIES):
        patience.was_wrong("runner")
    WrongPassword.objects.update(at=now() + timedelta(days=365))
    assert patience.may_try("runner")


def test_coming_in_forgives(site: Site) -> None:
    """One's own wrong tries and no others."""
    patience.was_wrong("runner")
    patience.was_wrong("ann")
    patience.came_in("RUNNER")
    assert 1 == WrongPassword.objects.count()
