"""What the pages add to the settings of the store; Django reads this file when they are served.

UNLOAD_HOSTS   the names under which the pages may be asked for, apart by commas; this machine alone
               if not set
UNLOAD_HTTPS   1 where a server in front speaks https; then cookies go no other way
"""

import os
from pathlib import Path
from typing import Any

from unload import settings as store

HERE = Path(__file__).parent
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

DATABASES = store.DATABASES
DEFAULT_AUTO_FIELD = store.DEFAULT_AUTO_FIELD
USE_TZ, TIME_ZONE = store.USE_TZ, store.TIME_ZONE
USE_I18N, LANGUAGE_CODE = True, "en"

INSTALLED_APPS = [
    *store.INSTALLED_APPS,
    "django.contrib.contenttypes",  # which accounts need
    "django.contrib.auth",
    "django.contrib.sessions",
    "unload.web",
]
MIDDLEWARE = [
    "unload.web.policy.Policy",
    "unload.web.packing.Packing",
    "django.middleware.common.CommonMiddleware",  # refuses names of hosts that are not ours
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "unload.web.urls"
APPEND_SLASH = False
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {"environment": "unload.web.rendering.environment"},
    }
]

# Served as they lie there; their addresses carry a hash of the content, so they may be kept.
STATIC_URL, STATIC_ROOT = "/static/", HERE / "static"
WHITENOISE_MAX_AGE = 31_536_000
WHITENOISE_ALLOW_ALL_ORIGINS = False


def WHITENOISE_ADD_HEADERS_FUNCTION(headers: Any, path: str, _url: str) -> None:  # noqa: N802 # its name
    """The worker looks after every page, not only after the folder it lies in."""
    if path.endswith("worker.js"):
        headers["Service-Worker-Allowed"] = "/"


# Without a key Django refuses to sign anything; `serving.prepare` reads the one of the data folder.
SECRET_KEY = ""
ALLOWED_HOSTS = [*filter(None, os.environ.get("UNLOAD_HOSTS", "").split(","))] or [*LOOPBACK]
HTTPS = os.environ.get("UNLOAD_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_ENGINE = "unload.web.tickets"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "unload_session", "unload_csrf"
CSRF_COOKIE_HTTPONLY = True
# Not "no-referrer": a browser would then send its own forms under the origin "null".
SECURE_REFERRER_POLICY = "same-origin"
LOGIN_URL, LOGIN_REDIRECT_URL = "sign_in", "today"
AUTHENTICATION_BACKENDS = ["unload.web.accounts.Accounts"]
_VALIDATORS = "django.contrib.auth.password_validation"
PASSWORD_LENGTH = 10
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {
        "NAME": f"{_VALIDATORS}.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_LENGTH},
    },
]

# What is sent goes to a file at once, in a private folder that `serving.prepare` names.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_PERMISSIONS = 0o600
# Addresses name pages and never health, but one holds the key of the feed: nothing of a request is
# written down, and no line of it is made that somebody's handler could write.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"null": {"class": "logging.NullHandler"}},
    "loggers": {
        "django": {"handlers": ["null"], "propagate": False, "level": "CRITICAL"},
        # That somebody waits a moment.
        "waitress.queue": {"handlers": ["null"], "propagate": False},
    },
}
