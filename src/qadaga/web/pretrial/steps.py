"""Every step on a case: the power, the form, the service."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga.supervision.pretrial import selectors, services
from qadaga.supervision.pretrial.choices import EntryKind
from qadaga.supervision.pretrial.models import Case
from qadaga.supervision.pretrial.subject import DECIDE, KEEP, SANCTION, case_subject
from qadaga.web.deaths import DEATH
from qadaga.web.pretrial import forms
from qadaga.web.steps import Desk, Step, StepForm, ruled_by
from qadaga.web.views import StaffRequest

Perform = Callable[[Case, Any, StaffRequest], None]


def find_case(request: StaffRequest, pk: UUID) -> Case:
    """The case within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read_case(request.actor, request.on, pk)


def _row(form: StepForm, name: str = "row") -> UUID:
    return UUID(form.cleaned_data[name])


def _assign(case: Case, form: StepForm, request: StaffRequest) -> None:
    services.assign(case_id=case.id, assignee_id=_row(form, "assignee"), **form.stamp)


def _entry(kind: str) -> Perform:
    def perform(case: Case, form: StepForm, request: StaffRequest) -> None:
        given = form.picked("done_on", "norm", "outcome")
        services.enter(case_id=case.id, kind=kind, **given, **form.stamp)

    return perform


def _course(case: Case, form: StepForm, request: StaffRequest) -> None:
    services.record_course(case_id=case.id, **form.picked("course", "happened_on", "said"), **form.stamp)


def _party(case: Case, form: StepForm, request: StaffRequest) -> None:
    named = services.Named(**form.picked("role", "name", "iin", "minor"))
    services.add_party(case_id=case.id, named=named, **form.stamp)


def _detain(case: Case, form: StepForm, request: StaffRequest) -> None:
    moment = form.cleaned_data["moment"]
    services.detain(case_id=case.id, party_id=_row(form, "party"), detained_at=moment, **form.stamp)


def _release(case: Case, form: StepForm, request: StaffRequest) -> None:
    moment = form.cleaned_data["moment"]
    services.release(case_id=case.id, party_id=_row(form, "party"), released_at=moment, **form.stamp)


def _death(case: Case, form: StepForm, request: StaffRequest) -> None:
    death = services.Death(*form.picked(*DEATH).values())
    services.record_death(case_id=case.id, party_id=_row(form, "party"), death=death, **form.stamp)


