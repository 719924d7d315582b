"""What comes in through the server stops before it fills the disk, whoever sends it."""

from __future__ import annotations

import shutil
import tempfile

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import RequestEntityTooLarge

# What is smaller is always taken, as a check-in is: of a disk that is full the store tells itself.
SMALL_BYTES = 1024**2
# A form with a file lies there twice before it is read, and half is the store's.
SHARE = 4


class Incoming(HTTPRequestParser):
    """One request on its way in, before anybody knows who sends it."""

    def received(self, data: bytes) -> int:
        """Take in the next bytes, unless there is too little room for those that follow."""
        taken = super().received(data)
        # What does not say how long it is may be as long again.
        whole_bytes = self.content_length or 2 * self.body_bytes_received
        ahead_bytes = whole_bytes - self.body_bytes_received
        if whole_bytes > SMALL_BYTES and ahead_bytes > self._room_bytes():
            self.error = RequestEntityTooLarge("There is no room for it on this disk.")
            self.completed = True
        return taken

    @staticmethod
    def _room_bytes() -> int:
        """Asked anew for each part: others may be sending as well."""
        return shutil.disk_usage(tempfile.gettempdir()).free // SHARE


class Channel(HTTPChannel):
    """A connection whose requests are taken in so."""

    parser_class = Incoming
