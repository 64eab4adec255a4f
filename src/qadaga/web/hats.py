"""The hat a person wears: one of their appointments, chosen for the session.

The session keeps what the page's header says of it, so that no page asks the database for that.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from qadaga.staff.models import Appointment
from qadaga.web.names import LANGUAGES, post_title

_KEY = "hat"


@dataclass(frozen=True, slots=True)
class Hat:
    """What the header shows: the post and the office in the page's language, and the person; and its id."""

    id: str
    post: str
    office: str
    person: str


def put_on(request: HttpRequest, appointment: Appointment) -> None:
    """Act under this appointment from now on (it must be one of the person's own, in force)."""
    request.session[_KEY] = {
        "id": str(appointment.pk),
        "post": appointment.post,
        "kind": appointment.office.kind,
        "office": {code: appointment.office.name_in(code) for code in LANGUAGES},
        "person": appointment.person.short_name,
    }


def take_off(request: HttpRequest) -> None:
    """Wear no hat: the next page asks for one."""
    request.session.pop(_KEY, None)


def worn(request: HttpRequest) -> UUID | None:
    """The appointment the person acts under, or None."""
    kept = request.session.get(_KEY)
    return UUID(kept["id"]) if kept else None


def shown(request: HttpRequest, language: str) -> Hat | None:
    """What the header says of the hat, or None without one."""
    kept = request.session.get(_KEY)
    if not kept:
        return None
    post = post_title(kept["post"], language, kept.get("kind", ""))
    return Hat(kept["id"], post, kept["office"][language], kept["person"])
