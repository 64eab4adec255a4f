"""Every step on a case, a judicial act under study and a hearing: the power, the form, the service."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from qadaga import authority
from qadaga.court import selectors, services
from qadaga.court.models import Case, Hearing, Review
from qadaga.court.subject import Card, subject_of
from qadaga.law.model import Ruling
from qadaga.matters.dying import entered
from qadaga.web.acts.forms import NothingForm, ProofForm
from qadaga.web.court import forms
from qadaga.web.deaths import DEATH
from qadaga.web.steps import Desk, Step, StepForm
from qadaga.web.views import StaffRequest

KEEP = "court.keep"


def find_case(request: StaffRequest, pk: UUID) -> Case:
    """The case within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read(Case, request.actor, request.on, pk)


def find_review(request: StaffRequest, pk: UUID) -> Review:
    """The judicial act within the person's scope; NotFound otherwise, the reading journalled."""
    return selectors.read(Review, request.actor, request.on, pk)


def find_hearing(request: StaffRequest, pk: UUID) -> Hearing:
    """The hearing within the person's scope; NotFound otherwise."""
    return selectors.read_hearing(request.actor, request.on, pk)


def _ruling(card: Card, power: str, request: StaffRequest) -> Ruling:
    subject = subject_of(card, request.actor, request.on, power=power)
    return authority.offered(request.actor, power, subject, request.on)


def _named(card: Card, form: StepForm, request: StaffRequest) -> None:
    officer = UUID(form.cleaned_data["officer"])
    services.assign(pk=card.id, model=type(card), officer_id=officer, **form.stamp)


def _conflict(card: Card, form: StepForm, request: StaffRequest) -> None:
    reason = form.cleaned_data["reason"]
    services.declare_conflict(pk=card.id, model=type(card), reason=reason, **form.stamp)


def _hearing(card: Card, form: forms.HearingForm, request: StaffRequest) -> None:
    services.set_hearing(pk=card.id, model=type(card), sitting=form.sitting(), **form.stamp)


def _charge(case: Case, form: forms.ChargeForm, request: StaffRequest) -> None:
    services.charge(case_id=case.id, charged=form.charged(), written=form.written(), **form.stamp)


