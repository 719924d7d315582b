"""Requests as rogues, bad lines and odd browsers send them, and what an answer must hold."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from random import Random
from typing import Any
from urllib.parse import quote_from_bytes

from pages import PASSWORD, Site

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
MARK = "\"'><zz onload=1>"  # stands in no page but as text
LONG = 100_000
ODD = (
    "", " ", "0", "-1", "5", "9", "3.5", "1e309", "1e-400", "NaN", "inf", "-inf", "1_0", "٤", "１",
    "0x10", "9" * 400, "9" * LONG, "a" * 65, "é" * LONG, "\0", "5\0", "\ud800", "\udfff5",
    "\u202e5", "\u2028", "\r\nSet-Cookie: a=b", "None", "null", "true", "yes", "no", "on", "[]",
    "{}", MARK,
    "{{ 7 * 7 }}", "' OR 1=1 --", "../../../etc/passwd", "%00", "%ff", "0001-01-01", "9999-12-31",
    "2024-11-17", "2024-02-30", "2024-11-17T00:00:00Z", "10000-01-01", "-001-01-01", "calf:left",
    "calf:middle", "calf:", ":left", "::::", "moon:left", "calf:left:3", "UTC", "localtime",
    "posix/UTC", "Pacific/Kiritimati", "Europe", "km", "mi", "2147483648", "9223372036854775808",
    "//evil.example/", "javascript:alert(1)", "/week/", "\\\\evil.example", "NaN\n", "ﬀ", "ß" * 64,
)  # fmt: skip
# What the scripts of the pages send beside what stands in a form.
SCRIPTED = {"/check-in/queued/": {"day": ["2024-11-16"], "key": ["k"]}}
UNKNOWN_NAMES = ("", "place-", "place-0", "place-99999", "pain-1", "yes", "day", "next", "\0",
                 "a[b]", "__proto__", "_method", "id", "owner", "stays_on", "anyway",
                 "csrfmiddlewaretoken")  # fmt: skip
KINDS = ("application/json", "text/plain", "application/x-www-form-urlencoded; charset=utf-16",
         "application/x-www-form-urlencoded; charset=nothing",
         "application/json; charset=rot13", "multipart/form-data; boundary=b; charset=undefined",
         "application/x-www-form-urlencoded; charset=UTF-8", "multipart/form-data",
         "multipart/form-data; boundary=", "multipart/form-data; boundary=\xff", "application/xml",
         "a", "", ";", "multipart/form-data; boundary=" + "b" * 300)  # fmt: skip
HEADERS: Mapping[str, Sequence[str]] = {
    "Accept": ("*/*;q=NaN", ",", "a" * LONG),
    "Accept-Language": ("xx", "de;q=9,,,", "-" * LONG, "en-" + "a" * 600),
    "Content-Encoding": ("gzip", "br"),
    "Content-Length": ("", "0", "3"),  # what is no number the server refuses by itself
    "Cookie": ("=", ";;;", "unload_session", "unload_csrf=\xff", 'unload_session="abcdefgh\\000"',
               "unload_session=" + "a" * LONG, "unload_session=' OR 1=1", "a=b; " * 5000,
               'unload_session="\\355\\240\\200aaaaaaaa"', "unload_csrf=" + "a" * 64),
    "Host": ("evil.example", "localhost:99999", "[::1", "", "localhost:a", "LOCALHOST"),
    "If-Modified-Since": ("Thu, 01 Jan 0001 00:00:00 GMT", "9" * 400, "a"),
    "If-None-Match": ('"', "*", 'W/"a"'),
    "Origin": ("null", "http://[", "http://evil.example", "http://localhost"),
    "Range": ("bytes=0-1", "bytes=-", "bytes=" + "0-1," * 5000),
    "Referer": ("http://[", "\xff", "http://evil.example/"),
    "Transfer-Encoding": ("chunked", "gzip"),
    "X-Forwarded-For": ("::1", "a" * LONG),
    "X-Forwarded-Host": ("evil.example",),
    "X-Forwarded-Proto": ("https", "a"),
    "X-HTTP-Method-Override": ("DELETE",),
    "X-Requested-With": ("XMLHttpRequest",),
}  # fmt: skip
ANSWERED = frozenset((200, 204, 302, 304, 400, 403, 404, 405, 413, 429))
LARGEST = 4 * 1024**2
Fields = dict[str, list[str]]
Sent = list[tuple[str, str]]


@dataclass(frozen=True)
class Asking:
    """One request; `strict` asks for the token of our own pages, as outside of tests."""

    actor: str
    method: str
    path: str
    kind: str = ""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False

    def __str__(self) -> str:
        told = f"{self.actor} {self.method} {self.path[:80]} {self.kind[:60]} {dict(self.headers)}"
        return f"{told[:300]} {self.body[:300]!r}"

    def sent_to(self, site: Site) -> Any:
        client = getattr(site, self.actor)
        own = {"HTTP_COOKIE": client.cookies.output(header="", sep=";")}
        own |= {_cgi(name): value for name, value in self.headers.items()}
        if own.get("CONTENT_LENGTH", "").isdecimal():  # for what does not come a server waits
            own["CONTENT_LENGTH"] = str(min(int(own["CONTENT_LENGTH"]), len(self.body)))
        client.handler.enforce_csrf_checks = self.strict
        return client.generic(self.method, self.path, self.body, self.kind, **own)


def _cgi(name: str) -> str:
    told = name.upper().replace("-", "_")
    return told if told == "CONTENT_LENGTH" else f"HTTP_{told}"


class _Forms(HTMLParser):
    """Collects the forms of a page: where each goes, its names, and the values it offers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.fields = page, Fields()
        self.found: dict[str, Fields] = {}
        self.named = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            to = told.get("action") or self.page
            self.fields = self.found.setdefault(to, {})
            if script := told.get("data-to"):
                self.found[script] = self.fields
        elif tag == "option":
            self.fields.setdefault(self.named, []).append(told.get("value", ""))
        elif name := told.get("name"):
            self.named = name
            self.fields.setdefault(name, [])
            if tag != "select":
                self.fields[name].append(told.get("value") or "1")


