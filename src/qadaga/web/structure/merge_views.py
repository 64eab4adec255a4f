"""Merging offices: choose them, see what passes on, give everybody a post, and do it by order."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from qadaga import authority
from qadaga.common.errors import NotFound
from qadaga.offices import selectors
from qadaga.offices.models import Office
from qadaga.offices.tree import tree
from qadaga.organisation import subjects
from qadaga.organisation.restructuring import merge_people, merging
from qadaga.organisation.restructuring.selectors import passes_on
from qadaga.web.components import Crumb
from qadaga.web.forms import posted
from qadaga.web.names import language
from qadaga.web.offices.editing import Change, respond
from qadaga.web.structure import presenters
from qadaga.web.structure.merge_forms import NEW, ChooseForm, MergeForm
from qadaga.web.views import StaffRequest, staff_view

METHODS = ["GET", "HEAD", "POST"]
MOST = 12


@require_GET
@staff_view
def choose(request: StaffRequest, code: str) -> HttpResponse:
    """Which of the offices under this one are merged, and into which."""
    above = selectors.office_by_code(code)
    subject = subjects.of_office(above, request.on, by=request.actor)
    authority.admit(request.actor, "office.close", subject, on=request.on)
    nodes = tree(request.on).below.get(above.id, ())
    asked = "office" in request.GET or "into" in request.GET
    form = ChooseForm(request.GET if asked else None, nodes=nodes)
    if form.is_valid():
        query = urlencode({**form.cleaned_data, "office": sorted(form.cleaned_data["office"])}, doseq=True)
        return redirect(f"{reverse('structure:merge')}?{query}")
    context = {"form": form, "title": _("Merge offices"), "crumbs": crumbs(above), "nodes": nodes}
    return render(request, "structure/merge_choose.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
@staff_view
def merge(request: StaffRequest) -> HttpResponse:
    """The day, the order, and what becomes of everybody who serves there."""
    closing, into = _chosen(request)
    people = merge_people.serving_on(closing, request.on)
    form = MergeForm(
        posted(request),
        closing=closing,
        into=into,
        people=people,
        on=request.on,
        initial={"starts_on": request.on},
    )

    def act(data: dict[str, Any]) -> str:
        row = merging.merge(by=request.actor, on=request.on, merger=form.merger())
        return f"{card(row)}?on={data['starts_on'].isoformat()}"

    change = Change(
        power="office.close",
        subject=subjects.of_office(closing[0], request.on, by=request.actor),
        title=_("Merge offices"),
        submit=_("Merge"),
        crumbs=crumbs(closing[0].parent or closing[0]),
        act=act,
        note=presenters.passing(closing, into, passes_on(closing)),
        beside=presenters.cards_of(*closing, into),
    )
    return respond(request, form, change)


def _chosen(request: StaffRequest) -> tuple[list[Office], Office | None]:
    codes = list(dict.fromkeys(request.GET.getlist("office")))[:MOST]
    if not codes:
        raise NotFound()
    closing = [selectors.office_by_code(code) for code in codes]
    into = request.GET.get("into", NEW)
    return closing, None if into == NEW else selectors.office_by_code(into)


def crumbs(office: Office) -> list[Crumb]:
    """The tree, then the office."""
    return [Crumb(_("Offices"), reverse("offices:tree")), Crumb(office.name_in(language()), card(office))]


def card(office: Office) -> str:
    """The address of the office's card."""
    return reverse("offices:card", args=[office.code])
