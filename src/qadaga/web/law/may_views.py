"""The page "May I?": a question about competence, and the ruling on it step by step, live."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.law import catalogue
from qadaga.law.coverage import implements
from qadaga.offices.tree import tree
from qadaga.web.components import Crumb
from qadaga.web.law import may_presenter as presenter
from qadaga.web.law.conditions import first_about
from qadaga.web.law.may_choices import power_label, power_labels, power_of
from qadaga.web.law.may_form import MayForm
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view

FIRST_POWER = "act.sign"


@implements("O.9", "L.2.1")
@require_GET
@staff_view
def may(request: StaffRequest) -> HttpResponse:
    """The question in the address, or that of the person's own post, and its answer."""
    form = MayForm(_asked(request), request.on)
    context: dict[str, Any] = {
        "form": form,
        "crumbs": [Crumb(_("Law"), reverse("law:index"))],
        "offices": _offices(request) if not request.htmx else (),
        "powers": power_labels() if not request.htmx else (),
    }
    url = ""
    if form.is_valid():
        facts, on = form.facts(), form.cleaned_data["on"]
        form.name_offices()
        shown = None if on == request.on else on
        url = presenter.question_url(facts, on)
        context |= {"answer": presenter.answer(facts, on, shown), "power": facts.power, "url": url}
        context["share"] = request.build_absolute_uri(url)
    template = "law/_may.html" if request.htmx else "law/may.html"
    response = render(request, template, context, status=422 if form.errors else 200)
    if request.htmx and url:
        response["HX-Replace-Url"] = url
    return response


def _asked(request: StaffRequest) -> QueryDict:
    """What the address asks; what it leaves out is taken from the person's own post and from today."""
    asked = request.GET.copy()
    who = request.actor.who(request.on)
    if "power" not in asked:
        asked["power"] = FIRST_POWER
    if who is not None:
        if "post" not in asked:
            asked["post"] = who.post
            asked.setdefault("acting", "on" if who.acting else "")
        if "office" not in asked and "kind" not in asked:
            asked["office"] = who.office
    if not asked.get("on"):
        asked["on"] = request.on.isoformat()
    power = power_of(str(asked["power"]))
    if not asked.get("about"):
        asked["about"] = first_about(catalogue.load().powers.get(power))
    asked["power"] = power_label(power)
    asked.setdefault("holder", "own")
    _kind_of_act(asked)
    return asked


def _kind_of_act(asked: QueryDict) -> None:
    """A kind of act among the marks of an address is asked for by its own field."""
    kinds = catalogue.load().act_kinds
    marks = asked.getlist("mark")
    asked.setlist("mark", [mark for mark in marks if mark not in kinds])
    if not asked.get("act_kind"):
        asked["act_kind"] = next((mark for mark in marks if mark in kinds), "")


def _offices(request: StaffRequest) -> list[str]:
    """Every office of the day as the field offers it: its name, and its code in brackets."""
    nodes = tree(request.on).nodes.values()
    return [f"{node.name_in(language())} ({node.code})" for node in nodes]