def forms(site: Site, pages: Sequence[str]) -> dict[str, Fields]:
    """What every form on these pages sends, by the address it goes to."""
    found: dict[str, Fields] = {}
    for page in pages:
        answer, told = site.owner.get(page), _Forms(page)
        if answer.headers["Content-Type"].startswith("text/html"):
            told.feed(answer.content.decode())
        found |= told.found
    for to, names in SCRIPTED.items():
        found[to] = {**found.get(to, {}), **names}
    found["/sign-in/"] = {"name": ["stranger"], "password": [PASSWORD], "next": ["/"]}
    return found


def asking(patterns: Sequence[str], known: Mapping[str, Fields], rng: Random) -> Asking:
    """One request to one of the routes; the same state of `rng` gives the same one."""
    path = rng.choice(sorted(known)) if rng.random() < 0.5 else _path(rng.choice(patterns), rng)
    method = "POST" if path in known and rng.random() < 0.8 else rng.choice(METHODS[:3])
    if rng.random() < 0.05:
        method = rng.choice(METHODS)
    sent = _filled(known.get(path, {}), rng)
    actor = rng.choices(("owner", "nobody", "stranger"), (8, 1, 1))[0]
    headers = {} if rng.random() < 0.7 else _headers(rng)
    strict = rng.random() < 0.05
    if method in {"GET", "HEAD", "OPTIONS", "TRACE"}:
        return Asking(actor, method, _queried(path, sent, rng), headers=headers, strict=strict)
    kind, body = _written(sent, rng)
    path = _queried(path, sent, rng) if rng.random() < 0.1 else path
    return Asking(actor, method, path, kind, body, headers, strict)


def _path(pattern: str, rng: Random) -> str:
    """The route's address, a number or an odd word in each of its places."""
    parts = pattern.replace(">", "<").split("<")
    parts[1::2] = [_word(rng) for _ in parts[1::2]]
    path = "/" + "".join(parts)
    return path + rng.choice(("x", "%00", "%ff", "//", ";a", "%2e%2e/")) * (rng.random() < 0.03)


def _word(rng: Random) -> str:
    if rng.random() < 0.5:
        return rng.choice(("1", "2", "0"))
    return _quoted(rng.choice([odd for odd in ODD if odd and len(odd) < 500]))


def _filled(fields: Fields, rng: Random) -> Sent:
    """A form as it is filled in, and then damaged a few times or not at all."""
    sent = [(name, rng.choice(offered or [""])) for name, offered in fields.items()]
    sent = [(name, value) for name, value in sent if rng.random() < 0.6]
    for _ in range(rng.choice((0, 0, 1, 1, 2, 4))):
        rng.choice(DAMAGES)(sent, rng)
    return sent


def _odd_value(sent: Sent, rng: Random) -> None:
    if sent:
        place = rng.randrange(len(sent))
        sent[place] = (sent[place][0], rng.choice(ODD))


