"""What is no index data is refused with the reason: numbers, dates and closed lists only (O.8.d5, L.3.3)."""

import re
from collections.abc import Iterable

from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.supervision.covert.models import NUMBER

NO_CONTENT = N_(
    "Only index data is kept here: no file and no text. The act itself stays on paper, outside the system"
    " (O.8.d5, L.3.3)."
)


@implements("O.8.d5", "L.3.3")
def refuse_content(names: Iterable[str]) -> None:
    """Refuse files and fields that the index does not have. Raises InvalidInput naming the clauses."""
    faults = [FieldError(name, "no_content", NO_CONTENT) for name in names]
    if faults:
        raise InvalidInput(*faults)


def number(field: str, value: str) -> str:
    """A number of digits; InvalidInput on the field for anything that could be words."""
    value = value.strip()
    if not re.fullmatch(NUMBER, value, re.ASCII):
        raise InvalidInput.of(
            field,
            "digits_only",
            N_(
                "Only groups of digits with “-” or “/” between them stand here, as in 17-204/2026."
                " No words: the content stays on paper (O.8.d5)."
            ),
        )
    return value
