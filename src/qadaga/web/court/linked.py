"""A prosecution and the investigation of the same ERDR number lead to each other, for whoever sees both."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.scope import scope_of
from qadaga.court import selectors as court
from qadaga.court.choices import CaseKind, CaseStatus
from qadaga.court.models import Accused
from qadaga.court.models import Case as Prosecution
from qadaga.court.subject import subject_of
from qadaga.journal.reads import record_reads
from qadaga.matters import erdr
from qadaga.matters.gather import Gathered
from qadaga.supervision.pretrial import selectors as pretrial
from qadaga.supervision.pretrial.models import Case as Investigation
from qadaga.web.cards.sections import Section, section
from qadaga.web.components import Text, badge, date_text, lines, link
from qadaga.web.deaths import death_noted
from qadaga.web.law.conditions import status_flag

KEEP = "court.keep"


def parts_of_prosecution(case: Prosecution, actor: Actor, on: date) -> Gathered:
    """Everything on the card of a case in court, with the investigation of its number. One query."""
    if case.erdr is None or not pretrial.may_read(actor, on).allowed:
        return court.parts_of(case)
    parts = court.parts_of(case, pretrial.OF_PROSECUTION, **_asked(case, actor, on))
    # What the card shows of an investigation and of the people it holds has been read there.
    for row in parts["investigations"]:
        seen = [("investigation", row.id)]
        record_reads(office_id=row.office_id, subjects=seen, by=actor.journal(), on=on)
    return parts


def parts_of_investigation(case: Investigation, actor: Actor, on: date) -> Gathered:
    """Everything on the card of an investigation, with the prosecutions of its number. One query."""
    return pretrial.parts_of(case, court.OF_INVESTIGATION, **_asked(case, actor, on))


def _asked(case: Prosecution | Investigation, actor: Actor, on: date) -> dict[str, object]:
    return {"erdr": case.erdr, "reader": actor.person_id, **scope_of(actor, on).asked()}


def investigation(case: Prosecution, parts: Gathered) -> SafeString:
    """The ERDR number of a prosecution: how sure its format is, the way to the investigation."""
    number: Text = case.erdr or ""
    state: Text = ""
    for row in parts.rows.get("investigations", ()):
        number = link(reverse("investigations:card", args=[row.id]), row.erdr)
        state = badge(row.get_status_display(), "info")
    return format_html("{} {} {}", number, status_flag(erdr.known().status), state)


def at_large(row: Accused, parts: Gathered) -> list[Text]:
    """Whether somebody prosecuted has died, or is held by the investigation until a day."""
    found: list[Text] = list(death_noted(row))
    found += [
        badge(_("In custody until %(day)s") % {"day": date_text(held.due_on)}, "warning")
        for held in _held(parts)
        if held.iin == row.iin
    ]
    return found


def _held(parts: Gathered) -> list[Any]:
    """Those prosecuted whom the investigation holds; the others it holds are no part of this card."""
    people = {row.iin for row in parts["accused"]}
    return [row for row in parts.rows.get("held", ()) if row.iin in people]


def terms_of(parts: Gathered) -> tuple[list[Any], list[Any], dict[Any, str]]:
    """The terms of the card with those of custody that run on, their events, and whose custody it is."""
    named = {row.id: row.name for row in _held(parts)} if "held" in parts.rows else {}
    custody = [row for row in parts.rows.get("custody_terms", ()) if row.subject_id in named]
    events = [*parts["term_events"], *parts.rows.get("custody_events", ())]
    return [*parts["terms"], *custody], events, named


def prosecutions(case: Investigation, parts: Gathered, actor: Actor, on: date) -> Section:
    """On the card of an investigation: its prosecutions, or the way to begin one for whom the law lets."""
    rows: list[tuple[Text, ...]] = [
        (
            link(reverse("courtcases:card", args=[row.id]), row.number or row.erdr),
            row.court,
            lines(badge(row.get_status_display(), "info"), _transferred(row)),
            date_text(row.due_on),
        )
        for row in parts["prosecutions"]
    ]
    if case.status != "closed" and not _live(parts) and _may_begin(case, actor, on):
        address = reverse("courtcases:of_investigation", args=[case.id])
        rows.append((link(address, _("Begin the prosecution before court")), "", "", ""))
    columns = [_("Number"), _("Court"), _("Status"), _("Due")]
    empty = _("A prosecution of this number appears here for whoever may see it.")
    return section("prosecutions", _("Prosecution before court"), columns, rows, empty, stacks=True)


def _transferred(row: Prosecution) -> Text:
    if row.transferred_on is None:
        return ""
    return _("To court on %(day)s") % {"day": date_text(row.transferred_on)}


def _live(parts: Gathered) -> bool:
    return any(row.status != CaseStatus.CLOSED for row in parts["prosecutions"])


def _may_begin(case: Investigation, actor: Actor, on: date) -> bool:
    if case.office_id != actor.office_id:
        return False
    begun = Prosecution(
        office=case.office,
        kato=case.kato,
        sphere=case.sphere,
        kind=CaseKind.CRIMINAL,
        status=CaseStatus.OPENED,
        opened_on=on,
    )
    return authority.may(actor, KEEP, subject_of(begun, actor, on), on=on).allowed
