"""What the embedded fonts can show. PDF/A forbids a letter without a glyph, so such a letter becomes a box."""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
BOX = "\u25a1"
# Not shown, and needing no glyph: line ends, tabs, soft hyphens and joiners.
_SILENT = frozenset("\n\t\r\u00ad\u200b\u200c\u200d\u2028\u2029\ufeff")


def showable(text: str) -> str:
    """The text with every sign that no embedded font has replaced by a box."""
    if text.isascii():
        return text
    known = covered()
    return "".join(sign if ord(sign) in known or sign in _SILENT else BOX for sign in text)


@cache
def covered() -> frozenset[int]:
    """The code points that the embedded fonts have between them."""
    return frozenset().union(*(_code_points(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _code_points(font: bytes) -> set[int]:
    """The code points of the font's Unicode `cmap` subtable in format 4 (the Basic Multilingual Plane)."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for record in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, cmap + 4 + 8 * record)
        start = cmap + offset
        if (platform, encoding) == (3, 1) and struct.unpack_from(">H", font, start) == (4,):
            return _segments(font, start)
    raise ValueError("the font has no Unicode character map")


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for record in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * record)
        if tag == name:
            return int(offset)
    raise ValueError(f"the font has no table {name.decode()}")


def _segments(font: bytes, start: int) -> set[int]:
    (twice,) = struct.unpack_from(">H", font, start + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, start + 14)
    starts = struct.unpack_from(f">{twice // 2}H", font, start + 16 + twice)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)} - {
        0xFFFF
    }
