"""Walk an XML stream with expat: no declarations of any kind, bounded depth, bounded text."""

from __future__ import annotations

import re
from typing import BinaryIO, Protocol
from xml.parsers import expat

from unload.errors import UnloadError
from unload.importers.protocol import DamagedPack

DEPTH_MAX = 64
CHUNK_BYTES = 64 * 1024
# A time, a number or a sport is short; longer text is a note and is not needed.
TEXT_MAX = 200
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_FIRST_ELEMENT = re.compile(rb"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")


class Unreadable(UnloadError):
    """The stream is not XML, or not such as an activity needs."""


class Handler(Protocol):
    """What a format does with elements; names come without their namespace."""

    def begin(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str, text: str) -> None: ...


class _Walk:
    """Depth, and the text of the innermost element."""

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.depth = 0
        self.text = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise Unreadable(f"nests elements more than {DEPTH_MAX} deep; it is broken or a trap.")
        self.text = ""
        self.handler.begin(name.rpartition(":")[2], attributes)

    def stop(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(name.rpartition(":")[2], self.text.strip())
        self.text = ""

    def data(self, text: str) -> None:
        if len(self.text) < TEXT_MAX:
            self.text += text[:TEXT_MAX]


def _refuse(*_: object) -> None:
    raise Unreadable("declares a document type or entities, which no watch does; it was not read.")


def walk(stream: BinaryIO, handler: Handler) -> str:
    """Feed the stream to the handler; the fault that ended it early, or nothing.

    What came before a fault has reached the handler: a file cut off by an empty battery still
    holds the run up to there. Namespaces are told by prefixes that anyone may choose, so they are
    dropped, undeclared ones too.
    """
    seen = _Walk(handler)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = seen.start
    parser.EndElementHandler = seen.stop
    parser.CharacterDataHandler = seen.data
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    try:
        while chunk := stream.read(CHUNK_BYTES):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except DamagedPack as error:
        return str(error).rstrip(".")
    except expat.ExpatError as error:
        return f"is not whole XML (line {error.lineno}: {expat.ErrorString(error.code)})"
    except (LookupError, ValueError) as error:
        if type(error) not in (LookupError, ValueError):
            raise  # of a handler; the parser's own are these two, for encodings it has not
        return "is written in an encoding that cannot be read"
    return ""


def root_of(head: bytes) -> str:
    """The name of the first element, without its namespace; empty if this is not XML."""
    found = _FIRST_ELEMENT.search(_COMMENT.sub(b"", head.replace(b"\x00", b"")))
    return found[1].decode("ascii") if found else ""
