"""Money in whole tiyn: a sum recovered for the state is never a float."""

import re
from dataclasses import dataclass

from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_

_SPACES = str.maketrans(dict.fromkeys(" \u00a0\u202f\u2009"))
_SUM = re.compile(r"([0-9]{1,15})(?:[.,]([0-9]{1,2}))?")


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A sum in tiyn (a hundredth of a tenge); may be negative as a difference."""

    tiyn: int = 0

    @classmethod
    def parse(cls, text: str, *, field: str = "sum") -> "Money":
        """Tenge as people write them: `1 234 567,89`. Raises InvalidInput on `field`."""
        found = _SUM.fullmatch(text.translate(_SPACES).removesuffix("₸"))
        if found is None:
            raise InvalidInput.of(
                field,
                "bad_sum",
                N_("Write the sum in tenge with at most two decimals, for example 1 250 000,50."),
            )
        tenge, tiyn = found.groups(default="")
        return cls(int(tenge) * 100 + int(tiyn.ljust(2, "0")))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.tiyn + other.tiyn)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.tiyn - other.tiyn)

    def __str__(self) -> str:
        """`1 234 567,89 ₸` with no-break spaces, as Kazakh and Russian write it; whole tenge drop `,00`."""
        tenge, tiyn = divmod(abs(self.tiyn), 100)
        sign = "−" if self.tiyn < 0 else ""
        grouped = f"{tenge:,}".replace(",", "\u00a0")
        return f"{sign}{grouped}{f',{tiyn:02}' if tiyn else ''}\u00a0₸"
