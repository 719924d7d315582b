"""What is text goes packed where it is asked for, and nothing else does."""

import gzip
from contextlib import closing

from pages import Site


def sent(site: Site, path: str, **headers: str) -> tuple[str | None, bytes]:
    """How an answer is packed, and its bytes as they go."""
    with closing(site.owner.get(path, headers={"accept-encoding": "gzip", **headers})) as answer:
        return answer.get("Content-Encoding"), b"".join(answer)


def test_pages_and_scripts_go_packed(site: Site) -> None:
    """As they were, once they are unpacked."""
    for path, has in (("/history/", b"<h1>"), ("/static/history.js", b'"use strict"')):
        packed, content = sent(site, path)
        assert ("gzip", True) == (packed, has in gzip.decompress(content)), path


def test_nothing_is_packed_unasked_twice_or_in_part(site: Site) -> None:
    """A part of a file tells which of its bytes it is."""
    assert None is sent(site, "/history/", **{"accept-encoding": ""})[0]
    packed, archive = sent(site, "/me/unload.zip")
    assert (None, b"PK") == (packed, archive[:2])
    assert (None, b"//") == sent(site, "/static/history.js", range="bytes=0-1")
