"""The two ceremonies of a passkey: it is made, and it is shown; each answers one challenge."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.timezone import now
from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from unload.web.models import Passkey

LASTS_S, HANDLE_BYTES = 300, 32
MAKING, SHOWING = "passkey_making", "passkey_showing"
# Whoever shows a passkey has unlocked it with a finger, a face or a PIN: it is both steps at once.
VERIFIED = UserVerificationRequirement.REQUIRED
FOUND = ResidentKeyRequirement.REQUIRED  # by itself, so that nobody has to type a name first


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages were asked for: passkeys belong to a name, and are shown at its origin."""

    name: str
    origin: str


def place_of(request: HttpRequest) -> Place | None:
    """The place, or None where browsers allow no passkeys: a number, or without https."""
    name, _port = split_domain_port(request.get_host())
    if _is_number(name) or not (request.is_secure() or name == "localhost"):
        return None
    return Place(name, f"{request.scheme}://{request.get_host()}")


def better_address(request: HttpRequest) -> str | None:
    """The same page under a name, where it was asked for by the number of this machine."""
    name, port = split_domain_port(request.get_host())
    if not _is_number(name) or not ip_address(name.strip("[]")).is_loopback:
        return None
    return f"{request.scheme}://localhost{port and ':'}{port}{request.path}"


def ask_to_make(request: HttpRequest, place: Place, user: User) -> dict[str, Any]:
    """What the browser needs to make a passkey for this account."""
    there = list(Passkey.objects.filter(user=user))
    handle = there[0].handle if there else secrets.token_hex(HANDLE_BYTES)
    options, state = _server(place).register_begin(
        PublicKeyCredentialUserEntity(
            name=user.username, id=bytes.fromhex(handle), display_name=user.username
        ),
        [AttestedCredentialData(bytes(key.public)) for key in there],
        FOUND,
        VERIFIED,
    )
    _remember(request, MAKING, {**state, "user": user.pk, "handle": handle})
    return dict(options)


def make(request: HttpRequest, place: Place, user: User, name: str, answer: str) -> bool:
    """Keep the passkey that the browser made, under a name; whether it is one."""
    state = _taken(request, MAKING)
    if state is None or state["user"] != user.pk:
        return False
    try:
        made = _server(place).register_complete(state, json.loads(answer))
    except Exception:  # noqa: BLE001 # whatever a stranger's bytes set off in the decoder
        return False
    key = made.credential_data
    if key is None or Passkey.objects.filter(key_id=websafe_encode(key.credential_id)).exists():
        return False
    Passkey.objects.create(
        user=user, name=name, key_id=websafe_encode(key.credential_id), public=bytes(key),
        handle=state["handle"], uses=made.counter, made=now(),
    )  # fmt: skip
    return True


def ask_to_show(request: HttpRequest, place: Place) -> dict[str, Any]:
    """What the browser needs to show a passkey; the same for everybody, known or not."""
    options, state = _server(place).authenticate_begin(user_verification=VERIFIED)
    _remember(request, SHOWING, state)
    return dict(options)


def shown(request: HttpRequest, place: Place, answer: str) -> User | None:
    """Whose passkey this is, if it answers the challenge and is no copy of one."""
    state = _taken(request, SHOWING)
    if state is None:
        return None
    try:
        told = AuthenticationResponse.from_dict(json.loads(answer))
        owners = Passkey.objects.select_related("user").filter(user__is_active=True)
        key = owners.get(key_id=websafe_encode(told.raw_id))
        public = AttestedCredentialData(bytes(key.public))
        _server(place).authenticate_complete(state, [public], told)
    except Exception:  # noqa: BLE001 # unknown, forged or no passkey at all: the same to whoever asks
        return None
    same = told.response.user_handle == bytes.fromhex(key.handle)
    counted = _count(key, told.response.authenticator_data.counter)
    return key.user if same and counted else None


def _count(key: Passkey, uses: int) -> bool:
    """Whether the passkey counts on from the last time; 0 is one that does not count at all."""
    there = Passkey.objects.filter(pk=key.pk)
    there = there.filter(uses__lt=uses) if uses else there.filter(uses=0)
    return bool(there.update(uses=uses, used=now()))


def _server(place: Place) -> Fido2Server:
    name = PublicKeyCredentialRpEntity(id=place.name, name="Unload")
    return Fido2Server(name, verify_origin=lambda origin: origin == place.origin)


def _remember(request: HttpRequest, act: str, state: dict[str, Any]) -> None:
    request.session[act] = {**state, "at": time.time()}


def _taken(request: HttpRequest, act: str) -> dict[str, Any] | None:
    """The challenge, once: it is gone afterwards, and worth nothing after five minutes."""
    state: dict[str, Any] | None = request.session.pop(act, None)
    if state is None or not 0 <= time.time() - state["at"] <= LASTS_S:
        return None
    return state


def _is_number(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
