"""The database itself refuses what no service would write."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from qadaga.acts.models import Act, ActService, Measure, Suspension
from qadaga.matters.models import (
    Body,
    Liability,
    Matter,
    MatterResult,
    ProtectedPerson,
    Recovery,
    Term,
    TermEvent,
    Violation,
)
from tests.casework import (
    MONDAY,
    Town,
    add_violation,
    assigned_matter,
    issued_request,
    make_body,
    served_protest,
)

EARLIER = MONDAY - timedelta(days=1)


@pytest.fixture
def act(town: Town) -> Act:
    return served_protest(town, assigned_matter(town))


def refused(name: str, write: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write()


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("matter_status_known", {"status": "lost"}),
        ("matter_kind_known", {"kind": "rumour"}),
        ("matter_title_filled", {"title": ""}),
        ("matter_version_positive", {"version": 0}),
        ("matter_assigned_together", {"assigned_on": None}),
        ("matter_assignee_by_status", {"assignee": None, "assigned_on": None}),
        ("matter_opened_has_no_assignee", {"status": "opened"}),
        ("matter_suspended_on_by_status", {"status": "suspended"}),
        ("matter_suspended_together", {"suspended_on": MONDAY, "status": "suspended"}),
        (
            "matter_suspend_ground_known",
            {"suspend_ground": "tired", "suspended_on": MONDAY, "status": "suspended"},
        ),
        ("matter_closed_on_by_status", {"status": "closed"}),
        ("matter_closed_together", {"closed_on": MONDAY, "status": "closed"}),
        ("matter_assigned_on_not_before_opened_on", {"assigned_on": EARLIER}),
    ],
)
def test_a_matter(town: Town, name: str, columns: dict[str, object]) -> None:
    matter = assigned_matter(town, tasks=["protect_rights"])
    refused(name, lambda: Matter.objects.filter(pk=matter.pk).update(**columns))


def test_a_closed_matter_has_tasks_and_a_number_is_given_once(town: Town) -> None:
    first, second = assigned_matter(town), assigned_matter(town)
    closed = {"status": "closed", "closed_on": MONDAY, "closed_by": town.head}
    refused("matter_closed_has_tasks", lambda: Matter.objects.filter(pk=first.pk).update(**closed))
    refused("matter_number_once", lambda: Matter.objects.filter(pk=second.pk).update(number=first.number))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("act_status_known", {"status": "lost"}),
        ("act_signature_together", {"sha256": None}),
        ("act_signature_together", {"number": None}),
        ("act_signature_together", {"signer": None}),
        ("act_signature_together", {"pdf": None}),
        ("act_signature_together", {"ruling": None}),
        ("act_sha256_hex", {"sha256": "x" * 64}),
        ("act_unsigned_by_status", {"status": "draft"}),
        ("act_replied_on_by_status", {"status": "replied"}),
        ("act_removed_on_by_status", {"status": "removed"}),
        ("act_withdrawn_on_by_status", {"status": "withdrawn"}),
        ("act_served_on_by_status", {"served_on": None}),
        ("act_served_on_not_before_signed_on", {"served_on": EARLIER}),
        ("act_replied_on_not_before_served_on", {"replied_on": EARLIER}),
        ("act_removed_on_not_before_served_on", {"removed_on": EARLIER}),
        ("act_signed_on_not_before_drafted_on", {"signed_on": EARLIER, "served_on": MONDAY}),
        ("act_agreed_together", {"agreed_by": None}),
    ],
)
def test_an_act(act: Act, name: str, columns: dict[str, object]) -> None:
    refused(name, lambda: Act.objects.filter(pk=act.pk).update(**columns))


def test_the_course_of_an_act(town: Town, act: Act) -> None:
    refused("actservice_proven", lambda: ActService.objects.filter(act=act).update(proof_ref=""))
    base = {"act": act, "by": town.head, "ruling": {}, "ground": "rights_at_risk", "starts_on": MONDAY}
    refused("suspension_part_named", lambda: Suspension.objects.create(scope="part", **base))
    refused("suspension_period", lambda: Suspension.objects.create(scope="whole", ends_on=MONDAY, **base))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("measure_by_kind", {"status": "recorded"}),
        ("measure_by_kind", {"addressee": None}),
        ("measure_served_by_status", {"status": "served"}),
        ("measure_served_together", {"served_on": MONDAY}),
        ("measure_replied_together", {"replied_on": MONDAY}),
    ],
)
def test_a_measure(town: Town, name: str, columns: dict[str, object]) -> None:
    measure = issued_request(town, assigned_matter(town))
    refused(name, lambda: Measure.objects.filter(pk=measure.pk).update(**columns))


def test_terms_run_once_and_begin_with_their_start(town: Town, act: Act) -> None:
    term = Term.objects.get(subject_id=act.id)
    columns = {"office": term.office, "region": term.region, "subject_kind": "act", "subject_id": act.id}
    columns |= {"rule": term.rule, "started_on": MONDAY, "due_on": MONDAY}
    refused("term_runs_once", lambda: Term.objects.create(**columns))
    refused("term_ended_on_by_state", lambda: Term.objects.filter(pk=term.pk).update(state="finished"))
    refused("term_due_not_before_start", lambda: Term.objects.filter(pk=term.pk).update(due_on=EARLIER))
    refused(
        "termevent_starts_first", lambda: TermEvent.objects.create(term=term, no=2, kind="start", on=MONDAY)
    )
    refused("termevent_order", lambda: TermEvent.objects.create(term=term, no=1, kind="start", on=MONDAY))


def test_results(town: Town) -> None:
    matter = assigned_matter(town)
    violation = add_violation(town, matter, committed_on=date(2026, 9, 1))
    rows = Violation.objects.filter(pk=violation.pk)
    refused("violation_violator_named", lambda: rows.update(violator_name=""))
    refused("violation_removed_together", lambda: rows.update(removed_on=MONDAY))
    refused("violation_removed_on_not_before", lambda: rows.update(removed_on=EARLIER, removed_by=town.head))
    refused("violation_found_on_not_before", lambda: rows.update(found_on=date(2026, 8, 1)))
    one = {"matter": matter, "recorded_by": town.head}
    where = {"office": town.district, "region": town.region, "status": "restored", "found_on": MONDAY}
    right = {"restored": "право", "restored_on": MONDAY}
    person = {"kind": "adult", "name": "А.", **right, **where, **one}
    told = {**person, "status": "told"}
    refused("protected_by_status", lambda: ProtectedPerson.objects.create(**{**person, "status": "hurt"}))
    refused("protected_count_by_kind", lambda: ProtectedPerson.objects.create(count=2, **person))
    refused("protected_told_together", lambda: ProtectedPerson.objects.create(told_on=MONDAY, **told))
    refused("protected_iin", lambda: ProtectedPerson.objects.create(iin="12", **person))
    raised = {
        "matter": matter,
        "kind": "criminal",
        "against_kind": "person",
        "against": "И.",
        "raised_on": MONDAY,
    }
    refused(
        "liability_imposed_together",
        lambda: Liability.objects.create(raised_by=town.head, imposed="x", **raised),
    )
    money = {"recovered_for": "state", "recovered_on": MONDAY, "basis": "x", **one}
    refused("recovery_positive", lambda: Recovery.objects.create(tiyn=0, **money))
    stated = {"kind": "removal", "outcome": "none", "recorded_on": MONDAY, **one}
    refused("result_not_reached_says_why", lambda: MatterResult.objects.create(**stated))


def test_one_body_a_bin(town: Town) -> None:
    body = make_body(bin="230140001236")
    assert make_body("Иное имя", bin="2301 4000 1236") == body
    refused("unique", lambda: Body.objects.create(kind="court", name_ru="а", name_kk="а", bin=body.bin))
    refused("body_bin_digits", lambda: Body.objects.filter(pk=body.pk).update(bin="12345678901a"))
    refused("body_kind_known", lambda: Body.objects.filter(pk=body.pk).update(kind="alien"))