def _lives(case: Case, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("why")
    services.correct_death(case_id=case.id, party_id=_row(form, "party"), **given, **form.stamp)


def _ask_sanction(case: Case, form: forms.SanctionForm, request: StaffRequest) -> None:
    given = form.picked("measure", "asked_on", "asked_by", "why")
    asked = services.Asked(party_id=form.party_id(), **given)
    services.ask_sanction(case_id=case.id, asked=asked, **form.stamp)


def _sanction(case: Case, form: forms.SaidForm, request: StaffRequest) -> None:
    grant = form.cleaned_data["decision"] == "granted"
    on: dict[str, Any] = {"case_id": case.id, **form.stamp}
    services.decide_sanction(sanction_id=_row(form), grant=grant, said=form.said(), **on)


def _ask_longer(case: Case, form: forms.LongerForm, request: StaffRequest) -> None:
    given = form.picked("until", "asked_on", "asked_by", "why")
    longer = services.Longer(party_id=form.party_id(), **given)
    services.ask_longer(case_id=case.id, longer=longer, **form.stamp)


def _longer(case: Case, form: forms.SaidForm, request: StaffRequest) -> None:
    agree = form.cleaned_data["decision"] == "agreed"
    given = {"prolongation_id": _row(form), "agree": agree, **form.picked("outside")}
    services.decide_longer(case_id=case.id, **given, said=form.said(), **form.stamp)


def _complaint(case: Case, form: forms.ComplaintForm, request: StaffRequest) -> None:
    services.take_complaint(case_id=case.id, complained=form.complained(), **form.stamp)


def _decide(case: Case, form: forms.SaidForm, request: StaffRequest) -> None:
    given = form.picked("decision", "told_how")
    services.decide_complaint(
        case_id=case.id, complaint_id=_row(form), said=form.said(), **given, **form.stamp
    )


def _instruct(case: Case, form: forms.SaidForm, request: StaffRequest) -> None:
    services.instruct(case_id=case.id, said=form.said(), **form.picked("days"), **form.stamp)


def _executed(case: Case, form: StepForm, request: StaffRequest) -> None:
    executed = form.cleaned_data["executed"] == "executed"
    given = form.picked("reported_on", "report")
    services.record_execution(
        case_id=case.id, instruction_id=_row(form), executed=executed, **given, **form.stamp
    )


def _served(case: Case, form: forms.ServedForm, request: StaffRequest) -> None:
    services.deliver(case_id=case.id, row_id=_row(form), delivered=form.delivered(), **form.stamp)


def _silent(case: Case, form: StepForm, request: StaffRequest) -> None:
    given = form.picked("undone")
    services.record_silence(case_id=case.id, instruction_id=_row(form), **given, **form.stamp)


def _cancel(case: Case, form: forms.SaidForm, request: StaffRequest) -> None:
    decided = services.Decided(**form.picked("decision", "decided_on", "decided_by", "ground"))
    services.cancel(case_id=case.id, decided=decided, said=form.said(), **form.stamp)


def _matter(case: Case, form: StepForm, request: StaffRequest) -> None:
    services.link_matter(case_id=case.id, matter_id=_row(form, "matter"), **form.stamp)


def _violation(case: Case, form: StepForm, request: StaffRequest) -> None:
    services.count_violation(case_id=case.id, row_id=_row(form), **form.stamp)


def _protected(case: Case, form: StepForm, request: StaffRequest) -> None:
    restored = services.Restored(**form.picked("restored", "restored_on", "told_how"))
    services.count_protected(case_id=case.id, party_id=_row(form, "party"), restored=restored, **form.stamp)


STEPS: dict[str, Step[Case]] = {
    "assign": Step("investigation.assign", forms.AssignForm, _assign),
    "sanction": Step(SANCTION, forms.DecideSanctionForm, _sanction),
    "longer": Step("investigation.prolong", forms.DecideLongerForm, _longer),
    "decide": Step(DECIDE, forms.DecideComplaintForm, _decide, label=_("Decide a complaint")),
    "instruct": Step("investigation.instruct", forms.InstructForm, _instruct),
    "cancel": Step("investigation.cancel_decision", forms.CancelForm, _cancel),
    "study": Step("investigation.study", forms.EntryForm, _entry(EntryKind.STUDY)),
    "action": Step("procedure.act", forms.EntryForm, _entry(EntryKind.ACTION)),
    "party": Step(KEEP, forms.PartyForm, _party, label=_("Enter somebody of the case")),
    "detain": Step(KEEP, forms.DetainForm, _detain, label=_("Record a detention")),
    "release": Step(KEEP, forms.DetainForm, _release, label=_("Record a release")),
    "died": Step(KEEP, forms.DeathForm, _death, label=_("Record a death")),
    "lives": Step("investigation.correct_death", forms.LivesForm, _lives),
    "ask-sanction": Step(KEEP, forms.SanctionForm, _ask_sanction, label=_("Register a request for consent")),
    "ask-longer": Step(KEEP, forms.LongerForm, _ask_longer, label=_("Register a request for a longer term")),
    "complaint": Step(KEEP, forms.ComplaintForm, _complaint, label=_("Register a complaint")),
    "executed": Step(
        KEEP, forms.ExecutedForm, _executed, label=_("Record what the body reported of a paper")
    ),
    "served": Step(
        KEEP,
        forms.ServedForm,
        _served,
        label=_("Record that a paper was delivered"),
        text=_("The term of what has to follow runs from that day."),
    ),
    "silent": Step(
        KEEP,
        forms.SilentForm,
        _silent,
        label=_("Record that no report came"),
        text=_("Once its term is over: it counts as a violation in the matter of the results."),
    ),
    "course": Step(KEEP, forms.CourseForm, _course, label=_("Record the course of the investigation")),
    "matter": Step(KEEP, forms.MatterForm, _matter, label=_("Choose the matter of the results")),
    "violation": Step(KEEP, forms.ViolationForm, _violation, label=_("Count a violation in the matter")),
    "protected": Step(KEEP, forms.ProtectedForm, _protected, label=_("Count a protected person")),
}
CASES: Desk[Case] = Desk(
    kind="investigation",
    find=find_case,
    name=lambda case: case.erdr,
    card_url=lambda case: reverse("investigations:card", args=[case.id]),
    ruling=ruled_by(case_subject),
    steps=STEPS,
)
