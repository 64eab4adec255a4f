"""The number on the applicant's coupon: unique, and not to be guessed from another one."""

import secrets

# Crockford's base 32: no letter that is taken for a digit when a coupon is read out on the telephone.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12
_GROUP = 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def new_coupon() -> str:
    """A fresh number as `XXXX-XXXX-XXXX`: 55 random bits and a check sign."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH - 1))
    signs += _check_sign(signs)
    return "-".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def parse_coupon(text: str) -> str | None:
    """The number in its one form, forgiving case, spaces and O for 0; None when no coupon has it."""
    signs = text.upper().translate(_MISREAD)
    if len(signs) != _LENGTH or not set(signs) <= set(_ALPHABET) or _check_sign(signs[:-1]) != signs[-1]:
        return None
    return "-".join(signs[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def _check_sign(signs: str) -> str:
    # Odd weights are prime to 32, so every single wrong sign changes the sum, and so do most swaps.
    total = sum(_ALPHABET.index(sign) * (2 * place + 1) for place, sign in enumerate(signs))
    return _ALPHABET[total % len(_ALPHABET)]
