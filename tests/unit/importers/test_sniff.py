"""What an unreadable file looks like, in a runner's words."""

import pytest

from file_samples import memory_file
from unload.importers.sniff import looks_like


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "an empty file"),
        (b"\n \n", "a file of blanks"),
        (b"\xff\xd8\xff\xe0abc", "a JPEG picture"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x00\x00\x00\x18ftypheic", "a video or a phone picture"),
        (b"<!DOCTYPE HTML><html>", "a web page"),
        (b"\xef\xbb\xbf <html>", "a web page"),
        (b"<?xml version='1.0'?><kml>", "an XML file of another kind"),
        (b'{"a": 1}', "a JSON file"),
        (b"2024-06-01,5,30\n", "a table without a header line"),
        (b"name,age\nx,1\n", "a table with the columns name, age"),
        (b"dear diary", "a text"),
        (b"\x01\x02\x03\x04", "a file of unknown content"),
    ],
)
def test_content_is_named(data: bytes, words: str) -> None:
    """By its first bytes, not by its name."""
    assert words == looks_like(memory_file("x.fit", data))
