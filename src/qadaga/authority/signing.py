"""What every signature in an office's name asks: is the signer still there, has a deputy still to agree?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.law.catalogue import load
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of

_NEVER = date.min


def held(by: Actor) -> tuple[Appointment, Actor]:
    """The signer's appointment, locked to the end of the transaction, and the actor to rule on.

    The law asks for the post again under its lock: a dismissal of this very minute ends the power to sign.
    """
    rows = Appointment.objects.select_related("person", "office").select_for_update(of=("self",), no_key=True)
    return rows.get(pk=by.appointment_id), replace(by, day=_NEVER)


def deputy_has_to_agree(office_id: UUID, author_id: UUID, on: date) -> bool:
    """Whether a deputy other than the author (a person) is in the office on the day (O.14.1)."""
    deputies = [post.id for post in load().posts.values() if post.deputy]
    others = people_of(office_id, on).filter(post__in=deputies).exclude(person=author_id)
    return not all(other.absent for other in others)  # type: ignore[attr-defined]  # annotated by people_in
