"""A paper of a case reaches its addressee: the same columns, whichever paper it is (O.8.2, O.8.9)."""

from datetime import date

from qadaga.acts.services.measures import Delivered
from qadaga.authority.actor import Actor
from qadaga.matters.dates import within
from qadaga.supervision.offences.models import FileCall, ProceedingsResolution


def serve(
    paper: FileCall | ProceedingsResolution, delivered: Delivered, reference: str, *, by: Actor, on: date
) -> date:
    """Write when, how and with which proof the locked paper was delivered; returns the day.

    Raises InvalidInput for a day before the signature or to come.
    """
    served_on = within("served_on", delivered.served_on, earliest=paper.signed_on, latest=on)
    paper.served_on, paper.served_way, paper.served_by_id = served_on, delivered.way, by.appointment_id
    paper.proof, paper.proof_ref = delivered.proof, reference
    paper.save(update_fields=["served_on", "served_way", "served_by", "proof", "proof_ref"])
    return served_on
