"""The search over the law. What is looked for is posted, as in the other search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from qadaga.authority.lists.search import stems
from qadaga.authority.lists.search.law import Hit, beginnings, find, matches
from qadaga.law import catalogue
from qadaga.law.records import LANGUAGES, Record, Text
from qadaga.web.components import Crumb
from qadaga.web.forms import BaseForm
from qadaga.web.law.links import record_url
from qadaga.web.law.sections import SECTIONS
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view

_PIECES = re.compile(r"([^\W_]+)")


class LawSearchForm(BaseForm):
    """What to look for in the law."""

    q = forms.CharField(label=gettext_lazy("Words, or the number of a clause"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["submission"]  # looking twice does nothing twice


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit as the page shows it, what was looked for marked."""

    url: str
    section: str
    title: SafeString
    text: SafeString


@require_http_methods(["GET", "HEAD", "POST"])
@staff_view
def search(request: StaffRequest) -> HttpResponse:
    """The form, and after it was sent what of the law answers it; for htmx the results only."""
    form = LawSearchForm(request.POST) if request.method == "POST" else LawSearchForm()
    context: dict[str, Any] = {"form": form, "crumbs": [Crumb(_("Law"), reverse("law:index"))]}
    if form.is_bound and form.is_valid():
        hits = shown(form.cleaned_data["q"], request.on)
        context |= {"hits": hits, "asked": form.cleaned_data["q"]}
    template = "law/_results.html" if request.htmx else "law/search.html"
    wrong = form.is_bound and not form.is_valid()
    return render(request, template, context, status=422 if wrong else 200)


def shown(text: str, on: date, most: int = 60) -> list[Shown]:
    """What of the law of the day answers the text, the best first."""
    asked = [beginnings(word) for word in stems.words(text)]
    return [_shown(hit, asked) for hit in find(text, catalogue.law().at(on))[:most]]


def _shown(hit: Hit, asked: Sequence[Sequence[str]]) -> Shown:
    record = hit.record
    code = _language_of(record, asked)
    title = record.title.get(language())
    heading = f"{record.id} {title}" if hit.section == "provisions" else title
    other = record.title if code != language() else record.gist
    return Shown(
        url=record_url(hit.section, record.id),
        section=str(SECTIONS[hit.section].title),
        title=marked(heading[:1].upper() + heading[1:], asked),
        text=marked(_second(record, other, code), asked),
    )


def _second(record: Record, other: Text, code: str) -> str:
    parts = [other.get(code)] if other is record.title else []
    parts.append(record.gist.get(code))
    return " — ".join(part for part in parts if part)


def _language_of(record: Record, asked: Sequence[Sequence[str]]) -> str:
    """The language in which the words stand in the record: the page's own, if it has them."""
    for code in (language(), *LANGUAGES):
        text = f"{record.title.get(code)} {record.gist.get(code)}"
        if any(matches(word, asked) for word in stems.words(text)):
            return code
    return language()


def marked(text: str, asked: Sequence[Sequence[str]]) -> SafeString:
    """The text with the words that were looked for marked."""
    pieces = []
    for piece in _PIECES.split(text):
        found = stems.words(piece)
        hit = bool(found) and matches(found[0], asked)
        pieces.append(format_html("<mark>{}</mark>", piece) if hit else escape(piece))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped
