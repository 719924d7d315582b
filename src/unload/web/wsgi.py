"""The application for a server of your own choice: `unload.web.wsgi:application`."""

from unload.web.serving import prepare

application = prepare()
