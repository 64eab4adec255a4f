"""One form page for every change of a personal file, and whose file it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from qadaga import authority
from qadaga.organisation.personnel import subjects
from qadaga.staff.models import Appointment
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm
from qadaga.web.offices.editing import Change, respond
from qadaga.web.views import StaffRequest


@dataclass(frozen=True, slots=True)
class Writing:
    """What is done: the power, how the page is called, what does it, the subject the power asks about.

    `note` tells what the writer should know beforehand.
    """

    power: str
    title: str
    act: Callable[[dict[str, Any]], object]
    kind: str = "personal_file"
    note: str = ""


def found(request: StaffRequest, person_id: UUID) -> Appointment:
    """The post that keeps the file of somebody within reach, with the person. Raises NotFound."""
    return subjects.post_of(person_id, request.actor, request.on)


def _back(request: StaffRequest, held: Appointment) -> str:
    """The personal file for whoever may read it; who only changes it comes from the card of the person."""
    subject = subjects.of_kept(held, request.actor, request.on, kind="personal_file")
    may = authority.may(request.actor, "personal_file.read", subject, on=request.on).allowed
    return reverse("personnel:file" if may else "offices:person", args=[held.person_id])


def written(request: StaffRequest, form: BaseForm, held: Appointment, writing: Writing) -> HttpResponse:
    """The form's page, or after a good POST the file, or the card. Raises NotPermitted with the ruling."""
    person, address = held.person, _back(request, held)

    def act(data: dict[str, Any]) -> str:
        writing.act(data)
        return address

    change = Change(
        power=writing.power,
        subject=subjects.of_kept(held, request.actor, request.on, kind=writing.kind),
        title=writing.title,
        submit=writing.title,
        crumbs=[Crumb(person.name, address)],
        act=act,
        note=f"{person.name}. {writing.note}" if writing.note else person.name,
    )
    return respond(request, form, change)
