"""A device with passkeys, in software: it makes keys and shows them as the standard says."""

from __future__ import annotations

import json
import secrets
import struct
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestedCredentialData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Device:
    """What a test may set wrong: where it was asked, whether it was unlocked, how it counts."""

    origin: str = "http://localhost"
    flags: int = PRESENT | VERIFIED
    uses: int = 0
    key_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    handle: str = ""

    def makes(self, options: dict[str, Any]) -> str:
        """The answer to a challenge for a new passkey."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        public = ES256.from_cryptography_key(self.key.public_key())
        made = AttestedCredentialData.create(bytes(16), self.key_id, public)
        head = self._head(asked["rp"]["id"], self.flags | ATTESTED)
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": head + made})
        told = {"attestationObject": websafe_encode(attestation)}
        return self._answer("webauthn.create", asked["challenge"], told)

    def shows(self, options: dict[str, Any]) -> str:
        """The answer to a challenge for a passkey that is there."""
        asked = options["publicKey"]
        head = self._head(asked["rpId"], self.flags)
        data = self._data("webauthn.get", asked["challenge"])
        signed = self.key.sign(head + sha256(data).digest(), ec.ECDSA(hashes.SHA256()))
        told = {
            "authenticatorData": websafe_encode(head),
            "signature": websafe_encode(signed),
            "userHandle": self.handle,
        }
        return self._answer("webauthn.get", asked["challenge"], told)

    def _head(self, name: str, flags: int) -> bytes:
        return sha256(name.encode()).digest() + struct.pack(">BI", flags, self.uses)

    def _data(self, act: str, challenge: str) -> bytes:
        assert websafe_decode(challenge)
        told = {"type": act, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _answer(self, act: str, challenge: str, told: dict[str, str]) -> str:
        name = websafe_encode(self.key_id)
        response = {"clientDataJSON": websafe_encode(self._data(act, challenge)), **told}
        whole = {"id": name, "rawId": name, "type": "public-key", "response": response}
        return json.dumps({**whole, "clientExtensionResults": {}})
