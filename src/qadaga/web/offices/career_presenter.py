"""The card of a person, further: duties, acting for a head, work handed over and taken, checks of entry."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from qadaga.authority.scope import Scope
from qadaga.law import catalogue
from qadaga.offices.models import Office
from qadaga.organisation.card_rows import MOST
from qadaga.organisation.careers.models import EntryCheck, EntryFinding
from qadaga.organisation.handover.models import HandOver, HandOverItem
from qadaga.staff.duties.models import Duty
from qadaga.staff.models import ActingHead, Person
from qadaga.web.components import Column, Row, Table, Text, badge, date_text, first_of, lines, link
from qadaga.web.names import language
from qadaga.web.offices.words import duty_title


def _days() -> list[Column]:
    return [Column(_("From"), "q-date"), Column(_("Until"), "q-date")]


def duties(rows: Iterable[Duty]) -> Table:
    """What the distribution in force gives."""
    found = [
        Row(
            [
                duty_title(row),
                _("coordinates and agrees") if row.leads else _("works in it"),
                row.distribution.ground,
            ]
        )
        for row in rows
    ]
    return Table(_("Duties"), [Column(_("Direction or unit")), Column(_("Part")), Column(_("Order"))], found)


def signed_url(office: Office, scope: Scope) -> str:
    """The page of what its acting heads signed; empty for whoever may not see the office's acts."""
    seen = scope.covers(office.id, office.region_id)
    return reverse("offices:acting_signed", args=[office.code]) if seen else ""


def acting(rows: Iterable[ActingHead], scope: Scope) -> Table:
    """When the person was named to replace a head; what was signed then is on the office's page."""
    found = [
        Row(
            [
                _named(row.office, signed_url(row.office, scope)),
                date_text(row.starts_on),
                date_text(row.ends_on),
                row.ground,
            ]
        )
        for row in rows
    ]
    table = Table(_("Acted for a head"), [Column(_("Office")), *_days(), Column(_("Order"))], found)
    return first_of(table, MOST, _("The newest %(most)s; all are in the register of who replaced heads."))


def _named(office: Office, url: str) -> Text:
    name = office.name_in(language())
    return link(url, name) if url else name


def given(rows: Iterable[tuple[HandOver, Iterable[HandOverItem]]]) -> Table:
    """What the person handed over, when and why."""
    found = [Row([date_text(row.on), str(row.get_reason_display()), _items(items)]) for row, items in rows]
    columns = [Column(_("When"), "q-date"), Column(_("Reason")), Column(_("What and to whom"))]
    return first_of(Table(_("Handed over"), columns, found), MOST, _passed_before())


def _items(items: Iterable[HandOverItem]) -> Text:
    return lines(*(f"{item.name} → {item.receiver.person.short_name}" for item in items))


def taken(rows: Iterable[HandOverItem]) -> Table:
    """What the person took over, and from whom."""
    found = [
        Row([date_text(row.handover.on), row.name, row.handover.giver.person.short_name]) for row in rows
    ]
    columns = [Column(_("When"), "q-date"), Column(_("What")), Column(_("From whom"))]
    return first_of(Table(_("Taken over"), columns, found), MOST, _passed_before())


def _passed_before() -> str:
    return _("The newest %(most)s; earlier ones are told on the cards of what passed.")


def checks(rows: Iterable[tuple[EntryCheck, Iterable[EntryFinding]]]) -> Table:
    """Checks of entry with their outcome and the grounds of a refusal."""
    columns = [Column(_("When"), "q-date"), Column(_("Outcome"))]
    found = [Row([date_text(row.on), _outcome(row, findings)]) for row, findings in rows]
    return Table(_("Checks of entry"), columns, found)


def _outcome(row: EntryCheck, findings: Iterable[EntryFinding]) -> Text:
    if row.passed:
        return badge(_("passed"), "success", "circle-check")
    grounds = [_requirement(finding.requirement) for finding in findings if not finding.met]
    return lines(badge(_("refused"), "danger"), *grounds)


def _requirement(name: str) -> str:
    record = catalogue.load().requirements.get(name)
    return f"{record.title.get(language())} ({record.citations[0].clause})" if record else name


def same(person: Person, rows: Iterable[Person]) -> Table:
    """Other cards that may be of this person, each with the way to merge it into this one."""
    found = [
        Row(
            [
                other.name,
                date_text(other.born_on),
                link(reverse("offices:merge", args=[person.id, other.id]), _("Merge into this card")),
            ]
        )
        for other in rows
    ]
    columns = [Column(_("Name")), Column(_("Birth date"), "q-date"), Column(_("What to do"))]
    return Table(_("Perhaps the same person"), columns, found)