def _drop(case: Case, form: forms.DropForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    services.drop(
        case_id=case.id,
        death=entered(**form.picked(*DEATH)),
        accused_id=UUID(values["accused"]),
        written=form.written(),
        **form.stamp,
    )


def _transfer(case: Case, form: forms.TransferForm, request: StaffRequest) -> None:
    number = form.cleaned_data["number"]
    services.transfer(case_id=case.id, number=number, written=form.written(), **form.stamp)


def _position(case: Case, form: StepForm, request: StaffRequest) -> None:
    position, clears = form.cleaned_data["position"], form.cleaned_data.get("clears", False)
    services.take_position(case_id=case.id, position=position, clears=clears, **form.stamp)


def _conclude(case: Case, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.conclude(case_id=case.id, written=form.written(), **form.stamp)


def _decide(case: Case, form: forms.VerdictForm, request: StaffRequest) -> None:
    services.decide_case(case_id=case.id, decided=form.decided(form.verdicts()), **form.stamp)


def _appeal(case: Case, form: forms.AppealForm, request: StaffRequest) -> None:
    clears = form.cleaned_data.get("clears", False)
    services.appeal(case_id=case.id, written=form.written(), clears=clears, **form.stamp)


def _died(case: Case, form: StepForm, request: StaffRequest) -> None:
    accused = UUID(form.cleaned_data["accused"])
    death = services.Death(*form.picked(*DEATH).values())
    services.record_death(case_id=case.id, accused_id=accused, death=death, **form.stamp)


def _lives(case: Case, form: StepForm, request: StaffRequest) -> None:
    accused = UUID(form.cleaned_data["accused"])
    services.correct_death(case_id=case.id, accused_id=accused, **form.picked("why"), **form.stamp)


def _close(case: Case, form: StepForm, request: StaffRequest) -> None:
    services.close_case(case_id=case.id, **form.stamp)


def _call(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.call(review_id=review.id, what="case", written=form.written(), **form.stamp)


def _call_execution(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.call(review_id=review.id, what="execution", written=form.written(), **form.stamp)


def _deliver(review: Review, form: ProofForm, request: StaffRequest) -> None:
    services.deliver(review_id=review.id, delivered=form.delivered(), **form.stamp)


def _receive(review: Review, form: StepForm, request: StaffRequest) -> None:
    services.receive(review_id=review.id, **form.picked("received_on", "volumes"), **form.stamp)


def _send_back(review: Review, form: StepForm, request: StaffRequest) -> None:
    returned = form.cleaned_data["returned_on"]
    services.send_back(review_id=review.id, returned_on=returned, **form.stamp)


def _study(review: Review, form: StepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    studied = services.Studied(values["findings"], values["unlawful"])
    services.study(review_id=review.id, studied=studied, **form.stamp)


def _protest(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    power = "judicial.protest"
    services.bring(review_id=review.id, power=power, written=form.written(), **form.stamp)


def _petition(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    power = "court.petition_review"
    services.bring(review_id=review.id, power=power, written=form.written(), **form.stamp)


def _refuse(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.refuse(review_id=review.id, written=form.written(), **form.stamp)


def _withdraw(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.withdraw(review_id=review.id, written=form.written(), **form.stamp)


def _conclude_review(review: Review, form: forms.WrittenForm, request: StaffRequest) -> None:
    services.conclude_review(review_id=review.id, written=form.written(), **form.stamp)


def _outcome(review: Review, form: forms.OutcomeForm, request: StaffRequest) -> None:
    instance = form.cleaned_data["instance"]
    services.decide_review(review_id=review.id, instance=instance, decided=form.decided(), **form.stamp)


def _close_review(review: Review, form: StepForm, request: StaffRequest) -> None:
    services.close_review(review_id=review.id, **form.stamp)


def _end(hearing: Hearing, form: StepForm, request: StaffRequest) -> None:
    values = form.cleaned_data
    ended = services.Ended(values["status"], values["outcome"], values["again_at"])
    services.end_hearing(hearing_id=hearing.id, ended=ended, **form.stamp)


PAPER = _("Its number and paper are made as you sign.")
HEARING = _("Set a hearing")
DEAD = _(
    "Nobody is charged, sent to court, accused there or convicted after their death. The prosecution is "
    "dropped, or the court ends the case; it goes on only where that clears the name (O.7.3)."
)
CASE_STEPS: dict[str, Step[Case]] = {
    "charge": Step("prosecution.charge", forms.ChargeForm, _charge, text=PAPER),
    "transfer": Step("prosecution.transfer", forms.TransferForm, _transfer, text=PAPER),
    "drop": Step("prosecution.drop", forms.DropForm, _drop, text=PAPER),
    "assign": Step("court.assign", forms.AssignForm, _named),
    "support": Step("prosecution.support", forms.PositionForm, _position),
    "position": Step("court.take_part", forms.PositionForm, _position),
    "conclude": Step("court.conclude", forms.WrittenForm, _conclude, text=PAPER),
    "hearing": Step(KEEP, forms.HearingForm, _hearing, label=HEARING),
    "decision": Step(KEEP, forms.VerdictForm, _decide, label=_("Record what the court decided")),
    "appeal": Step("prosecution.appeal", forms.AppealForm, _appeal, text=PAPER),
    "petition": Step("court.petition_review", forms.AppealForm, _appeal, text=PAPER),
    "died": Step("court.record_death", forms.DiedForm, _died, text=DEAD),
    "lives": Step("court.correct_death", forms.LivesForm, _lives),
    "close": Step(KEEP, NothingForm, _close, label=_("Close the card")),
    "conflict": Step("court.declare_conflict", forms.ConflictForm, _conflict),
}
REVIEW_STEPS: dict[str, Step[Review]] = {
    "call": Step("court.call_case", forms.WrittenForm, _call, text=PAPER),
    "call-execution": Step("judicial.call_execution", forms.WrittenForm, _call_execution, text=PAPER),
    "delivered": Step(KEEP, ProofForm, _deliver, label=_("Record that the letter was delivered")),
    "receive": Step(KEEP, forms.ReceiveForm, _receive, label=_("Record that the case came")),
    "study": Step("judicial.study", forms.StudyForm, _study),
    "protest": Step("judicial.protest", forms.WrittenForm, _protest, text=PAPER),
    "petition": Step("court.petition_review", forms.WrittenForm, _petition, text=PAPER),
    "refuse": Step(
        "judicial.consider_petition",
        forms.WrittenForm,
        _refuse,
        label=_("Refuse to protest, answer the petitioner"),
        text=PAPER,
    ),
    "hearing": Step(KEEP, forms.HearingForm, _hearing, label=HEARING),
    "conclude": Step("court.conclude", forms.WrittenForm, _conclude_review, text=PAPER),
    "outcome": Step(KEEP, forms.OutcomeForm, _outcome, label=_("Record what the court decided")),
    "withdraw": Step("judicial.withdraw", forms.WrittenForm, _withdraw, text=PAPER),
    "return": Step(KEEP, forms.ReturnForm, _send_back, label=_("Send the case back to court")),
    "close": Step(KEEP, NothingForm, _close_review, label=_("Close the card")),
    "assign": Step("court.assign", forms.AssignForm, _named),
    "conflict": Step("court.declare_conflict", forms.ConflictForm, _conflict),
}
HEARING_STEPS: dict[str, Step[Hearing]] = {
    "end": Step(KEEP, forms.EndForm, _end, label=_("Record what became of the hearing")),
}


def called(card: Card) -> str:
    """The number a card is known by: the court's, or before that the ERDR one."""
    return card.number or getattr(card, "erdr", "") or ""


CASES: Desk[Case] = Desk(
    kind="court_case",
    find=find_case,
    name=called,
    card_url=lambda case: reverse("courtcases:card", args=[case.id]),
    ruling=_ruling,
    steps=CASE_STEPS,
)
REVIEWS: Desk[Review] = Desk(
    kind="judicial_act",
    find=find_review,
    name=called,
    card_url=lambda review: reverse("reviews:card", args=[review.id]),
    ruling=_ruling,
    steps=REVIEW_STEPS,
)
HEARINGS: Desk[Hearing] = Desk(
    kind="hearing",
    find=find_hearing,
    name=lambda hearing: called(hearing.owner),
    card_url=lambda hearing: reverse("hearings:card", args=[hearing.id]),
    ruling=lambda hearing, power, request: _ruling(hearing.owner, power, request),
    steps=HEARING_STEPS,
)
