"""Every key of the product that names an appointment or a person: owned open work, or said why it is not."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from qadaga.common.errors import InvalidInput
from qadaga.journal.models import Entry
from qadaga.organisation import dismissals
from qadaga.organisation.distribution import Share, distribute
from qadaga.organisation.handover import services
from qadaga.organisation.handover.items import Kind, counts
from qadaga.organisation.handover.owners import OWNERS, held_by, left_behind
from qadaga.organisation.handover.services import Passing
from qadaga.organisation.handover.work import open_work
from qadaga.organisation.orders import services as orders
from qadaga.organisation.pressing import ORDER, pressing
from qadaga.organisation.seals import services as seals
from qadaga.organisation.seals.models import Seal
from qadaga.staff.duties.models import Distribution, Duty, Replacement
from qadaga.staff.models import Appointment
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_town
from tests.ordering import make_draft, signed_order

OCTOBER = date(2026, 10, 1)
# Who did, decided, recorded or was concerned by something: it stays as it was when they did it.
RECORDS = {
    "restructuring.PlannedChange.called_off_by",
    "restructuring.PlannedChange.decided_by",
    "orders.PointTerm.by",
    "acts.Reminder.by",
    *("bodies.Merge.merged_by", "bodies.Merge.undone_by", "bodies.Official.entered_by"),
    "bodies.Violated.by",
    *("coordination.AbsenceMeasure.by", "coordination.DecisionTerm.by", "custody.Evidence.added_by"),
    *("inspections.Specialist.waived_by", "letters.Letter.signer", "limits.LimitEdition.set_by"),
    *("offences.CaseReminder.by", "pretrial.Cancellation.served_by", "pretrial.Instruction.served_by"),
    *("court.Accused.revived_by", "pretrial.Party.revived_by", "records.RecordsCheck.served_by"),
    *("custody.Replanned.by", "custody.Replanned.from_officer", "custody.Replanned.to_officer"),
    *("enforcement.CheckProlongation.applied_by", "enforcement.CheckProlongation.asked_by"),
    "enforcement.CheckProlongation.decided_by",
    *("persons.Death.noted_by", "persons.Death.withdrawn_by"),
    *("workplans.PlanConsent.answered_by", "workplans.PlanConsent.asked_by"),
    *("persons.Merge.merged_by", "persons.Merge.undone_by", "court.Review.served_by"),
    *("above.Decision.by", "above.Decision.noted_by", "above.Decision.told_by"),
    *("above.HigherResolution.signer", "assignments.Assignment.by", "assignments.Assignment.reported_by"),
    *("assignments.Assignment.taken_off_by", "inspections.Pause.by", "inspections.Pause.resumed_by"),
    *("matters.CalledUp.told_by", "matters.OfficeTold.told_by", "inspections.InspectionTold.told_by"),
    "offences.FileCall.served_by",
    *("court.Review.served_by", "offences.ProceedingsResolution.served_by"),
    "offences.FileCall.signer",
    *("delegations.Delegation.by", "delegations.Delegation.withdrawn_by"),
    *("alarms.Alarm.ended_by", "alarms.Alarm.raised_by", "custody.HeldPerson.checked_by"),
    *("custody.HeldPerson.found_by", "custody.Resolution.recorded_by", "custody.Resolution.signer"),
    *("custody.Visit.planned_by", "custody.Visit.kept_by", "custody.Complaint.by"),
    *("custody.Said.by", "custody.Said.settled_by"),
    *("enforcement.Check.begun_by", "enforcement.Check.finished_by", "enforcement.Transfer.recorded_by"),
    "enforcement.Transfer.signer",
    *("legality.Analysis.approved_by", "legality.Analysis.ordered_by", "legality.Edition.entered_by"),
    *("legality.Fate.by", "legality.Informed.by", "legality.LegalAct.entered_by"),
    *("legality.LegalAct.passed_by", "legality.Reminder.by", "legality.Review.done_by"),
    *("legality.Review.given_by", "legality.Review.reviewer"),
    *(
        "court.Accused.charged_by",
        "court.Conflict.person",
        "court.Judgment.recorded_by",
        "court.Paper.signer",
    ),
    *("treaties.Contact.by", "treaties.Paper.added_by", "treaties.Part.done_by", "treaties.Part.given_by"),
    *("treaties.Request.decided_by", "treaties.Request.sent_by", "treaties.Treaty.concluded_by"),
    "treaties.Treaty.opined_by",
    *("acts.Act.agreed_by", "acts.Act.signer", "acts.ActMove.by", "acts.ActRemark.by", "acts.ActReply.by"),
    *("acts.ActReply.assessed_by", "acts.ActService.by", "acts.ActVersion.by", "acts.CourtDecision.by"),
    *("acts.Escalation.by", "acts.Measure.reply_by", "acts.Measure.served_by", "acts.Removal.by"),
    *("acts.Suspension.by", "acts.TermChange.by", "acts.TermChange.told_by", "acts.WordCopy.asked_by"),
    *("appeals.Answer.signed_by", "appeals.Appeal.official", "appeals.Appeal.registered_by"),
    *("appeals.Decision.decided_by", "appeals.Forwarding.forwarded_by", "appeals.ImportRun.started_by"),
    *("appeals.MaterialsRequest.decided_by", "appeals.MaterialsRequest.recorded_by"),
    "appeals.MaterialsRequest.shown_by",
    *("careers.Decision.appointment", "careers.Decision.by", "careers.Decision.previous"),
    *("careers.EntryCheck.by", "careers.EntryCheck.person", "careers.Merge.by", "careers.Merge.gone"),
    *("careers.Merge.kept", "conduct.ConductEntry.closed_by", "conduct.ConductEntry.entered_by"),
    *("conduct.ConductEntry.person", "conduct.InterferenceReport.closed_by"),
    *("conduct.InterferenceReport.held", "conduct.InterferenceReport.insider"),
    *("conduct.InterferenceReport.reporter", "handover.HandOver.by", "handover.HandOver.giver"),
    *("handover.HandOverItem.receiver", "matters.Attachment.added_by", "matters.CalledUp.by"),
    "covert.CovertCheck.entered_by",
    *("reports.Report.author", "reports.ReportJob.by", "reports.ReportPaper.signer"),
    *("records.CorrectionDemand.served_by", "records.CorrectionDemand.signer"),
    "records.Discrepancy.corrected_by",
    *("offences.OffenceCase.checked_by", "offences.ProceedingsResolution.signer"),
    *("inspections.Complaint.by", "inspections.Inspection.findings_by"),
    *("inspections.Inspection.finished_by", "inspections.Inspection.notified_by"),
    *("inspections.Inspection.signer", "inspections.InspectionMove.by", "inspections.OtherOfficers.by"),
    *("inspections.Prolongation.applied_by", "inspections.Prolongation.asked_by"),
    *("inspections.Prolongation.decided_by", "inspections.Specialist.concluded_by"),
    *(
        "inspections.Specialist.engaged_by",
        "inspections.Summons.issued_by",
        "inspections.Summons.recorded_by",
    ),
    *("inspections.TakenDocument.kept_by", "inspections.TakenDocument.returned_by"),
    *("inspections.TakenDocument.taken_by", "inspections.Visit.by"),
    *("matters.ComplainedOf.person", "matters.ConflictDeclaration.declared_by"),
    *("matters.ConflictDeclaration.person", "matters.Liability.imposed_recorded_by"),
    *("matters.Liability.raised_by", "matters.Matter.closed_by", "matters.Matter.opened_by"),
    *("matters.MatterMove.assignee", "matters.MatterMove.by", "matters.MatterResult.recorded_by"),
    *("matters.ProtectedPerson.recorded_by", "matters.Recovery.recorded_by", "matters.TermEvent.by"),
    *("matters.Violation.found_by", "matters.Violation.removed_by", "orders.Order.agreed_by"),
    *("orders.Order.cancelled_by", "orders.Order.published_by", "orders.Order.signer"),
    *("orders.OrderAddressee.recorded_by", "orders.OrderEffect.by", "orders.OrderMove.by"),
    *("orders.OrderPoint.done_by", "orders.OrderRemark.by", "orders.OrderVersion.by"),
    *("orders.PointReport.by", "personnel.FileEntry.person", "personnel.GuaranteeRequest.decided_by"),
    *(
        *("notices.DaysBefore.by", "careers.AbsenceChange.by", "careers.AbsenceChange.person"),
        "personnel.GuaranteeRequest.person",
        "personnel.RankHeld.person",
        "personnel.ServicePeriod.person",
    ),
    *("pretrial.Case.taken_by", "pretrial.Entry.by", "shifts.Shift.set_by", "shifts.Shift.handed_to"),
    *("pretrial.Sanction.signer", "pretrial.Complaint.signer", "pretrial.Prolongation.signer"),
    *("pretrial.Instruction.signer", "pretrial.Cancellation.signer"),
    *("restructuring.Handover.decided_by", "seals.SealEvent.by", "seals.SealEvent.holder"),
    *("coordination.AgendaItem.decided_by", "coordination.AgendaItem.proposed_by"),
    *("coordination.Decision.done_by", "coordination.DecisionReport.by", "coordination.Session.planned_by"),
    *("coordination.Participant.appointment", "coordination.Session.signer", "coordination.SessionAct.by"),
    *("gateway.LookUp.asked_by", "workplans.Plan.approved_by", "workplans.Plan.author"),
    *("workplans.PlanItem.done_by", "workplans.PlanChange.by"),
    *("applications.Application.signer", "applications.Application.decided_by"),
    *("summonses.AppealSummons.issued_by", "summonses.AppealSummons.recorded_by"),
    *("exchange.Exchange.recorded_by", "exchange.Exchange.replied_by"),
    *("norms.Norm.entered_by", "norms.Norm.approved_by", "norms.MatterNorm.by", "norms.LaidDuty.laid_by"),
    *("norms.LaidDuty.done_by", "trust.Opinion.recorded_by", "trust.Proposal.author"),
    *("trust.Proposal.decided_by", "trust.Proposal.done_by", "trust.Review.reviewed_by"),
}
# What goes with something that passes: requests and inspections with their matter, the draft of an answer
# with its appeal.
FOLLOWS = {"acts.Measure.issued_by", "appeals.Answer.drafted_by", "inspections.Inspection.author"}
FOLLOWS |= {"inspections.InspectionOfficer.appointment"}
# What is the person's own: files asked for, saved filters, absences, the posts themselves.
OWN = {"appeals.ImportJob.appointment", "lists.ExportJob.appointment", "lists.ExportJob.owner"}
OWN |= {
    "notices.Notice.person",
    "lists.SavedFilter.owner",
    "staff.Absence.appointment",
    "staff.Absence.person",
}
OWN |= {"staff.Appointment.person"}
# Watched otherwise: an acting head who goes loses the place at once, and the office above is alarmed; a seat
# in a collegium is lost with the post.
WATCHED = {"staff.ActingHead.appointment", "collegia.CollegiumMember.appointment"}
# A planned visit of somebody who left stands in the plan as one to be planned anew.
WATCHED |= {"custody.Visit.officer"}
# A review of somebody who left stands in the queue until it is given anew; an analysis the head may end.
WATCHED |= {"legality.LegalAct.reviewer", "legality.Analysis.author"}
# A writ or a part of a request of somebody who left says so on its card, to be given to another; a check
# goes on in the hands of those who lead the office.
WATCHED |= {"enforcement.Writ.officer", "treaties.Part.officer", "treaties.TreatyCheck.officer"}
WATCHED |= {"records.RecordsCheck.officer"}

# A case of somebody who left says so on its card, to be given to another; the shift of somebody who left
# gives nobody the mark of the duty prosecutor, for whoever left acts no more.
WATCHED |= {"pretrial.Case.assignee", "shifts.Shift.officer"}
# Whoever is named for a case in court and left is shown so on its card: somebody else is named.
WATCHED |= {"court.Case.officer", "court.Review.officer", "court.Hearing.officer"}
# A decision or an item of a plan in the hands of somebody who left stays open before the head of the office,
# as behind; a plan of one person ends with it.
# Another duty of somebody who left stays before whoever leads the office, overdue in the end.
WATCHED |= {"norms.LaidDuty.executor"}
WATCHED |= {"coordination.Decision.executor", "workplans.PlanItem.executor", "workplans.Plan.person"}


def _keys() -> Iterator[str]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model._meta.label in ("staff.Appointment", "staff.Person"):
                yield f"{model._meta.label}.{field.name}"


def test_every_key_to_an_appointment_or_a_person_passes_or_says_why_not() -> None:
    owned = {f"{model._meta.label}.{column}" for model, column in OWNERS}
    said = [owned, RECORDS, FOLLOWS, OWN, WATCHED]
    keys = set(_keys())
    assert set().union(*said) == keys, "a key is new, or gone: say in OWNERS or here what it means"
    assert sum(len(part) for part in said) == len(keys), "a key means two things"
    assert {kind for kind, _ in OWNERS.values()} == set(Kind)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def _everything(town: Town) -> Seal:
    """One of each sort in the assistant's hands; two drafts of orders and two points of one order."""
    head, mine = town.actor("head"), town.assistant.id
    draft_protest(town, assigned_matter(town))
    make_draft(head, MONDAY, controller_id=mine)
    make_draft(town.actor("assistant"), MONDAY)
    order = signed_order(head, MONDAY, audience="listed", addressees=(mine, town.second.id))
    order = orders.set_controller(
        order_id=order.id, version=order.version, controller_id=mine, by=head, on=MONDAY
    )
    for what in ("Проверить", "Доложить"):
        order.refresh_from_db()
        orders.add_point(
            order_id=order.id,
            version=order.version,
            what=what,
            executor_id=mine,
            due_on=OCTOBER,
            by=head,
            on=MONDAY,
        )
    duties = signed_order(town.actor("region_head"), MONDAY, kind="duties", addressees=())
    distribute(
        by=head,
        on=MONDAY,
        office_id=town.district.id,
        starts_on=date(2026, 8, 1),
        order_id=duties.id,
        shares=[Share(mine, ("court", "appeals"), place=1), Share(town.deputy.id, ("court",), place=2)],
    )
    seal = seals.Registered("seal", "№ 1", "Мөр", mine)
    return seals.register(seal=seal, by=town.actor("clerk"), on=MONDAY)


