"""XML is walked without declarations, depth or text beyond measure."""

import gzip
import io

import pytest

from file_samples import memory_file
from unload.importers.xmlstream import CHUNK_BYTES, Unreadable, root_of, walk

BOMB = '<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><gpx>&c;</gpx>'
FOREIGN = '<!DOCTYPE g SYSTEM "file:///etc/passwd"><gpx/>'


class Noted:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.seen.append(f"<{name}{''.join(f' {k}={v}' for k, v in attributes.items())}")

    def end(self, name: str, text: str) -> None:
        self.seen.append(f"{text}>{name}")


def walked(text: str | bytes) -> tuple[list[str], str]:
    """What the handler saw, and the fault."""
    handler = Noted()
    data = text.encode() if isinstance(text, str) else text
    fault = walk(io.BytesIO(data), handler)
    return handler.seen, fault


def test_elements_come_without_their_namespace() -> None:
    """Declared or not: anyone may choose a prefix."""
    assert (["<gpx v=1", "<hr", "12>hr", ">gpx"], "") == walked(
        '<gpx v="1"><n:hr> 12 </n:hr></gpx>'
    )


@pytest.mark.parametrize("text", [BOMB, FOREIGN])
def test_declarations_are_refused_at_once(text: str) -> None:
    """No watch declares a document type; bombs and traps do."""
    with pytest.raises(Unreadable, match="declares"):
        walked(text)


def test_depth_has_an_end() -> None:
    """Two hundred thousand nested elements would break the stack of others."""
    with pytest.raises(Unreadable, match="64 deep"):
        walked("<a>" * 200_000)


def test_long_texts_are_cut() -> None:
    """A note of a megabyte is not kept."""
    seen, _ = walked("<a>" + "x" * 1_000_000 + "</a>")
    assert 1000 > len(seen[-1])


def test_i40_a_file_is_never_held_whole() -> None:
    """Fault I40: it is walked in portions, each of them looked at once."""

    class Counted(io.BytesIO):
        asked: list[int]

        def read(self, size: int | None = -1) -> bytes:
            self.asked.append(-1 if size is None else size)
            return super().read(size)

    points = 200_000
    stream = Counted(b"<gpx>" + b"<trkpt/>" * points + b"</gpx>")
    stream.asked = []
    handler = Noted()
    assert "" == walk(stream, handler)
    assert points == handler.seen.count("<trkpt")
    assert {CHUNK_BYTES} == set(stream.asked)
    assert len(stream.asked) <= len(stream.getvalue()) / CHUNK_BYTES + 2


def test_what_came_before_the_break_is_told() -> None:
    """And the fault names the line."""
    seen, fault = walked("<a>\n<b>1</b>\n<c")
    assert "1>b" in seen
    assert "not whole XML (line 3" in fault


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_encodings(encoding: str) -> None:
    """By byte-order mark or declaration."""
    declared = '<?xml version="1.0" encoding="latin-1"?>' if encoding == "latin-1" else ""
    data = (declared + "<gpx><name>Höhe</name></gpx>").encode(encoding)
    assert "Höhe>name" in walked(data)[0]
    assert "gpx" == root_of(data)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<?xml version='1.0'?><!-- <html> --><t:Root a='b'>", "Root"),
        (b"", ""),
        (b"plain text", ""),
        (b"<", ""),
    ],
)
def test_the_first_element_is_found(head: bytes, name: str) -> None:
    """Past declarations and comments."""
    assert name == root_of(head)


@pytest.mark.parametrize("encoding", ["UpF-8", "shift_jis", ""])
def test_an_encoding_that_nobody_has_is_a_fault_not_an_error(encoding: str) -> None:
    """Fault I29: one flipped bit in the first line makes one up."""
    seen, fault = walked(f'<?xml version="1.0" encoding="{encoding}"?><gpx/>')
    assert [] == seen
    assert "encoding" in fault or "not whole XML" in fault


def test_an_error_of_a_handler_is_not_taken_for_one_of_the_file() -> None:
    """A mistake of ours must show."""

    class Broken(Noted):
        def begin(self, name: str, attributes: dict[str, str]) -> None:
            raise KeyError(name)

    with pytest.raises(KeyError):
        walk(io.BytesIO(b"<gpx/>"), Broken())


def test_a_packing_that_breaks_off_is_a_fault_behind_what_was_read() -> None:
    """I1: the handler has heard all that could be unpacked."""
    file = memory_file("r.gpx.gz", gzip.compress(b"<gpx><a>1</a></gpx>", mtime=0)[:-2])
    handler = Noted()
    with file.open() as stream:
        fault = walk(stream, handler)
    assert "the packing is damaged or breaks off" in fault
    assert ["<gpx", "<a", "1>a", ">gpx"] == handler.seen
