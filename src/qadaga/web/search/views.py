"""The search page. What is looked for is posted: names and numbers of people stand in no address."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from qadaga.authority.lists import search
from qadaga.authority.scope import scope_of
from qadaga.offices.selectors import names_of
from qadaga.web.forms import BaseForm
from qadaga.web.law.search_views import Shown
from qadaga.web.law.search_views import shown as search_law
from qadaga.web.names import language
from qadaga.web.search.presenters import ResultPage, result_page
from qadaga.web.views import StaffRequest, staff_view

KINDS = [
    ("", _("Everywhere")),
    ("appeal", _("Appeals")),
    ("matter", _("Matters")),
    ("act", _("Acts")),
    ("inspection", _("Inspections")),
    ("order", _("Orders")),
]


class SearchForm(BaseForm):
    """What to look for, and among what."""

    q = forms.CharField(label=_("Number, name, IIN, BIN or words"), max_length=200)
    kind = forms.ChoiceField(label=_("Among"), choices=KINDS, required=False, widget=forms.RadioSelect)
    cursor = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["submission"]  # looking twice does nothing twice


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def search_page(request: StaffRequest) -> HttpResponse:
    """The form and, after it was sent, what was found in the person's scope."""
    form = SearchForm(request.POST) if request.method == "POST" else SearchForm(initial={"kind": ""})
    if not form.is_bound or not form.is_valid():
        return render(request, "search/page.html", {"form": form}, status=422 if form.is_bound else 200)
    asked = form.cleaned_data
    context: dict[str, Any] = {"form": form}
    with form.faults():
        context |= {"asked": asked, "page": _found(request, asked)}
        context["law_hits"] = _in_law(request, asked)
    return render(request, "search/page.html", context, status=200 if "page" in context else 422)


def _in_law(request: StaffRequest, asked: dict[str, Any]) -> list[Shown]:
    """What of the law answers the words, on the first page of a search everywhere."""
    if asked["kind"] or asked["cursor"]:
        return []
    return search_law(asked["q"], request.on, most=5)


def _found(request: StaffRequest, asked: dict[str, Any]) -> ResultPage:
    scope = scope_of(request.actor, request.on)
    found = search.find(scope, asked["q"], today=request.on, kind=asked["kind"], cursor=asked["cursor"])
    offices = names_of({row["office_id"] for row in found.rows}, language()) if found.rows else {}
    return result_page(found, offices, first=not asked["cursor"])
