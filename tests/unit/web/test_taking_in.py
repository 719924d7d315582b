"""Taking in: a request stops where it would fill the disk, and a small one never does."""

import pytest
from waitress.adjustments import Adjustments

from unload.web import serving, taking_in
from unload.web.taking_in import SHARE, SMALL_BYTES, Incoming

LARGE_BYTES = 8 * SMALL_BYTES
PART = b"x" * SMALL_BYTES


def head(says: str) -> bytes:
    return f"POST /imports/ HTTP/1.1\r\nHost: localhost\r\n{says}\r\n\r\n".encode()


@pytest.fixture
def free_bytes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How much of the disk is free, to be changed."""
    left = [SHARE * LARGE_BYTES]
    usage = type("Usage", (), {"free": property(lambda _: left[0])})
    monkeypatch.setattr(taking_in.shutil, "disk_usage", lambda _: usage())
    return left


def asked(says: str) -> Incoming:
    """One whose head has come."""
    made = Incoming(Adjustments(inbuf_overflow=LARGE_BYTES))  # in memory, for a test
    made.received(head(says))
    return made


def refused(request: Incoming) -> int | None:
    return request.error and request.error.code


@pytest.mark.parametrize(("more", "code"), [(0, None), (1, 413)])
def test_a_quarter_of_the_free_disk_is_taken_at_most(
    free_bytes: list[int], more: int, code: int | None
) -> None:
    """Before a byte of it has come, and before anybody knows who sends it (S36)."""
    assert code == refused(asked(f"Content-Length: {LARGE_BYTES + more}"))


def test_what_comes_stops_where_others_fill_the_disk(free_bytes: list[int]) -> None:
    """It had room when it began (S36)."""
    request = asked(f"Content-Length: {LARGE_BYTES}")
    request.received(PART)
    assert None is refused(request)
    free_bytes[0] //= 2
    request.received(PART)
    assert (413, True) == (refused(request), request.completed)


def test_what_does_not_say_how_long_it_is_stops_as_well(free_bytes: list[int]) -> None:
    """As much again must have room (S36)."""
    request, free_bytes[0] = asked("Transfer-Encoding: chunked"), SHARE * 2 * SMALL_BYTES
    for code in (None, 413):
        request.received(b"%x\r\n%b\r\n" % (len(PART), PART))
        assert code == refused(request)


def test_a_small_request_is_taken_on_a_full_disk(free_bytes: list[int]) -> None:
    """What cannot be kept then is said by the store, with its own sentence (S36)."""
    free_bytes[0] = 0
    request = asked(f"Content-Length: {SMALL_BYTES}")
    request.received(PART)
    assert (None, True) == (refused(request), request.completed)


def test_the_server_takes_in_so() -> None:
    """Every connection of it, by whichever number of this machine."""
    with serving._listening(lambda *_: [], 0) as (server, _):
        listening = getattr(server, "map", None) or server._map
        assert {taking_in.Channel} == {one.channel_class for one in listening.values()}
