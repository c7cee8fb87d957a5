"""Encryption at rest (AES-256-GCM) and the keyed look-up of identifying numbers (HMAC-SHA-256)."""

import hashlib
import hmac
import os
from functools import cache

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE_BYTES = 12
_VERSIE = b"\x01"


@cache
def _sleutel(doel: str) -> bytes:
    hoofd = bytes.fromhex(settings.GEGEVENSSLEUTEL)
    return hmac.new(hoofd, doel.encode(), hashlib.sha256).digest()


def versleutel(data: bytes) -> bytes:
    """Encrypt bytes; the result carries a version byte and its nonce."""
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSIE + nonce + AESGCM(_sleutel("rust")).encrypt(nonce, data, None)


def ontsleutel(data: bytes) -> bytes:
    """Decrypt what `versleutel` made; raises ValueError on another version, InvalidTag on tampering."""
    if data[:1] != _VERSIE:
        raise ValueError("Onbekende versie van versleuteling.")
    nonce = data[1 : 1 + _NONCE_BYTES]
    return AESGCM(_sleutel("rust")).decrypt(nonce, data[1 + _NONCE_BYTES :], None)


def zoeksleutel(waarde: str, doel: str = "bsn") -> str:
    """Return the keyed hash (64 hex characters) under which a number can be found without being readable."""
    return hmac.new(_sleutel(f"zoek:{doel}"), waarde.encode(), hashlib.sha256).hexdigest()
