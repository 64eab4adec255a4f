"""The reference pages: the sections, the records of one, and a record, on the day asked for."""

from __future__ import annotations

from datetime import date

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.authority.scope import scope_of
from qadaga.common.errors import NotFound
from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.web.components import Crumb
from qadaga.web.law import limits, lists, presenter, running, uses
from qadaga.web.law.links import suffix
from qadaga.web.law.power_filter import PowersForm
from qadaga.web.law.sections import SECTIONS, Section, section_of
from qadaga.web.names import language
from qadaga.web.offices import day
from qadaga.web.rulings import edition_text
from qadaga.web.views import StaffRequest, staff_view


@implements("O.2")
@require_GET
@staff_view
def index(request: StaffRequest) -> HttpResponse:
    """What the reference holds, and the questions to begin with."""
    on, form, shown = asked(request)
    state = catalogue.law().at(on)
    sections = [
        (
            reverse("law:section", args=[s.name]) + suffix(shown),
            s.title,
            s.about,
            s.icon,
            len(s.records(state)),
        )
        for s in SECTIONS.values()
        if s.records(state)
    ]
    questions = [
        (reverse("law:question", args=[one.id]), one.title.get(language()))
        for one in catalogue.load().questions.values()
    ]
    context = {
        "day": form,
        "note": presenter.state_note(state, on),
        "edition": edition_text(state.edition),
        "sections": sections,
        "questions": questions,
    }
    return render(request, "law/index.html", context, status=_status(form))


@require_GET
@staff_view
def section(request: StaffRequest, section: str) -> HttpResponse:
    """All records of a section."""
    shown_section = section_of(section)
    on, form, shown = asked(request)
    state = catalogue.law().at(on)
    sought = PowersForm(request.GET, state) if section == "powers" else None
    context = {
        "title": shown_section.title,
        "subtitle": shown_section.about,
        "crumbs": [_home(shown)],
        "day": form,
        "note": presenter.state_note(state, on),
        "blocks": lists.blocks(shown_section, state, shown, sought.powers() if sought else None),
        "sought": sought,
        "shown": shown,
    }
    wrong = sought is not None and not sought.is_valid()
    return render(request, "law/section.html", context, status=422 if wrong else _status(form))


@require_GET
@staff_view
def record(request: StaffRequest, section: str, name: str) -> HttpResponse:
    """One record: what, who, when, on which clauses, and what speaks of it."""
    shown_section = section_of(section)
    on, form, shown = asked(request)
    found = presenter.find(shown_section, name, on)
    if found is None:
        raise NotFound
    scope = scope_of(request.actor, request.on)
    used = [
        *limits.block(section, name, on),
        *running.block(section, name, scope, request.on),
        *uses.block(section, found.record, found.state, scope, on),
    ]
    context = {
        "page": presenter.page(shown_section, found, shown, used),
        "change_url": limits.address(request, section, name),
        "crumbs": [_home(shown), _section_crumb(shown_section, shown)],
        "day": form,
        "note": presenter.absence_note(found, on),
    }
    return render(request, "law/record.html", context, status=_status(form))


def asked(request: StaffRequest) -> tuple[date, forms.Form, date | None]:
    """The day to show, the form that asks for another, and the day for the links: None for today."""
    on, form = day.asked(request, request.on)
    return on, form, None if on == request.on else on


def _home(shown: date | None) -> Crumb:
    return Crumb(_("Law"), reverse("law:index") + suffix(shown))


def _section_crumb(shown_section: Section, shown: date | None) -> Crumb:
    return Crumb(str(shown_section.title), reverse("law:section", args=[shown_section.name]) + suffix(shown))


def _status(form: forms.Form) -> int:
    return 422 if form.errors else 200
