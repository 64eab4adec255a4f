"""An office above decides on a lower one's inspection: it stands still, goes on, ends, passes (L.1.2)."""

from datetime import date

from qadaga.acts.above.targets import Target, register
from qadaga.authority.actor import Actor
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.seating import gone_over
from qadaga.supervision.inspections.services.base import COURSE, lock
from qadaga.supervision.inspections.services.naming import hand_over
from qadaga.supervision.inspections.services.prolonging import refuse_length
from qadaga.supervision.inspections.subject import inspection_subject


def _name(inspection: Inspection) -> str:
    return f"{inspection.number_text or ''} {inspection.body.name(inspection.language)}".strip()


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
        carried=_carried,
    )
)
