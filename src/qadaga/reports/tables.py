"""A report's figures as finished rows: the same on the page, on paper and in the spreadsheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from qadaga.reports.choices import Axis
from qadaga.reports.figures import FIGURES, Figure
from qadaga.reports.models import ReportFigure

NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Amounts:
    """A figure for the period and for the same one a year before."""

    now: int = 0
    before: int = 0

    @property
    def change(self) -> int:
        """By how much it is more than a year before."""
        return self.now - self.before

    @property
    def percent(self) -> str:
        """The change in per cent, with its sign; a dash where a year before there was nothing."""
        if not self.before:
            return NOTHING
        percent = (Decimal(100) * self.change / self.before).quantize(Decimal("0.1"))
        return f"{percent:+}".replace(".", ",") + " %"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a report by axis and key, as they were counted."""

    found: Mapping[tuple[str, str, str], Amounts] = field(default_factory=dict)

    def of(self, figure: str, axis: str = Axis.WHOLE, key: str = "") -> Amounts:
        """The amounts of the figure; zeros where nothing was counted."""
        return self.found.get((axis, key, figure), Amounts())

    def pair(self, figure: str, axis: str = Axis.WHOLE, key: str = "") -> tuple[int, int]:
        """The amounts of the period and of the year before."""
        found = self.of(figure, axis, key)
        return found.now, found.before

    def keys(self, axis: str) -> list[str]:
        """What the axis is split into."""
        return sorted({key for name, key, _ in self.found if name == axis})

    def reconciled(self, figure: str) -> bool:
        """Whether the offices' amounts add up to the whole, for both periods."""
        lines = [self.of(figure, Axis.OFFICE, key) for key in self.keys(Axis.OFFICE)]
        whole = self.of(figure)
        return (sum(one.now for one in lines), sum(one.before for one in lines)) == (whole.now, whole.before)


def figures_of(rows: Iterable[ReportFigure]) -> Figures:
    """The rows of a report, to be asked by name."""
    return Figures({(row.axis, row.key, row.figure): Amounts(row.amount, row.before) for row in rows})


def number(figure: Figure | str, amount: int) -> str:
    """An amount as people read it: thousands apart, money in tenge."""
    one = FIGURES[figure] if isinstance(figure, str) else figure
    if one.adds == "tiyn":
        return f"{Decimal(amount) / 100:,.2f}".replace(",", "\u00a0").replace(".", ",")
    return f"{amount:,}".replace(",", "\u00a0")


def signed(figure: Figure | str, amount: int) -> str:
    """A change, with its sign."""
    if not amount:
        return "0"
    return ("+" if amount > 0 else "−") + number(figure, abs(amount))
