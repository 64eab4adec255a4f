"""What is kept of a secret that a program shows: its digest."""

import hashlib


def digest_of(secret: str, *, use: bytes = b"") -> str:
    """The SHA-256 of a random secret, in hexadecimal; `use` keeps secrets of one use from opening another.

    A random secret of 256 bits needs no slow hash: nobody can guess it, and each call looks it up.
    """
    return hashlib.sha256(use + secret.encode("utf-8", "replace")).hexdigest()
