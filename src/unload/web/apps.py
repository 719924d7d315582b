"""The web app under the name that its tables carry."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """`web` before every table of accounts."""

    name = "unload.web"
    label = "web"
