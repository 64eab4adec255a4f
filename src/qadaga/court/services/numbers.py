"""Numbers of cards stand once; who does not see the other card is not told that it is there (O.8.d5)."""

from collections.abc import Mapping
from datetime import date

from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.common.errors import FieldError, InvalidInput
from qadaga.common.i18n import N_
from qadaga.court.choices import CaseStatus
from qadaga.court.models import Case
from qadaga.court.services.base import course_of
from qadaga.court.subject import Card
from qadaga.matters import prosecuted

TAKEN = {
    "court_case_number_once": FieldError(
        "number", "taken", N_("This court has a case of this number in the register already. Open that card.")
    ),
    "court_case_prosecuted_once": FieldError(
        "erdr", "taken", N_("This case is in the register already. Open that card.")
    ),
    "court_review_act_once": FieldError(
        "number", "taken", N_("This judicial act is being looked into already. Open that card.")
    ),
}
HIDDEN = {
    name: FieldError(fault.field, prosecuted.NOT_HERE.code, prosecuted.NOT_HERE.message)
    for name, fault in TAKEN.items()
}


def refuse_begun(number: str, *, by: Actor, on: date) -> None:
    """Refuse a prosecution of the number, where one is under way or its investigation lets none begin.

    Raises InvalidInput on `erdr`, in neutral words for whoever does not see the other card; Conflict.
    """
    prosecuted.refuse(number, by=by)
    refuse_twice(number, by=by, on=on)


def refuse_twice(number: str, *, by: Actor, on: date) -> None:
    """Refuse a prosecution of the number where one is under way: InvalidInput on `erdr`. One query."""
    rows = Case.objects.filter(erdr=number).exclude(status=CaseStatus.CLOSED)
    if rows.exists():
        seen = scope_of(by, on).listed(rows, "court_case").exists()
        raise InvalidInput((TAKEN if seen else HIDDEN)["court_case_prosecuted_once"])


def taken(row: Card, by: Actor, on: date) -> Mapping[str, FieldError]:
    """What is said of a number that is taken: who does not see the other card is not told that it is there.

    One query at most.
    """
    if not row.number:
        return HIDDEN
    same = type(row)._default_manager.filter(court=row.court, number=row.number).exclude(id=row.id)
    seen = scope_of(by, on).listed(same, course_of(row).kind).exists()
    return TAKEN if seen else HIDDEN
