"""Individual (IIN) and business (BIN) identification numbers: twelve digits with a check digit."""

from dataclasses import dataclass
from datetime import date

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_

_FIRST_PASS = tuple(range(1, 12))
_SECOND_PASS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_SEPARATORS = str.maketrans(dict.fromkeys(" -\u00a0\u202f"))
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}
_WRONG_LENGTH = {
    "IIN": N_("IIN: it must be exactly 12 digits; %(length)s characters were entered."),
    "BIN": N_("BIN: it must be exactly 12 digits; %(length)s characters were entered."),
}
_IMPOSSIBLE = {
    "IIN": N_("IIN: no number can start with %(digits)s. Compare each digit with the document."),
    "BIN": N_("BIN: no number can start with %(digits)s. Compare each digit with the document."),
}
_WRONG_CHECK = {
    "IIN": N_("IIN: the last digit does not agree with the others. Compare each digit with the document."),
    "BIN": N_("BIN: the last digit does not agree with the others. Compare each digit with the document."),
}
_LEGAL_ENTITY = {"4": "resident", "5": "non_resident", "6": "joint"}


@dataclass(frozen=True, slots=True)
class Iin:
    """A person's number. A foreigner's may carry no century, and then neither birth date nor sex is known."""

    value: str
    birth_date: date | None
    sex: str | None
    foreigner: bool

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Bin:
    """An organisation's number: `kind` resident, non_resident or joint; `branch`: not the head body."""

    value: str
    year: int
    month: int
    kind: str
    branch: bool

    def __str__(self) -> str:
        return self.value


def check_digit(eleven: str) -> int | None:
    """The twelfth digit for eleven digits, or None when no number may start with them."""
    for weights in (_FIRST_PASS, _SECOND_PASS):
        remainder = sum(w * int(d) for w, d in zip(weights, eleven, strict=True)) % 11
        if remainder < 10:
            return remainder
    return None


def parse_iin(text: str, *, field: str = "iin", on: date | None = None) -> Iin:
    """The IIN with what it says; spaces and hyphens are forgiven. `on` refuses a birth after that day.

    Raises InvalidInput on `field`.
    """
    value = _twelve_digits(text, field, "IIN")
    if value[4] in _LEGAL_ENTITY:
        raise InvalidInput.of(
            field,
            "bin_for_iin",
            N_("IIN: this is the number of an organisation (BIN). Enter a person's number here."),
        )
    birth_date = _birth_date(value, field)
    _check(value, field, "IIN")
    if on is not None and birth_date is not None and birth_date > on:
        raise InvalidInput.of(
            field,
            "iin_future",
            N_("IIN: its first six digits give the birth date %(date)s, which has not come yet. Check them."),
            date=birth_date,
        )
    if birth_date is None:
        return Iin(value, None, None, foreigner=True)
    return Iin(value, birth_date, "m" if int(value[6]) % 2 else "f", foreigner=False)


def parse_bin(text: str, *, field: str = "bin") -> Bin:
    """The BIN with what it says; spaces and hyphens are forgiven. Raises InvalidInput on `field`."""
    value = _twelve_digits(text, field, "BIN")
    if value[4] not in _LEGAL_ENTITY:
        raise InvalidInput.of(
            field,
            "bin_kind",
            N_(
                "BIN: its fifth digit is %(digit)s and must be 4, 5 or 6. "
                "A person's number (IIN) does not belong here."
            ),
            digit=value[4],
        )
    month = int(value[2:4])
    if not 1 <= month <= 12:
        raise InvalidInput.of(
            field,
            "bin_month",
            N_("BIN: digits 3 and 4 are the month of registration; %(month)s is not one of 01 to 12."),
            month=value[2:4],
        )
    _check(value, field, "BIN")
    # Numbers have been given since 1997; a two-digit year below that belongs to this century.
    year = int(value[:2])
    return Bin(value, (1900 if year >= 97 else 2000) + year, month, _LEGAL_ENTITY[value[4]], value[5] != "0")


def _twelve_digits(text: str, field: str, name: str) -> str:
    value = text.translate(_SEPARATORS).strip()
    if len(value) == 12 and value.isascii() and value.isdigit():
        return value
    raise InvalidInput.of(field, "not_twelve_digits", _WRONG_LENGTH[name], length=len(value))


def _birth_date(value: str, field: str) -> date | None:
    """None for a foreigner's number without a century."""
    sign = value[6]
    if sign not in _CENTURIES and sign != "0":
        raise InvalidInput.of(
            field,
            "iin_century",
            N_("IIN: its seventh digit is %(digit)s; it must be 1 to 6 (0 for some foreigners)."),
            digit=sign,
        )
    # Without a century any day that some year knows will do: 2000 has a 29 February.
    century = _CENTURIES.get(sign, 2000)
    year = 2000 if sign == "0" else century + int(value[:2])
    try:
        born = date(year, int(value[2:4]), int(value[4:6]))
    except ValueError:
        raise InvalidInput.of(
            field,
            "iin_date",
            N_("IIN: its first six digits must be a birth date as YYMMDD; %(digits)s is not a date."),
            digits=value[:6],
        ) from None
    return None if sign == "0" else born


def _check(value: str, field: str, name: str) -> None:
    expected = check_digit(value[:11])
    if expected is None:
        raise InvalidInput.of(field, "number_impossible", _IMPOSSIBLE[name], digits=value[:11])
    if expected != int(value[11]):
        raise InvalidInput.of(field, "check_digit", _WRONG_CHECK[name])
