"""What the database itself refuses about appeals, whoever writes."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from qadaga.appeals.models import Answer, Appeal, Applicant, Decision, Forwarding, MaterialsRequest
from tests.intake import MONDAY, make_appeal


def refused(constraint, rows, **columns):
    """Updating the rows breaks that constraint and no other."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        rows.update(**columns)
    assert caught.value.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_kind", {"kind": "poem"}),
        ("appeals_way", {"way": "pigeon"}),
        ("appeals_status", {"status": "lost"}),
        ("appeals_language", {"language": "xx"}),
        ("appeals_arrived_before_registered", {"arrived_on": date(2026, 9, 8)}),
        ("appeals_has_summary", {"summary": ""}),
        ("appeals_has_number", {"number": ""}),
        ("appeals_anonymous_ground", {"anonymous_ground": "crime"}),
        ("appeals_in_matter", {"status": "in_matter"}),
        ("appeals_closed_after_registered", {"closed_on": date(2026, 9, 6)}),
    ],
)
def test_an_appeal_that_cannot_be(registry, constraint, columns):
    refused(constraint, Appeal.objects.filter(pk=make_appeal(registry).pk), **columns)


def test_an_appeal_repeats_and_challenges_another_one(registry):
    appeal = make_appeal(registry)
    rows = Appeal.objects.filter(pk=appeal.pk)
    refused("appeals_repeats_another", rows, repeats=appeal)
    refused("appeals_challenges_another", rows, challenges=appeal)


def test_a_number_once_in_an_office_and_year(registry):
    first, second = make_appeal(registry), make_appeal(registry)
    refused("appeals_number_once", Appeal.objects.filter(pk=second.pk), number=first.number)
    Appeal.objects.filter(pk=second.pk).update(number=first.number, year=2025)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_applicant_iin_or_bin", {"kind": "robot"}),
        ("appeals_applicant_has_name", {"name": ""}),
        ("appeals_applicant_iin_or_bin", {"bin": "230140001236"}),
        ("appeals_applicant_id_or_reason", {"iin": ""}),
        ("appeals_applicant_id_or_reason", {"no_id_reason": "child"}),
        ("appeals_applicant_authority", {"representative_name": "Адвокат"}),
        ("appeals_applicant_authority", {"authority_document": "доверенность"}),
    ],
)
def test_an_applicant_who_cannot_be(registry, constraint, columns):
    refused(constraint, Applicant.objects.filter(appeal=make_appeal(registry)), **columns)


def decision(registry, **columns):
    values = {"kind": "decline", "ground": "anonymous", "reason": "x", "decided_on": MONDAY}
    values |= {"appeal": make_appeal(registry), "decided_by": registry.head}
    return Decision.objects.create(**values | columns)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_decision_kind", {"kind": "whim"}),
        ("appeals_decision_reasoned", {"reason": ""}),
        ("appeals_decision_prolongs_until", {"until": MONDAY}),
        ("appeals_decision_declines_on", {"ground": ""}),
        ("appeals_decision_told", {"told_on": MONDAY}),
        ("appeals_decision_told", {"told_way": "post"}),
        ("appeals_decision_told", {"told_on": date(2026, 9, 6), "told_way": "post"}),
    ],
)
def test_a_decision_that_cannot_be(registry, constraint, columns):
    refused(constraint, Decision.objects.filter(pk=decision(registry).pk), **columns)


def test_an_appeal_ends_once(registry):
    first = decision(registry)
    with pytest.raises(IntegrityError), transaction.atomic():
        decision(registry, appeal=first.appeal, kind="annul")


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_forwarding_one_addressee", {"to_name": ""}),
        ("appeals_forwarding_part_named", {"part": "О дороге"}),
        ("appeals_forwarding_part_named", {"whole": False}),
        ("appeals_forwarding_reasoned", {"reason": ""}),
        ("appeals_forwarding_told", {"told_way": "post"}),
        ("appeals_forwarding_outcome", {"outcome": "resolved"}),
        ("appeals_forwarding_outcome", {"outcome_on": MONDAY}),
    ],
)
def test_a_forwarding_that_cannot_be(registry, constraint, columns):
    row = Forwarding.objects.create(
        appeal=make_appeal(registry),
        to_name="Полиция",
        reason="x",
        forwarded_by=registry.head,
        forwarded_on=MONDAY,
    )
    refused(constraint, Forwarding.objects.filter(pk=row.pk), **columns)


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_answer_state", {"state": "lost"}),
        ("appeals_answer_has_text", {"text": ""}),
        ("appeals_answer_signed", {"state": "signed"}),
        ("appeals_answer_signed", {"number": "1"}),
        ("appeals_answer_sent", {"sent_on": MONDAY}),
        ("appeals_answer_sent", {"sent_way": "post"}),
    ],
)
def test_an_answer_that_cannot_be(registry, constraint, columns):
    row = Answer.objects.create(
        appeal=make_appeal(registry),
        language="ru",
        outcome="granted",
        text="x",
        challenge_office=registry.region,
        drafted_by=registry.head,
        drafted_on=MONDAY,
    )
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        Answer.objects.filter(pk=row.pk).update(**columns)
    # A state nobody knows breaks the rules about the known ones as well.
    assert caught.value.__cause__.diag.constraint_name in {constraint, "appeals_answer_signed"}


@pytest.mark.parametrize(
    ("constraint", "columns"),
    [
        ("appeals_materials_what", {"what": ""}),
        ("appeals_materials_decided", {"decided_on": MONDAY}),
        ("appeals_materials_decided", {"state": "allowed"}),
        ("appeals_materials_withheld_why", {"withheld": "Письмо"}),
        ("appeals_materials_shown", {"shown_on": MONDAY}),
    ],
)
def test_a_request_that_cannot_be(registry, constraint, columns):
    appeal = make_appeal(registry)
    row = MaterialsRequest.objects.create(
        appeal=appeal,
        applicant=appeal.applicants.get(),
        requested_on=MONDAY,
        what="Ответ",
        recorded_by=registry.clerk,
    )
    refused(constraint, MaterialsRequest.objects.filter(pk=row.pk), **columns)


def test_a_coupon_once(registry):
    first, second = make_appeal(registry), make_appeal(registry)
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(pk=second.pk).update(coupon=first.coupon)
    Appeal.objects.filter(pk=second.pk).update(coupon=str(uuid4())[:14])
