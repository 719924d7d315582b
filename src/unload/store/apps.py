"""The one Django app, under the name that its tables carry."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from unload.store import sqlite


class StoreConfig(AppConfig):
    """`unload` before every table, so that a shared database shows whose they are."""

    name = "unload.store"
    label = "unload"

    def ready(self) -> None:
        connection_created.connect(sqlite.prepare, dispatch_uid="unload.store.sqlite")
