"""Text from outside: what the database and a signed document can hold, in one normal form."""

import unicodedata

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_

# These turn the reading direction round and can make a document read otherwise than it is stored.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\ufeff": None})
_CONTROL, _SURROGATE = "Cc", "Cs"


def clean(
    value: object, *, field: str, max_length: int, multiline: bool = False, required: bool = False
) -> str:
    """The text trimmed, in NFC, with `\\n` line ends (`multiline` keeps lines and tabs).

    Raises InvalidInput on `field` for what is not text, a NUL, a lone surrogate, a control or direction
    character, more than `max_length` characters, or nothing when `required`.
    """
    if not isinstance(value, str):
        raise InvalidInput.of(field, "not_text", N_("This must be text."))
    # Composing shrinks text at most fourfold: what is longer than that is refused before any work on it.
    if len(value) > 4 * max_length + 64:
        raise _too_long(field, max_length, len(value))
    lines = value.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS).strip()
    _refuse_unwritable(lines, field, "\n\t" if multiline else "")
    composed = unicodedata.normalize("NFC", lines)
    if len(composed) > max_length:
        raise _too_long(field, max_length, len(composed))
    if required and not composed:
        raise InvalidInput.of(field, "required", N_("This field must be filled in."))
    return composed


def is_writable(value: str) -> bool:
    """Whether the text holds neither a NUL nor a lone surrogate: the two that PostgreSQL and UTF-8 cannot."""
    return "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)


def _refuse_unwritable(text: str, field: str, allowed: str) -> None:
    if text.isprintable():
        return
    for position, sign in enumerate(text, start=1):
        if sign not in allowed and _unwritable(sign):
            raise InvalidInput.of(
                field,
                "bad_character",
                N_(
                    "Character %(position)s (U+%(code_point)s) cannot be stored. "
                    "Remove it, or type this part again by hand."
                ),
                position=position,
                code_point=f"{ord(sign):04X}",
            )


def _unwritable(sign: str) -> bool:
    return unicodedata.category(sign) in (_CONTROL, _SURROGATE) or sign in _DIRECTION_MARKS


def _too_long(field: str, max_length: int, length: int) -> InvalidInput:
    return InvalidInput.of(
        field,
        "too_long",
        N_("The text has %(length)s characters; at most %(max_length)s can be stored. Shorten it."),
        length=length,
        max_length=max_length,
    )
