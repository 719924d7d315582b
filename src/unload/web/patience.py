"""Who guesses must wait: wrong passwords and wrong codes of a name, counted together."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.utils.timezone import now

from unload.web.models import WrongPassword

# After a few wrong ones each further one doubles the wait, up to a quarter of an hour.
FREE_TRIES, LONGEST = 5, timedelta(minutes=15)
FORGET = timedelta(hours=24)


def may_try(name: str) -> bool:
    """Whether the wait after the last wrong one is over; it is never longer than LONGEST."""
    # One of a time to come was counted by a clock that was wrong; it would lock for as long.
    WrongPassword.objects.exclude(at__range=(now() - FORGET, now())).delete()
    wrong = WrongPassword.objects.filter(name=_hashed(name)).order_by("-at")
    count, last = wrong.count(), wrong.first()
    if last is None or count < FREE_TRIES:
        return True
    wait = min(timedelta(seconds=2 ** min(count - FREE_TRIES + 1, 16)), LONGEST)
    return bool(now() >= last.at + wait)


def was_wrong(name: str) -> None:
    """One more try that failed."""
    WrongPassword.objects.create(name=_hashed(name), at=now())


def came_in(name: str) -> None:
    """Everything that was asked was right: what was wrong before no longer counts."""
    WrongPassword.objects.filter(name=_hashed(name)).delete()


def _hashed(name: str) -> str:
    return sha256(name.casefold().encode()).hexdigest()
