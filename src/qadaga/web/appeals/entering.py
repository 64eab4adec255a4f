"""The pages with the form of a registration: a new appeal, a correction, a challenge."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from qadaga import authority
from qadaga.appeals import services
from qadaga.appeals.entry import AppealEntry
from qadaga.appeals.models import Appeal
from qadaga.appeals.rereading import entry_of
from qadaga.appeals.subject import new_subject
from qadaga.authority import NotPermitted
from qadaga.common.errors import Stale
from qadaga.documents.services import store
from qadaga.law.model import Ruling
from qadaga.staff.selectors import people_of
from qadaga.web.appeals import steps
from qadaga.web.appeals.earlier import beside
from qadaga.web.appeals.forms.decided import ChallengeForm, CorrectionForm
from qadaga.web.appeals.forms.entry import ROWS, EntryForm, applicant_initial, initial_of, rows_of
from qadaga.web.components import Changed, Crumb
from qadaga.web.names import post_title
from qadaga.web.rulings import power_title, ruling_view
from qadaga.web.views import StaffRequest, staff_view


@dataclass(frozen=True, slots=True)
class Page:
    """One visit to a page with the form; `perform` does it and gives the address of the result."""

    request: StaffRequest
    power: str
    ruling: Ruling
    form_class: type[EntryForm]
    perform: Callable[[Any], str]
    first: Callable[[], dict[str, Any]]
    about: Appeal | None = None

    def answer(self) -> HttpResponse:
        """The page, or where to go when it is done."""
        if not self.ruling.allowed:
            raise NotPermitted(self.ruling)
        if self.request.method != "POST":
            return self.show(self.fresh())
        if {"add", "remove", "look"} & self.request.POST.keys():
            return self.show(self.form(self.rearranged()))
        return self.carry_out(self.form(self.request.POST))

    def fresh(self) -> EntryForm:
        """The form as it opens."""
        return self.form_class(**self.given(), **self.first())

    def form(self, data: QueryDict) -> EntryForm:
        """The form as it was sent."""
        return self.form_class(data, self.request.FILES, **self.given())

    def given(self) -> dict[str, Any]:
        """What every form of the page is given."""
        return {"actor": self.request.actor, "people": self.people}

    def people(self) -> list[tuple[str, str]]:
        """The choices of an official complained of; asked for only where they are shown or one was chosen."""
        held = people_of(self.request.actor.office_id, self.request.on)
        choices = {
            str(one.person_id): f"{one.person.short_name}, {post_title(one.post, kind=one.office.kind)}"
            for one in held
        }
        # Whoever is registered stays a choice, though they left or are of another office.
        official = self.about.official if self.about else None
        if official is not None:
            choices.setdefault(str(official.id), official.short_name)
        return list(choices.items())

    def rearranged(self) -> QueryDict:
        """What was sent, with a row of an applicant more or less (without JavaScript)."""
        data = self.request.POST.copy()
        rows = rows_of(data)
        if "add" in data:
            rows.append(max(rows) + 1)
        kept = [row for row in rows if str(row) != data.get("remove")]
        data.setlist(ROWS, [str(row) for row in kept or [0]])
        return data

    def carry_out(self, form: EntryForm) -> HttpResponse:
        """Do it once; the page again with what is wrong, or with what somebody else changed meanwhile."""
        try:
            done = form.carry_out(self.request, lambda: self.perform(form))
        except Stale as error:
            return self.show(form, HTTPStatus.PRECONDITION_FAILED, changes=self.overtaken(form, error))
        if done is None:
            return self.show(form, HTTPStatus.UNPROCESSABLE_ENTITY, checked=True)
        if done.fresh:
            messages.success(self.request, _("Done: %(step)s.") % {"step": power_title(self.power)})
        return redirect(done.result)

    def overtaken(self, form: EntryForm, error: Stale) -> list[Changed]:
        """What stands in the register now where it is not what was typed; the form may then be sent again."""
        assert self.about is not None
        now = steps.find(self.request, self.about.id)
        data = form.data.copy()  # type: ignore[attr-defined]  # bound forms hold a QueryDict
        data["version"] = str(error.current_version)
        form.data = data
        return form.differing(entry_of(now))

    def show(
        self,
        form: EntryForm,
        status: int = 200,
        *,
        checked: bool = False,
        changes: list[Changed] | None = None,
    ) -> HttpResponse:
        """The page with the form as it stands; errors are shown only when it was sent to be done."""
        if form.is_bound and not checked:
            form.forget_errors()
        name = self.about.number if self.about else ""
        context = {
            "title": power_title(self.power).capitalize(),
            "form": form,
            "changes": changes,
            "crumbs": [Crumb(name, steps.card_url(self.about))] if self.about else [],
            **(beside(self.request, self.request.POST) if form.is_bound else {}),
            "ruling": ruling_view(self.ruling),
            "back": steps.card_url(self.about) if self.about else "",
        }
        return render(self.request, "appeals/entry.html", context, status=status)


@staff_view
def new(request: StaffRequest) -> HttpResponseBase:
    """Register an appeal; the next page is its card, from where the coupon is printed."""

    def perform(form: EntryForm) -> str:
        appeal = services.register(entry=form.entry(), by=request.actor, on=request.on)
        for upload in form.cleaned_data["uploads"]:
            stored = store(upload, upload.name or "file", by=request.actor)
            services.attach(
                appeal_id=appeal.id, file=stored, title=stored.name, by=request.actor, on=request.on
            )
        return f"{steps.card_url(appeal)}?registered=1"

    ruling = authority.may(
        request.actor, "appeal.register", new_subject(request.actor, request.on), on=request.on
    )
    first = {"initial": {"arrived_on": request.on, "language": request.actor.language, "kind": "complaint"}}
    return Page(request, "appeal.register", ruling, EntryForm, perform, lambda: first).answer()


@staff_view
def correct(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Correct a registration by a reasoned decision; the number stays."""
    appeal = steps.find(request, pk)

    def perform(form: CorrectionForm) -> str:
        values = form.cleaned_data
        services.correct(
            appeal_id=appeal.id,
            entry=_same_body(form.entry(), appeal),
            ground=values["ground"],
            reason=values["reason"],
            version=values["version"] or 0,
            by=request.actor,
            on=request.on,
        )
        return steps.card_url(appeal)

    ruling = steps.ruling(appeal, "appeal.correct", request)
    return Page(
        request, "appeal.correct", ruling, CorrectionForm, perform, lambda: _first(appeal), appeal
    ).answer()


