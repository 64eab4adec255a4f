"""What the law kernel is told about a seal: its office, status, and this actor's part in it."""

from datetime import date

from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.matters.subject import path_of
from qadaga.matters.transitions import Table
from qadaga.organisation.seals.choices import SealStatus
from qadaga.organisation.seals.models import Seal

SEAL = Table(
    {
        ("held", "seal.hand_over"): "held",
        ("held", "seal.take"): "held",
        ("held", "seal.check"): "held",
        ("held", "seal.report_loss"): "lost",
        ("lost", "seal.settle"): "lost",
        ("held", "seal.destroy"): "destroyed",
    }
)


def seal_subject(seal: Seal, actor: Actor, on: date) -> Subject:
    """The seal as the law sees it. Marks: "holder", "receiver" (the actor is to take it), "settled"."""
    parts = {"holder": seal.holder_id, "receiver": seal.offered_id}
    marks = {mark for mark, held in parts.items() if held == actor.appointment_id}
    if seal.status == SealStatus.LOST and seal.order_id is not None:
        marks.add("settled")
    return Subject(
        kind="seal",
        office=seal.office.code,
        path=path_of(seal.office, actor, on),
        status=seal.status,
        marks=frozenset(marks),
    )
