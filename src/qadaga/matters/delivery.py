"""The one way a paper is recorded as delivered: how, when, with which proof (O.8.2, O.8.9, O.8.3, L.3.2)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.models import StoredFile
from qadaga.matters.choices import ServingWay
from qadaga.matters.dates import choice, within
from qadaga.matters.models.served import Served
from qadaga.matters.services.base import text


@dataclass(frozen=True, slots=True)
class Delivered:
    """How and when it reached the addressee, and the proof: a file, or the reference of a receipt."""

    way: str
    served_on: date
    proof: StoredFile | None = None
    proof_ref: str = ""


def proven(delivered: Delivered) -> str:
    """The reference of the receipt. Raises InvalidInput on an unknown way, or where nothing proves it."""
    choice("way", delivered.way, ServingWay.values)
    reference = text("proof_ref", delivered.proof_ref, 200, multiline=False, required=False)
    if delivered.proof is None and not reference:
        raise InvalidInput.of("proof", "required", N_("Attach the proof of service or give its reference."))
    return reference


def reminded(way: str, reference: str, *, by: Actor, on: date) -> dict[str, Any]:
    """The columns of a reminder. Raises InvalidInput on an unknown way or without a reference."""
    return {
        "on": on,
        "way": choice("way", way, ServingWay.values),
        "reference": text("reference", reference, 200, multiline=False),
        "by_id": by.appointment_id,
    }


def serve(paper: Served, delivered: Delivered, *, earliest: date | None, by: Actor, on: date) -> date:
    """Write when, how and with which proof the locked paper was delivered; returns the day.

    Raises AlreadyDone; InvalidInput where nothing proves it, for a day before `earliest` or to come.
    """
    reference = proven(delivered)
    if paper.served_on is not None:
        raise AlreadyDone()
    served_on = within("served_on", delivered.served_on, earliest=earliest, latest=on)
    paper.served_on, paper.served_way, paper.served_by_id = served_on, delivered.way, by.appointment_id
    paper.proof, paper.proof_ref = delivered.proof, reference
    paper.save(update_fields=["served_on", "served_way", "served_by", "proof", "proof_ref"])
    return served_on
