"""Where records live: models, migrations, and the way from rows to nouns and back.

Entering this room sets Django up, unless Django itself opened the door: its models can be imported
only then, and whoever needs them need not know.
"""

import os

import django
from django.apps import apps

from unload import settings

if not (apps.ready or apps.loading):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings.__name__)
    django.setup()
