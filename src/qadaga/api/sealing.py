"""Answers kept for a replay are sealed: only a caller who sends the same key and token again can open one.

Neither the Idempotency-Key nor the token is stored, only digests of them; the sealing key is derived from
both. The token is random, so a short or guessable Idempotency-Key gives nothing away.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12


def seal(content: bytes, *, key: bytes, token: bytes, about: bytes) -> bytes:
    """The content as nobody but the caller can read it, bound to what it is `about`."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_derived(key, token)).encrypt(nonce, content, about)


def unseal(sealed: bytes, *, key: bytes, token: bytes, about: bytes) -> bytes | None:
    """What was sealed; None where the key, the token or what it is about differs."""
    try:
        return AESGCM(_derived(key, token)).decrypt(sealed[:_NONCE], sealed[_NONCE:], about)
    except InvalidTag:
        return None


def _derived(key: bytes, token: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"qadaga idempotent reply").derive(
        len(key).to_bytes(8, "big") + key + token
    )
