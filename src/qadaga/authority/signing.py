"""What every signature in an office's name asks: who signs, has a deputy still to agree?"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.law.catalogue import load
from qadaga.staff.models import Appointment
from qadaga.staff.selectors import people_of


def signer_of(by: Actor) -> Appointment:
    """The signer's appointment with its person and office, for the paper.

    Whether the post is still held the ruling asks, in the same transaction (`authority.require`).
    """
    return Appointment.objects.select_related("person", "office").get(pk=by.appointment_id)


def deputy_has_to_agree(office_id: UUID, author_id: UUID, on: date) -> bool:
    """Whether a deputy other than the author (a person) is in the office on the day (O.14.1)."""
    deputies = [post.id for post in load().posts.values() if post.deputy]
    others = people_of(office_id, on).filter(post__in=deputies).exclude(person=author_id)
    return not all(other.absent for other in others)  # type: ignore[attr-defined]  # annotated by people_in
