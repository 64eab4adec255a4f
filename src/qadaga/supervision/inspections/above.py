"""An office above decides on a lower one's inspection: it stands still, goes on, ends, passes (L.1.2)."""

from datetime import date

from qadaga.acts.above.targets import Target, register
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.seating import gone_over
from qadaga.supervision.inspections.services.base import COURSE, lock
from qadaga.supervision.inspections.services.naming import hand_over
from qadaga.supervision.inspections.services.prolonging import refuse_length
from qadaga.supervision.inspections.subject import inspection_subject


def _name(inspection: Inspection) -> str:
    return f"{inspection.number_text or ''} {inspection.body.name(inspection.language)}".strip()


def _shortened(inspection: Inspection, until: date) -> bool:
    """Whether the day cuts the period short; it never ends before it begins."""
    if inspection.due_on is None or until >= inspection.due_on:
        return False
    if until < inspection.starts_on:
        raise InvalidInput.of(
            "until",
            "before_start",
            N_("The inspection begins on %(starts)s: cancel it, or choose a day from then on."),
            starts=inspection.starts_on,
        )
    return True


def _carried(inspection: Inspection, by: Actor, on: date) -> None:
    """Whoever took it over inspects until others are named; documents received go along with the register."""
    gone_over(inspection)
    hand_over(inspection, [by.appointment_id] if by.appointment_id else [], on)


register(
    Target(
        "inspection",
        lambda pk, by, on: lock(pk, by=by, on=on),
        inspection_subject,
        COURSE,
        lambda inspection: inspection.notified_on is not None,
        _name,
        stopped="stopped",
        keeps_due=True,
        longer=refuse_length,
        shortened=_shortened,
        carried=_carried,
    )
)
