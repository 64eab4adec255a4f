"""The register of conduct, gifts and contacts, and the card of an entry."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.common.money import Money
from qadaga.law.model import Subject
from qadaga.organisation.conduct import entries
from qadaga.organisation.conduct.models import ConductEntry, ConductKind, State
from qadaga.organisation.personnel import subjects
from qadaga.staff import selectors as staff
from qadaga.web.cards.sections import section
from qadaga.web.components import ActionView, Crumb, Text, badge, date_text, link
from qadaga.web.conduct import forms
from qadaga.web.conduct.paging import older
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.rulings import refused, ruling_view
from qadaga.web.views import StaffRequest, staff_view

_METHODS = ["GET", "HEAD", "POST"]


@require_GET
@never_cache
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """Entries the person may see, the newest first."""
    rows, more = older(entries.visible(request.actor, request.on), request)
    found = [
        (
            link(reverse("conduct:card", args=[row.id]), row.get_kind_display()),
            row.person.name,
            date_text(row.happened_on),
            state_badge(row.state),
        )
        for row in rows
    ]
    columns = [_("Kind"), _("Who"), _("When"), _("State")]
    empty = _("Declare a gift or a contact here; conduct matters are opened from the personal file.")
    context = {
        "title": _("Conduct, gifts and contacts"),
        "section": section("conduct", _("Entries"), columns, found, empty, stacks=True),
        "more": more,
        "links": [
            (reverse("conduct:declare", args=["gift"]), _("Declare a gift")),
            (reverse("conduct:declare", args=["contact"]), _("Declare a contact")),
            (reverse("interference:report"), _("Report interference")),
            (reverse("interference:list"), _("Reports of interference")),
        ],
    }
    return render(request, "conduct/list.html", context)


@require_GET
@never_cache
@staff_view
def card(request: StaffRequest, pk: UUID) -> HttpResponse:
    """An entry; the reading is journalled."""
    row = entries.read(by=request.actor, on=request.on, entry_id=pk)
    subject = entries.subject_of(row, request.actor, request.on)
    ruling = authority.may(request.actor, "conduct.decide", subject, on=request.on)
    address = reverse("conduct:close", args=[row.id])
    actions = [ActionView(_("Record the outcome"), ruling_view(ruling), url=address, primary=True)]
    context = {
        "title": row.get_kind_display(),
        "badge": state_badge(row.state),
        "crumbs": [Crumb(_("Conduct, gifts and contacts"), reverse("conduct:list"))],
        "pairs": _facts(row),
        "texts": [(_("What happened"), row.text), (_("Outcome"), row.outcome)],
        "actions": actions,
        "refused": refused(actions),
    }
    return render(request, "conduct/card.html", context)


def _facts(row: ConductEntry) -> list[tuple[str, Text]]:
    facts: list[tuple[str, Text]] = [
        (_("Who"), row.person.name),
        (_("Office"), row.office.name_in(language())),
        (_("When it happened"), date_text(row.happened_on)),
    ]
    if row.with_whom:
        facts.append((_("From whom, or with whom"), row.with_whom))
    if row.value is not None:
        facts.append((_("Value, tenge"), str(Money(row.value))))
    return facts


@require_http_methods(_METHODS)
@staff_view
def declare(request: StaffRequest, kind: str) -> HttpResponse:
    """Declare one's own gift or contact."""
    if kind not in (ConductKind.GIFT, ConductKind.CONTACT):
        raise NotFound()
    form = forms.ConductForm(posted(request), kind=ConductKind(kind))

    def act(_data: dict[str, Any]) -> str:
        row = entries.declare(by=request.actor, on=request.on, declared=form.entry())
        return reverse("conduct:card", args=[row.id])

    person = staff.person_by_id(request.actor.person_id)
    subject = subjects.of_file(person, request.actor, request.on, kind=entries.KIND)
    title = _("Declare a gift") if kind == ConductKind.GIFT else _("Declare a contact")
    return respond(request, form, _change("conduct.declare", subject, title, act))


@require_http_methods(_METHODS)
@staff_view
def open_matter(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Open a matter about somebody's conduct."""
    person = staff.person_by_id(person_id)
    subject = subjects.of_file(person, request.actor, request.on, kind=entries.KIND)
    form = forms.ConductForm(posted(request), kind=ConductKind.MATTER)

    def act(_data: dict[str, Any]) -> str:
        row = entries.open_matter(by=request.actor, on=request.on, person_id=person.id, opened=form.entry())
        return reverse("conduct:card", args=[row.id])

    title = _("Open a conduct matter: %(person)s") % {"person": person.name}
    return respond(request, form, _change("conduct.open", subject, title, act))


@require_http_methods(_METHODS)
@staff_view
def close(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Record the outcome of an entry; whoever decides has it before them, so it is a reading too."""
    row = entries.read(by=request.actor, on=request.on, entry_id=pk)
    form = forms.OutcomeForm(posted(request), initial={"version": row.version})

    def act(data: dict[str, Any]) -> str:
        entries.decide(
            by=request.actor,
            on=request.on,
            entry_id=row.id,
            outcome=data["outcome"],
            version=data["version"],
        )
        return reverse("conduct:card", args=[row.id])

    subject = entries.subject_of(row, request.actor, request.on)
    return respond(request, form, _change("conduct.decide", subject, _("Record the outcome"), act))


def state_badge(state: str) -> Text:
    """How an entry stands."""
    return badge(str(State(state).label), "warning" if state == State.OPENED else "success")


def _change(power: str, subject: Subject, title: str, act: Any) -> Change:
    return Change(
        power=power,
        subject=subject,
        title=title,
        submit=_("Save"),
        crumbs=[Crumb(_("Conduct, gifts and contacts"), reverse("conduct:list"))],
        act=act,
    )
