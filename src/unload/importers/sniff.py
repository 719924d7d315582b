"""Say what a file that nobody can read looks like, in words a runner knows."""

from unload.importers.protocol import File

_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or a sound"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a spreadsheet or another office document (a spreadsheet can be saved as CSV)"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_VIDEO = b"ftyp"
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")


def looks_like(file: File) -> str:
    """What the content seems to be: `a web page`, `a JPEG picture`, `an empty file`."""
    head = file.head
    if not head.strip(b"\x00 \r\n\t"):
        return "an empty file" if not head else "a file of blanks"
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return words
    if head[4:8] == _VIDEO:
        return "a video or a phone picture"
    return _text_like(head) or "a file of unknown content"


def _text_like(head: bytes) -> str:
    start = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip()
    lower = start[:512].lower()
    if any(tag in lower for tag in _HTML):
        return "a web page"
    if lower.startswith((b"<?xml", b"<")):
        return "an XML file of another kind"
    if lower[:1] in (b"{", b"["):
        return "a JSON file"
    try:
        text = start[:400].decode("utf-8", errors="ignore")
    except ValueError:
        return ""
    if not text.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():
        return ""
    return _table_like(text.split("\n", 1)[0])


def _table_like(line: str) -> str:
    if max(line.count(c) for c in ",;\t") < 1:
        return "a text"
    first = line.strip().strip('"')
    if first[:1].isdigit():
        return "a table without a header line"
    columns = [c.strip().strip('"') for c in line.replace(";", ",").replace("\t", ",").split(",")]
    return "a table with the columns " + ", ".join(columns[:12])
