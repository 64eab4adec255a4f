"""What a change of the structure rests on: a signed order, or words for one kept on paper (O.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from qadaga.common.text import clean
from qadaga.law.coverage import implements
from qadaga.offices.models import Office
from qadaga.organisation.exercise import Exercise
from qadaga.organisation.orders.models import Order
from qadaga.organisation.orders.services import basis, carried_out

STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Ground:
    """The order, or only the words for one that stands in no register here."""

    text: str
    order: Order | None = None

    def note(self, what: str, office: Office, starts_on: date, done: Exercise) -> None:
        """Note on the order's card what was done by it; before the journal."""
        if self.order is not None:
            carried_out(
                self.order,
                what=what,
                subject_kind="office",
                subject_id=office.id,
                starts_on=starts_on,
                done=done,
            )


@implements("O.4")
def ground(order_id: UUID | None, text: str, *, office: Office, on: date) -> Ground:
    """The ground of a change about the office. An order of the register, where one is given, is looked into.

    Raises InvalidInput on `order` where neither is given, or the order is unsigned, cancelled, of another
    kind, or of an office that this one is not under.
    """
    words = clean(text, field="ground", max_length=300)
    if order_id is None and words:
        return Ground(words)
    order = basis(order_id, kind=STRUCTURE, office=office, on=on)
    return Ground(str(order), order)
