"""The web app: Unload in a browser, for the runner whose records these are.

Entering this room sets Django up with the settings of the web, unless Django itself opened the
door. Whoever entered the store before has chosen the store's own, which know no pages.
"""

import os

import django
from django.apps import apps

if not (apps.ready or apps.loading):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unload.web.settings")
    django.setup()
