"""An answer: drafted by who handles it, signed by the head or the replacement (O.15), challenged above."""

import hashlib
from datetime import date

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Answer, Appeal
from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.documents.services import open_file
from qadaga.matters.models import Term
from tests.intake import ENTRY, MONDAY, answer_sent, draft_for, make_appeal, open_for
from tests.staffing import name_acting, send_away

LATER = date(2026, 9, 21)


def test_the_head_signs_and_what_is_signed_is_frozen(registry):
    appeal = draft_for(registry, make_appeal(registry))
    answer = appeals.sign_answer(appeal_id=appeal.id, version=2, by=registry.actor("head"), on=MONDAY)
    with open_file(answer.pdf) as stream:
        pdf = stream.read()
    assert pdf.startswith(b"%PDF-1.7")
    assert answer.sha256 == hashlib.sha256(pdf).hexdigest()
    assert (answer.number, answer.challenge_office) == ("ШҚ-dis-2026/000001", registry.region)
    assert answer.challenge_until == date(2026, 12, 7)
    with pytest.raises(Conflict) as caught:
        draft_for(registry, appeal)
    assert caught.value.code == "answer_signed"
    with pytest.raises(Conflict):
        appeals.sign_answer(appeal_id=appeal.id, version=3, by=registry.actor("head"), on=MONDAY)


@pytest.mark.parametrize("by", ["deputy", "assistant", "clerk", "region_head"])
def test_nobody_else_signs(registry, by):
    appeal = draft_for(registry, make_appeal(registry))
    with pytest.raises(NotPermitted) as caught:
        appeals.sign_answer(appeal_id=appeal.id, version=2, by=registry.actor(by), on=MONDAY)
    assert "O.15" in {missing.citation.clause for missing in caught.value.ruling.missing}
    assert Answer.objects.get().state == "draft"


def test_in_the_heads_absence_whoever_replaces_the_head_signs(registry):
    send_away(registry.head.person, MONDAY)
    name_acting(registry.deputy, MONDAY)
    appeal = draft_for(registry, make_appeal(registry), by="deputy")
    answer = appeals.sign_answer(appeal_id=appeal.id, version=2, by=registry.actor("deputy"), on=MONDAY)
    assert answer.signed_by_id == registry.deputy.id


def test_sending_ends_the_consideration_on_the_day_sent(registry):
    appeal = answer_sent(registry, make_appeal(registry))
    assert (appeal.status, appeal.closed_on, appeal.due_on) == ("answered", MONDAY, None)
    assert Term.objects.get(subject_id=appeal.id).ended_on == MONDAY


def test_nothing_is_sent_before_it_is_signed_or_from_the_future(registry):
    appeal = draft_for(registry, make_appeal(registry))
    clerk = registry.actor("clerk")
    send = {"appeal_id": appeal.id, "way": "post", "by": clerk, "on": MONDAY}
    with pytest.raises(Conflict):
        appeals.send_answer(sent_on=MONDAY, version=2, **send)
    appeals.sign_answer(appeal_id=appeal.id, version=2, by=registry.actor("head"), on=MONDAY)
    for wrong in (date(2026, 9, 6), date(2026, 9, 8)):
        with pytest.raises(InvalidInput) as caught:
            appeals.send_answer(sent_on=wrong, version=3, **send)
        assert [fault.field for fault in caught.value.fields] == ["sent_on"]


def test_the_assistant_of_the_matter_drafts_and_another_one_does_not(registry):
    appeal = make_appeal(registry)
    with pytest.raises(NotPermitted):
        draft_for(registry, appeal, by="assistant")
    open_for(registry, appeal)
    assert draft_for(registry, appeal, by="assistant").status == "answer_draft"


def test_a_draft_is_rewritten_by_its_version(registry):
    appeal = draft_for(registry, make_appeal(registry))
    appeal = draft_for(registry, appeal)
    answer = Answer.objects.get()
    assert (answer.version, appeal.version) == (2, 3)


def test_a_challenge_is_registered_above_and_calls_the_matter_up(registry):
    appeal = make_appeal(registry)
    matter = open_for(registry, appeal)
    appeal = answer_sent(registry, appeal)
    clerk = registry.actor("region_clerk", LATER)
    challenge = appeals.challenge(
        appeal_id=appeal.id,
        entry=ENTRY,
        version=appeal.version,
        by=registry.actor("region_head", LATER),
        on=LATER,
    )
    appeal.refresh_from_db()
    assert appeal.status == "challenged"
    assert (challenge.challenges, challenge.office, challenge.status) == (
        appeal,
        registry.region,
        "registered",
    )
    taken = appeals.call_up(
        appeal_id=challenge.id,
        reason="Жалоба на ответ",
        version=1,
        by=registry.actor("region_head", LATER),
        on=LATER,
    )
    challenge.refresh_from_db()
    assert (taken.id, taken.holder, challenge.matter_id) == (matter.id, registry.region, matter.id)
    assert challenge.status == "in_matter"
    assert clerk.office_id == registry.region.id


def test_a_challenge_brought_to_the_office_itself_is_passed_up(registry):
    appeal = answer_sent(registry, make_appeal(registry))
    challenge = appeals.challenge(
        appeal_id=appeal.id, entry=ENTRY, version=appeal.version, by=registry.actor("clerk", LATER), on=LATER
    )
    forwarding = challenge.forwardings.get()
    assert (challenge.status, forwarding.to_office, forwarding.automatic) == (
        "forwarded",
        registry.region,
        True,
    )
    received = appeals.receive(
        forwarding_id=forwarding.id, by=registry.actor("region_clerk", LATER), on=LATER
    )
    assert received.challenges_id == appeal.id
    assert Appeal.objects.get(pk=appeal.id).status == "challenged"


def test_what_is_still_considered_cannot_be_challenged(registry):
    appeal = make_appeal(registry)
    with pytest.raises(Conflict):
        appeals.challenge(appeal_id=appeal.id, entry=ENTRY, version=1, by=registry.actor("clerk"), on=MONDAY)
    assert Appeal.objects.count() == 1