@staff_view
def challenge(request: StaffRequest, pk: UUID) -> HttpResponseBase:
    """Register a challenge of what was answered; it goes to the office above."""
    appeal = steps.find(request, pk)

    def perform(form: ChallengeForm) -> str:
        challenged = services.challenge(
            appeal_id=appeal.id,
            entry=_same_body(form.entry(), appeal),
            version=form.cleaned_data["version"] or 0,
            by=request.actor,
            on=request.on,
        )
        return steps.card_url(challenged)

    def first() -> dict[str, Any]:
        given = _first(appeal)
        again = {"summary": "", "arrived_on": request.on, "kind": "complaint", "repeats": None}
        return {**given, "initial": {**given["initial"], **again}}

    ruling = steps.ruling(appeal, "appeal.challenge", request)
    return Page(request, "appeal.challenge", ruling, ChallengeForm, perform, first, appeal).answer()


def _body_text(appeal: Appeal) -> str:
    return appeal.body.name("ru") if appeal.body else appeal.body_name


def _same_body(entry: AppealEntry, appeal: Appeal) -> AppealEntry:
    """The entry with the registered body where its name was left as it is, though others bear it too."""
    if entry.body_id is None and appeal.body_id and entry.body_name == _body_text(appeal):
        return replace(entry, body_id=appeal.body_id, body_name="")
    return entry


def _first(appeal: Appeal) -> dict[str, Any]:
    entry = entry_of(appeal)
    body = _body_text(appeal)
    applicants = [applicant_initial(one) for one in entry.applicants] or [{}]
    return {
        "initial": {**initial_of(entry, body), "version": appeal.version},
        "applicants": applicants,
    }
