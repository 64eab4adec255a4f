"""The distribution of duties as a matrix of directions and people, with its gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.offices.models import Office
from qadaga.staff.duties.models import Distribution, Duty, Replacement
from qadaga.staff.duties.selectors import gaps
from qadaga.staff.models import Appointment
from qadaga.web.components import Column, Empty, Row, Table, Text, badge, date_text, lines, link
from qadaga.web.offices.duties_forms import directions
from qadaga.web.offices.words import duty_title, post_of

Names = Callable[[Appointment], Text]


def matrix(duties: Sequence[Duty], on: date) -> Table:
    """A row a direction, a column a person; a direction that nobody has says so."""
    people = _people(duties)
    marks = {(duty.direction, duty.appointment_id): duty.leads for duty in duties if duty.direction}
    missing = gaps(duties, [name for name, _title in directions()], on)
    rows = [
        Row(
            [lines(title, *_gap(*missing[name])), *(_mark(marks.get((name, row.id))) for row in people)],
            "warning" if any(missing[name]) else "neutral",
        )
        for name, title in directions()
    ]
    heads = [Column(row.person.short_name, "q-min") for row in people]
    nothing = Empty(
        _("No distribution is in force on this day"),
        _("Every deputy may agree, and nobody is proposed. Distribute the duties by an order."),
    )
    caption = _("Directions and people")
    return Table(caption, [Column(_("Direction")), *heads], rows if duties else [], nothing)


def _people(duties: Iterable[Duty]) -> list[Appointment]:
    return list({duty.appointment_id: duty.appointment for duty in duties}.values())


def _gap(no_work: bool, no_lead: bool) -> list[Text]:
    found = [badge(_("nobody works in it"), "warning", "alert-triangle")] if no_work else []
    return [*found, *([badge(_("no deputy agrees: the head does"), "neutral")] if no_lead else [])]


def _mark(leads: bool | None) -> Text:
    if leads is None:
        return "—"
    return badge(_("agrees"), "info") if leads else badge(_("works"), "success")


def units(duties: Sequence[Duty]) -> Table:
    """Units, kinds of bodies and territories, and who has them."""
    rows = [
        Row([duty_title(duty), duty.appointment.person.name, _mark(duty.leads)])
        for duty in duties
        if not duty.direction
    ]
    columns = [Column(_("Unit, bodies or territory")), Column(_("Name")), Column(_("Part"))]
    return Table(_("Units, bodies and territory"), columns, rows)


def chain(replacements: Sequence[Replacement], name: Names) -> Table:
    """Who replaces the absent head, in order."""
    rows = [
        Row([str(row.place), lines(name(row.appointment), post_of(row.appointment))]) for row in replacements
    ]
    columns = [Column(_("Place"), "q-min"), Column(_("Name"))]
    nothing = Empty(_("No order is set"), _("Deputies are proposed. Set the order in the distribution."))
    return Table(_("Who replaces the head"), columns, rows, nothing)


def history(office: Office, rows: Iterable[Distribution]) -> Table:
    """Every distribution with its order and days."""
    columns = [Column(_("From"), "q-date"), Column(_("Until"), "q-date"), Column(_("Order"))]
    address = reverse("offices:duties", args=[office.code])
    found = [
        Row(
            [
                link(f"{address}?on={row.starts_on.isoformat()}", date_text(row.starts_on)),
                date_text(row.ends_on),
                row.ground,
            ]
        )
        for row in rows
    ]
    return Table(_("Distributions over time"), columns, found)
