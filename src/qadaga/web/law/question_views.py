"""The page of a self-check question."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from qadaga.common.errors import NotFound
from qadaga.law import catalogue
from qadaga.web.components import Crumb
from qadaga.web.law import presenter
from qadaga.web.law.answers import Asked
from qadaga.web.law.links import clause_link, joined, suffix
from qadaga.web.law.questions import parts
from qadaga.web.law.views import asked
from qadaga.web.names import language
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def question(request: StaffRequest, question: str) -> HttpResponse:
    """The answer to a question by the law and the structure of the day."""
    one = catalogue.load().questions.get(question)
    if one is None:
        raise NotFound
    on, form, shown = asked(request)
    state = catalogue.law().at(on)
    context = {
        "title": one.title.get(language()),
        "gist": one.gist.get(language()),
        "crumbs": [Crumb(_("Law"), reverse("law:index") + suffix(shown))],
        "day": form,
        "note": presenter.state_note(state, on),
        "parts": parts(one, Asked(state, on, shown)),
        "clause": joined([clause_link(norm.clause, shown) for norm in one.citations], " "),
        "others": [
            (reverse("law:question", args=[other.id]) + suffix(shown), other.title.get(language()))
            for other in catalogue.load().questions.values()
            if other is not one
        ],
    }
    return render(request, "law/question.html", context, status=422 if form.errors else 200)