def _end(town: Town, receiver: Appointment | None, **changed: object) -> None:
    dismissals.end(
        by=town.actor("head"),
        on=MONDAY,
        appointment_id=town.assistant.id,
        passing=Passing("dismissal", receiver.id) if receiver else None,
        **{"ends_on": OCTOBER, "ground": "№ 7", **changed},  # type: ignore[arg-type]  # cause and the like
    )


def _left(town: Town) -> dict[str, int]:
    every: dict[str, Any] = {
        f"{model.__name__}.{column}": held_by(town.assistant.id, model, column, MONDAY).count()
        for model, column in OWNERS
    }
    return {name: count for name, count in every.items() if count}


@pytest.mark.clause("O.13.1", "O.14.1", "O.P3", "O.P4", "O.3")
def test_a_dismissal_leaves_nothing_in_the_hands_of_whoever_goes(town: Town) -> None:
    seal = _everything(town)
    previewed = dict(counts(open_work(town.assistant.id, MONDAY)))
    assert previewed == {kind.value: 1 for kind in Kind} | {"order_control": 2, "order_point": 2}
    assert set(_left(town)) == {f"{model.__name__}.{column}" for model, column in OWNERS} - {"Seal.offered"}
    _end(town, town.second)
    assert _left(town) == {}
    seal.refresh_from_db()
    assert (seal.holder_id, seal.offered_id) == (town.assistant.id, town.second.id)
    journalled = Entry.objects.filter(action="work.hand_over").values_list("subject_kind", flat=True)
    assert {*journalled} == {"matter", "act", "order", "seal", "duties", "appointment"}