def _double(sent: Sent, rng: Random) -> None:
    if sent:
        sent.append((rng.choice(sent)[0], rng.choice(ODD)))


def _leave_out(sent: Sent, rng: Random) -> None:
    if sent:
        del sent[rng.randrange(len(sent))]


def _more(sent: Sent, rng: Random) -> None:
    sent.append((rng.choice(UNKNOWN_NAMES), rng.choice(ODD)))


def _swap(sent: Sent, rng: Random) -> None:
    if sent:
        one, other = rng.choice(sent), rng.choice(sent)
        sent.append((one[0], other[1]))


def _many(sent: Sent, rng: Random) -> None:
    if rng.random() < 0.2:
        sent.extend([rng.choice(sent or [("a", "b")])] * rng.choice((50, 2000)))


Damage = Callable[[Sent, Random], None]
DAMAGES: tuple[Damage, ...] = (_odd_value, _odd_value, _double, _leave_out, _more, _swap, _many)


def _quoted(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="")


def _urlencoded(sent: Sent) -> str:
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in sent)


def _queried(path: str, sent: Sent, rng: Random) -> str:
    text = _urlencoded(sent) if rng.random() < 0.8 else rng.choice(("&&&", "=", "%", "a=%zz", "?"))
    return f"{path}?{text}" if text else path


def _written(sent: Sent, rng: Random) -> tuple[str, bytes]:
    """The body and what it says it is."""
    chance = rng.random()
    if chance < 0.7:
        return "application/x-www-form-urlencoded", _urlencoded(sent).encode()
    if chance < 0.85:
        body = _parts(sent, rng)
        return "multipart/form-data; boundary=b", body[: _end(body, rng)]
    told = json.dumps(dict(sent)) if rng.random() < 0.5 else rng.choice(("[" * 9999, "{", "1e999"))
    body = rng.randbytes(64) if rng.random() < 0.2 else told.encode("utf-8", "surrogatepass")
    return rng.choice(KINDS), body


def _parts(sent: Sent, rng: Random) -> bytes:
    """A form with parts, some of them files."""
    out = bytearray()
    for name, value in sent:
        file = f'; filename="{rng.choice(ODD)[:300]}"' if rng.random() < 0.1 else ""
        head = f'--b\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        out += f"{head}{value}\r\n".encode("utf-8", "surrogatepass")
    return bytes(out) + b"--b--\r\n"


def _end(body: bytes, rng: Random) -> int:
    """Where the line breaks; mostly where the body ends."""
    return len(body) if rng.random() < 0.7 else rng.randrange(len(body))


def _headers(rng: Random) -> dict[str, str]:
    names = rng.sample(sorted(HEADERS), rng.randint(1, 3))
    return {name: rng.choice(HEADERS[name]) for name in names}


def kept() -> tuple[Any, ...]:
    """What tells whether anything was kept: of every table how much and the last, the owner whole.

    Sessions and wrong passwords are the door's own and come and go with every visitor.
    """
    from django.db import connection  # noqa: PLC0415 # brings Django, see tests/pages.py

    from unload.web.models import Owner  # noqa: PLC0415 # the same

    with connection.cursor() as cursor:
        cursor.execute(_counting())
        told = cursor.fetchall()
    accounts = Owner.objects.values_list("user__username", "user__password")
    return sorted(told), *Owner.objects.values_list(), *accounts


@cache
def _counting() -> str:
    """One question for all tables, for it is asked after every request."""
    from django.apps import apps  # noqa: PLC0415 # as above

    tables = [t._meta for t in apps.get_models() if t.__name__ not in {"Session", "WrongPassword"}]
    return " UNION ALL ".join(
        f"SELECT '{t.db_table}', COUNT(*), CAST(MAX({t.pk.column}) AS TEXT) FROM {t.db_table}"
        for t in tables
    )


def wrong(asked: Asking, answer: Any, before: object, after: object) -> Iterator[str]:
    """What is wrong with an answer; an exception on its way is wrong as well, and not seen here."""
    told = b"" if answer.streaming else answer.content
    if answer.status_code not in ANSWERED:
        yield f"answered {answer.status_code}"
    if len(told) > LARGEST:
        yield f"answered {len(told)} bytes"
    if b"Traceback" in told or MARK.encode() in told:
        yield "tells what no page may hold"
    if "Content-Security-Policy" not in answer.headers:
        yield "answered without a policy"
    reading = asked.method not in {"POST", "PUT", "PATCH", "DELETE"}
    if before != after and (reading or answer.status_code >= 400):
        yield f"kept something of what it answered {answer.status_code}"
