"""The settings of the pages: strict behind https, on this machine alone by default."""

import json
import os
import subprocess
import sys

from unload.web import settings

CHECK = """
import io, json, sys
import unload.web
from django.conf import settings
from django.core import checks
settings.SECRET_KEY = "".join(chr(97 + n % 26) + str(n) for n in range(40))
found = checks.run_checks(include_deployment_checks=True)
told = [str(fault.id) for fault in found]
print(json.dumps([told, settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE]))
"""


def checked(**said: str) -> list[object]:
    """What Django's own list for deployment finds in a program of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", CHECK], env=os.environ | said, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    found: list[object] = json.loads(ran.stdout)
    return found


def test_behind_https_the_deployment_check_finds_nothing() -> None:
    """Not one warning, with the names that were said."""
    said = checked(UNLOAD_HTTPS="1", UNLOAD_HOSTS="unload.example,other.example")
    assert [[], ["unload.example", "other.example"], True] == said


def test_alone_it_answers_to_this_machine() -> None:
    """Without https the cookies go where the pages come from, and nowhere else by name."""
    assert ["127.0.0.1", "localhost", "[::1]"] == settings.ALLOWED_HOSTS
    assert (False, 0) == (settings.SESSION_COOKIE_SECURE, settings.SECURE_HSTS_SECONDS)
    assert settings.CSRF_COOKIE_HTTPONLY


def test_there_is_no_key_to_be_known() -> None:
    """What is signed with nothing is signed by everybody; Django refuses the empty one (S29)."""
    assert "" == settings.SECRET_KEY
