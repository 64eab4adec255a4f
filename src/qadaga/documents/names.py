"""File names from outside, made safe to store, to show and to save on any machine."""

import re
import unicodedata

LONGEST = 120
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')


def sanitised(name: str) -> str:
    """The last part of the path, in NFC, without what a file system or a header cannot take."""
    last = re.split(r"[\\/]", name)[-1]
    kept = "".join(sign for sign in unicodedata.normalize("NFC", last) if _kept(sign))
    plain = _FORBIDDEN.sub("_", " ".join(kept.split())).strip(". ")
    stem, extension = split(plain)
    return f"{stem[: LONGEST - len(extension) - 1].strip()}.{extension}" if extension else plain[:LONGEST]


def split(name: str) -> tuple[str, str]:
    """The name without its extension, and the extension in lower case ("" when there is none)."""
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem or not extension.isalnum() or len(extension) > 8:
        return name, ""
    return stem, extension.lower()


def _kept(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cs", "Cf", "Co", "Cn")
