"""What the embedded fonts can show. PDF/A forbids a sign without a glyph: such a sign becomes a box."""

import re
import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
BOX = "\u25a1"
# Not shown, and needing no glyph: line ends, tabs, soft hyphens and joiners.
_SILENT = frozenset("\n\t\r\u00ad\u200b\u200c\u200d\u2028\u2029\ufeff")
_CONTROLS = frozenset([*range(0x20), *range(0x7F, 0xA0)])
# A word that no line can hold would run off the sheet; past a few pages of it the typesetter gives up.
_LONG_WORD = re.compile(r"\S{60}(?=\S)")


def showable(text: str) -> str:
    """The text with a box for every sign that no embedded font has, and long words made breakable."""
    known = covered()
    shown = "".join(sign if ord(sign) in known or sign in _SILENT else BOX for sign in text)
    return _LONG_WORD.sub("\\g<0>\u200b", shown)


@cache
def covered() -> frozenset[int]:
    """The code points that the embedded fonts have between them."""
    fonts = [path.read_bytes() for path in sorted(FONTS.glob("*.ttf"))]
    return frozenset().union(*map(_code_points, fonts)) - _CONTROLS


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
    pairs = zip(starts, ends, strict=True)
    return {code for first, last in pairs for code in range(first, last + 1)} - {0xFFFF}
