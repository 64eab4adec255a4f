"""Beside the form, while somebody types: likely earlier appeals, and applicants known by an IIN already."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.appeals.kinds import Kind, Status
from qadaga.appeals.selectors import Earlier, find_body, likely_earlier
from qadaga.authority.scope import scope_of
from qadaga.matters.persons import namesakes, roles
from qadaga.web.appeals.forms.applicant import ApplicantForm
from qadaga.web.appeals.forms.entry import rows_of
from qadaga.web.components import date_text
from qadaga.web.views import StaffRequest


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """One earlier appeal: why it may be the same, and whether it is chosen as the one repeated."""

    id: UUID
    number: str
    url: str
    when: str
    what: str
    status: str
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class KnownLine:
    """Somebody of the applicant's name and birth day who is known by an IIN: an offer, chosen or not.

    `field` is the one that takes the number.
    """

    field: str
    iin: str
    who: str
    where: str
    chosen: bool


def known_lines(request: StaffRequest, data: QueryDict) -> list[KnownLine]:
    """For each applicant typed by name and birth date without an IIN, who that may be, as the clerk sees."""
    return [line for row in rows_of(data) for line in _known(request, data, f"a{row}")]


def _known(request: StaffRequest, data: QueryDict, prefix: str) -> list[KnownLine]:
    form = ApplicantForm(data, row=int(prefix[1:]))
    name, chosen = _clean(data.get(f"{prefix}-name", "")), data.get(f"{prefix}-same", "")
    born = form.fields["birth_date"].widget.value_from_datadict(data, {}, f"{prefix}-birth_date")
    try:
        born_on = form.fields["birth_date"].clean(born)
    except ValidationError:
        return []
    if not name or born_on is None or _digits(data.get(f"{prefix}-iin", "")):
        return []
    labels = {role.name: str(_(role.label)) for role in roles.declared()}
    return [
        KnownLine(
            f"{prefix}-same",
            one.iin,
            one.who,
            ", ".join(labels[role] for role in one.roles),
            one.iin == chosen,
        )
        for one in namesakes.known(request.actor, request.on, name, born_on)
    ]


def earlier_lines(request: StaffRequest, data: QueryDict) -> list[EarlierLine]:
    """Appeals in the person's scope that the form, as far as typed, may repeat."""
    rows = rows_of(data)
    numbers = {_digits(data.get(f"a{row}-{name}", "")) for row in rows for name in ("iin", "bin")}
    names = {_clean(data.get(f"a{row}-name", "")) for row in rows}
    body = find_body(_clean(data.get("body", "")))
    found = likely_earlier(
        scope_of(request.actor, request.on),
        numbers={number for number in numbers if len(number) == 12},
        names=names,
        body_id=body.id if body else None,
    )
    return [_line(one, data.get("repeats", "")) for one in found]


def _line(one: Earlier, chosen: str) -> EarlierLine:
    reasons = {"number": _("Same number"), "name": _("Similar name"), "body": _("Same body")}
    return EarlierLine(
        id=one.id,
        number=one.number,
        url=reverse("appeals:card", args=[one.id]),
        when=date_text(one.registered_on),
        what=f"{Kind(one.kind).label}: {one.summary}",
        status=str(Status(one.status).label),
        why=reasons[one.why],
        chosen=str(one.id) == chosen,
    )


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


def _clean(text: str) -> str:
    # What no database can hold finds nothing; the form itself tells of it when it is sent.
    return "" if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text) else text.strip()[:300]


def typed(request: HttpRequest, ending: str) -> str:
    """The first value sent under a name with that ending (`a3-iin`), without what cannot be stored."""
    name = next((name for name in request.POST if name.endswith(ending)), "")
    return _clean(request.POST.get(name, ""))


def beside(request: StaffRequest, data: QueryDict) -> dict[str, Any]:
    """All that stands beside the form, by the names of the template."""
    return {"earlier": earlier_lines(request, data), "known": known_lines(request, data)}
