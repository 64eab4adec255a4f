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
from qadaga.web.law.links import clause_link, suffix
from qadaga.web.law.questions import QUESTIONS, parts
from qadaga.web.law.views import asked
from qadaga.web.views import StaffRequest, staff_view


@require_GET
@staff_view
def question(request: StaffRequest, question: str) -> HttpResponse:
    """The answer to a question by the law and the structure of the day."""
    one = QUESTIONS.get(question)
    if one is None:
        raise NotFound
    on, form, shown = asked(request)
    state = catalogue.law().at(on)
    context = {
        "title": one.title,
        "crumbs": [Crumb(_("Law"), reverse("law:index") + suffix(shown))],
        "day": form,
        "note": presenter.state_note(state, on),
        "parts": parts(one, Asked(state, on, shown)),
        "clause": clause_link(one.clause, shown),
        "others": [
            (reverse("law:question", args=[slug]) + suffix(shown), other.title)
            for slug, other in QUESTIONS.items()
            if slug != question
        ],
    }
    return render(request, "law/question.html", context, status=422 if form.errors else 200)
