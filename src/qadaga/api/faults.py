"""What is wrong with a field of a request, in the reader's language and in the same words everywhere."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext

from qadaga.common.i18n import N_
from qadaga.supervision.covert.services.content import NO_CONTENT

_WORDS = {
    "missing": N_("This field must be filled in."),
    "string_type": N_("This must be text."),
    "string_too_long": N_("The text is too long: at most %(max_length)s characters."),
    "string_too_short": N_("The text is too short: at least %(min_length)s characters."),
    "string_pattern_mismatch": N_("The text does not have the form that is expected here."),
    "string_unicode": N_("The text holds a NUL or half of a character pair; remove it."),
    "value_error": N_("The text holds a NUL or half of a character pair; remove it."),
    "literal_error": N_("Choose one of the values offered: %(expected)s."),
    "bool_type": N_("This must be true or false."),
    "bool_parsing": N_("This must be true or false."),
    "int_type": N_("This must be a whole number."),
    "int_parsing": N_("This must be a whole number."),
    "int_parsing_size": N_("This must be a whole number."),
    "int_from_float": N_("This must be a whole number."),
    "greater_than": N_("This must be more than %(gt)s."),
    "greater_than_equal": N_("This must be at least %(ge)s."),
    "less_than": N_("This must be less than %(lt)s."),
    "less_than_equal": N_("This must be at most %(le)s."),
    "too_long": N_("Too many entries: at most %(max_length)s."),
    "list_type": N_("This must be a list."),
    "dict_type": N_("This must be an object with named fields."),
    "model_attributes_type": N_("This must be an object with named fields."),
    "extra_forbidden": NO_CONTENT,  # only the index of operative cases refuses fields it does not know
}
_DAY = N_("A day looks like 2026-03-31 and must exist in the calendar.")
_MOMENT = N_("A moment looks like 2026-03-31T09:30:00+05:00.")
_ID = N_("This is not an identifier.")
_OTHER = N_("This value cannot be taken. Check its kind and form.")
# What the framework calls the body and its parts; the caller never wrote these words.
_ENVELOPES = frozenset({"body", "query", "path", "header", "form", "file", "payload", "asked"})


def of_validation(errors: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The faults that the framework found, each as field, code and message."""
    return [
        {"field": _field(fault["loc"]), "code": str(fault["type"]), "message": _message(fault)}
        for fault in errors
    ]


def _field(place: Iterable[object]) -> str:
    parts = [str(part) for part in place]
    while parts and parts[0] in _ENVELOPES:
        parts.pop(0)
    return ".".join(parts)


def _message(fault: Mapping[str, Any]) -> str:
    kind = str(fault["type"])
    if kind.startswith("datetime_"):
        return gettext(_MOMENT)
    if kind.startswith("date_"):
        return gettext(_DAY)
    if kind.startswith("uuid_"):
        return gettext(_ID)
    text = gettext(_WORDS.get(kind, _OTHER))
    return text % fault.get("ctx", {}) if "%(" in text else text
