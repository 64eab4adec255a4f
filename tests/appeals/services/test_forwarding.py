"""What another body must decide goes there, the applicant is told, the outcome is controlled (L.1.1)."""

from dataclasses import replace
from datetime import date

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal, Forwarding
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.matters.models import Term
from tests.intake import MONDAY, PERSON, Registry, make_appeal, open_for

TUESDAY = date(2026, 9, 8)


def forward(registry: Registry, appeal: Appeal, *, by: str = "head", **changes) -> Forwarding:
    values = {
        "to": appeals.Addressee(name="Департамент полиции"),
        "ground": "competent_body",
        "reason": "Решать должна полиция",
        "version": appeal.version,
    }
    return appeals.forward(
        appeal_id=appeal.id, by=registry.actor(by, TUESDAY), on=TUESDAY, **{**values, **changes}
    )


def running() -> set[tuple[str, date]]:
    return {(term.rule, term.due_on) for term in Term.objects.exclude(state="finished")}


def test_a_whole_appeal_leaves_with_a_notice_and_a_control(registry):
    appeal = make_appeal(registry)
    forwarding = forward(registry, appeal)
    appeal.refresh_from_db()
    assert (appeal.status, forwarding.whole, forwarding.automatic) == ("forwarded", True, False)
    # The notice runs from the registration, the control from the forwarding; the consideration is over.
    assert running() == {("appeal_forward", date(2026, 9, 10)), ("referral_control", date(2026, 10, 8))}
    assert appeal.due_on == forwarding.control_due_on
    with pytest.raises(NotPermitted):
        forward(registry, appeal)


def test_a_part_leaves_the_rest_under_consideration(registry):
    appeal = make_appeal(registry)
    forward(registry, appeal, part="О кредите", ground="part_competent_body")
    appeal.refresh_from_db()
    assert appeal.status == "registered"
    assert {rule for rule, _ in running()} == {"appeal_consider", "appeal_forward", "referral_control"}
    second = forward(registry, appeal, part="О налогах", ground="part_competent_body", control=False)
    assert second.control_due_on is None


def test_the_applicant_told_and_the_outcome_known_end_both_terms(registry):
    appeal = make_appeal(registry)
    forwarding = forward(registry, appeal)
    common = {"appeal_id": appeal.id, "forwarding_id": forwarding.id, "by": registry.actor("clerk", TUESDAY)}
    appeals.tell_of_forwarding(told_on=TUESDAY, way="post", on=TUESDAY, **common)
    later = date(2026, 9, 21)
    common["by"] = registry.actor("clerk", later)
    outcome = {"outcome": "resolved", "outcome_on": date(2026, 9, 20), "note": "Дело возбуждено", "on": later}
    with pytest.raises(InvalidInput):
        appeals.record_outcome(**common, **{**outcome, "outcome_on": MONDAY})
    appeals.record_outcome(**common, **outcome)
    assert running() == set()
    with pytest.raises(AlreadyDone):
        appeals.record_outcome(**common, **outcome)


def test_the_clerk_may_not_forward(registry):
    with pytest.raises(NotPermitted):
        forward(registry, make_appeal(registry), by="clerk")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"to": appeals.Addressee(name=" ")}, "to_name"),
        ({"reason": ""}, "reason"),
        ({"ground": ""}, "ground"),
        ({"part": "a\0"}, "part"),
    ],
)
def test_what_is_missing_is_named(registry, changes, field):
    with pytest.raises(InvalidInput) as caught:
        forward(registry, make_appeal(registry), **changes)
    assert [fault.field for fault in caught.value.fields] == [field]


def test_not_to_oneself(registry):
    with pytest.raises(InvalidInput):
        forward(registry, make_appeal(registry), to=appeals.Addressee(office_id=registry.district.id))


def test_another_office_receives_it_once_under_its_own_number(registry):
    appeal = make_appeal(registry)
    to = appeals.Addressee(office_id=registry.other.id)
    forwarding = forward(registry, appeal, to=to, ground="competent_office")
    clerk = registry.actor("other_clerk", TUESDAY)
    with pytest.raises(NotFound):
        appeals.receive(forwarding_id=forwarding.id, by=registry.actor("region_clerk", TUESDAY), on=TUESDAY)
    received = appeals.receive(forwarding_id=forwarding.id, by=clerk, on=TUESDAY)
    assert (received.number, received.way, received.office) == (
        "ЖТ-oth-2026/000001",
        "office",
        registry.other,
    )
    assert received.applicants.get().iin == appeal.applicants.get().iin
    with pytest.raises(AlreadyDone):
        appeals.receive(forwarding_id=forwarding.id, by=clerk, on=TUESDAY)


def test_who_came_of_age_on_the_way_is_received_without_the_mark(registry):
    child = replace(PERSON, iin="", no_id_reason="not_given", birth_date=date(2008, 9, 8))
    appeal = make_appeal(registry, applicants=(child,))
    assert appeal.minor
    to = appeals.Addressee(office_id=registry.other.id)
    forwarding = forward(registry, appeal, to=to, ground="competent_office")
    received = appeals.receive(
        forwarding_id=forwarding.id, by=registry.actor("other_clerk", TUESDAY), on=TUESDAY
    )
    assert not received.minor


def test_a_part_received_says_only_that_part(registry):
    to = appeals.Addressee(office_id=registry.other.id)
    forwarding = forward(
        registry, make_appeal(registry), to=to, part="О дороге", ground="part_competent_body"
    )
    received = appeals.receive(
        forwarding_id=forwarding.id, by=registry.actor("other_clerk", TUESDAY), on=TUESDAY
    )
    assert received.summary == "О дороге"


def test_a_part_can_leave_from_a_matter_too(registry):
    appeal = make_appeal(registry)
    open_for(registry, appeal)
    appeal.refresh_from_db()
    forward(registry, appeal, part="О кредите", ground="part_competent_body")
    appeal.refresh_from_db()
    assert appeal.status == "in_matter"