def test_the_distribution_stays_as_it_was_before_the_day(town: Town) -> None:
    _everything(town)
    _end(town, town.second)
    before, after = Distribution.objects.order_by("starts_on")
    assert (before.ends_on, after.starts_on, after.ends_on) == (MONDAY, MONDAY, None)
    assert {duty.appointment_id for duty in Duty.objects.filter(distribution=before)} == {
        town.assistant.id,
        town.deputy.id,
    }
    lines = Duty.objects.filter(distribution=after).values_list("appointment", "direction", "leads")
    assert set(lines) == {
        (town.second.id, "court", False),
        (town.second.id, "appeals", False),
        (town.deputy.id, "court", True),
    }
    places = Replacement.objects.filter(distribution=after).values_list("appointment", "place")
    assert set(places) == {(town.second.id, 1), (town.deputy.id, 2)}


def test_a_clerk_takes_orders_and_seals_and_no_matters_or_duties(town: Town) -> None:
    _everything(town)
    with pytest.raises(InvalidInput) as refused:
        _end(town, town.clerk)
    kinds = {fault.field.split("_")[1] for fault in refused.value.fields}
    assert kinds == {"matter", "draft", "duties"}


def test_a_leave_leaves_the_place_in_the_distribution_and_the_reading(town: Town) -> None:
    _everything(town)
    passing = Passing("leave", town.second.id)
    services.make(
        by=town.actor("head"), on=MONDAY, giver_id=town.assistant.id, passing=passing, complete=True
    )
    assert set(_left(town)) == {"OrderAddressee.appointment", "Duty.appointment", "Replacement.appointment"}


def test_what_a_sudden_loss_leaves_is_told_to_the_head(town: Town) -> None:
    _everything(town)
    _end(town, None, cause="death", ends_on=MONDAY)
    told = pressing(town.actor("head"), OCTOBER, language="ru", below=False)
    mine = [row for row in told if row.sort == ORDER]
    assert len(mine) == 6
    assert {row.other for row in mine} == {town.assistant.id}
    assert left_behind(Seal, "holder", OCTOBER).count() == 1
