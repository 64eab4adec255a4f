"""An appeal is registered once, numbered without gaps, with its term, search entry and journal entry."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.appeals import services as appeals
from qadaga.appeals.coupons import parse_coupon
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.authority import NotPermitted
from qadaga.authority.lists.models import SearchEntry
from qadaga.common.errors import InvalidInput
from qadaga.journal.models import Entry
from qadaga.matters.models import Term
from tests.intake import ENTRY, MONDAY, PERSON, make_appeal

# One of them holds the office and one the calendar still until the change is committed.
QUERIES = 11
"""Savepoint and release, standing of nobody: applicants, term, its event, number, appeal, search, journal."""


def test_a_registration_has_its_number_term_and_entries(registry):
    appeal = make_appeal(registry)
    stored = Appeal.objects.get(pk=appeal.pk)
    assert stored.number == "ЖТ-dis-2026/000001"
    assert stored.status == "registered"
    assert parse_coupon(stored.coupon) == stored.coupon
    assert stored.applicants.get().birth_date == date(1985, 7, 25)
    term = Term.objects.get(subject_kind="appeal", subject_id=appeal.id)
    assert (term.rule, term.started_on, term.due_on) == ("appeal_consider", MONDAY, stored.due_on)
    assert stored.due_on == date(2026, 9, 28)
    entry = Entry.objects.get(subject_id=appeal.id)
    assert (entry.action, entry.on, entry.ruling["allowed"]) == ("appeal.register", MONDAY, True)
    assert "Ахметова" not in str(entry.data)
    assert SearchEntry.objects.filter(pk=appeal.pk, number=stored.number).exists()


def test_registering_asks_few_questions(registry):
    clerk = registry.actor("clerk")
    make_appeal(registry)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        appeals.register(entry=ENTRY, by=clerk, on=MONDAY)
    assert len(queries) <= QUERIES, "\n".join(query["sql"][:120] for query in queries)


def test_numbers_follow_each_other_in_each_office(registry):
    numbers = [make_appeal(registry).number for _ in range(3)]
    assert numbers == [f"ЖТ-dis-2026/{number:06}" for number in (1, 2, 3)]
    assert make_appeal(registry, by="other_clerk").number == "ЖТ-oth-2026/000001"


def test_a_refused_entry_takes_no_number(registry):
    with pytest.raises(InvalidInput):
        make_appeal(registry, summary="")
    with pytest.raises(InvalidInput):
        make_appeal(registry, arrived_on=MONDAY + timedelta(days=1))
    assert make_appeal(registry).number.endswith("/000001")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("field", ["body", "official", "repeats"])
def test_a_link_to_nothing_is_told_by_its_field_and_takes_no_number(registry, field):
    with pytest.raises(InvalidInput) as caught:
        make_appeal(registry, **{f"{field}_id": uuid4()})
    assert [fault.field for fault in caught.value.fields] == [field]
    assert make_appeal(registry).number.endswith("/000001")


def test_an_appeal_of_an_office_not_seen_is_not_linked_to(registry):
    theirs = make_appeal(registry, by="other_clerk")
    with pytest.raises(InvalidInput) as caught:
        make_appeal(registry, repeats_id=theirs.id)
    assert [fault.field for fault in caught.value.fields] == ["repeats"]
    ours = make_appeal(registry)
    assert make_appeal(registry, repeats_id=ours.id).repeats_id == ours.id


@pytest.mark.parametrize("whose", ["own", "theirs"])
def test_a_correction_links_neither_to_itself_nor_to_what_is_not_seen(registry, whose):
    ours, theirs = make_appeal(registry), make_appeal(registry, by="other_clerk")
    other = {"own": ours, "theirs": theirs}[whose]
    with pytest.raises(InvalidInput) as caught:
        appeals.correct(
            appeal_id=ours.id,
            entry=replace(ENTRY, repeats_id=other.id),
            ground="clerical_error",
            reason="Repeats another one",
            version=ours.version,
            by=registry.actor("clerk"),
            on=MONDAY,
        )
    assert [fault.field for fault in caught.value.fields] == ["repeats"]


def test_who_is_not_of_the_registry_may_not(registry):
    it = replace(
        registry.actor("clerk"), today=replace(registry.actor("clerk").today, post="it_administrator")
    )
    with pytest.raises(NotPermitted) as caught:
        appeals.register(entry=ENTRY, by=it, on=MONDAY)
    assert caught.value.ruling.missing[0].citation.clause == "O.13.2"
    assert not Appeal.objects.exists()


def test_nobody_registers_after_the_appointment_has_ended(registry):
    registry.clerk.ends_on = MONDAY
    registry.clerk.save()
    ended = replace(registry.actor("head"), appointment_id=registry.clerk.id, day=date(2000, 1, 1))
    with pytest.raises(NotPermitted):
        appeals.register(entry=ENTRY, by=ended, on=MONDAY)


def test_a_complaint_on_the_own_head_goes_to_the_office_above_at_once(registry):
    appeal = make_appeal(registry, official_id=registry.head.person_id)
    forwarding = Forwarding.objects.get(appeal=appeal)
    assert (appeal.status, forwarding.to_office, forwarding.automatic) == ("forwarded", registry.region, True)
    running = Term.objects.exclude(state="finished")
    assert [(term.rule, term.subject_id) for term in running] == [("referral_control", forwarding.id)]
    assert forwarding.control_due_on == running.get().due_on == date(2026, 10, 7)
    actions = Entry.objects.filter(subject_id=appeal.id).order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["appeal.register", "appeal.forward"]


def test_the_heads_name_typed_by_hand_counts_too(registry):
    name = registry.head.person.name.upper().replace(" ", "  ")
    assert make_appeal(registry, official_name=name).status == "forwarded"
    assert make_appeal(registry, official_name="Кто-то Другой").status == "registered"


def test_a_complaint_on_somebody_else_of_the_office_stays(registry):
    assert make_appeal(registry, official_id=registry.assistant.person_id).status == "registered"


def test_several_applicants_a_child_and_a_representative(registry):
    child = replace(PERSON, iin="", no_id_reason="child", birth_date=date(2015, 5, 5), name="Бала")
    parent = replace(child, name="Сын", representative_name="Мать", authority_document="свидетельство")
    appeal = make_appeal(registry, applicants=(PERSON, child, parent))
    assert appeal.minor
    assert [row.name for row in appeal.applicants.order_by("position")] == [PERSON.name, "Бала", "Сын"]
