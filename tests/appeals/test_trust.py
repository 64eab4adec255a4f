"""Public trust: opinions in the applicants' words, proposals, the head's review of a quarter (O.8.d7)."""

from datetime import date, timedelta

import pytest

from qadaga.appeals.trust import figures, services
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from tests.intake import MONDAY, Registry, answer_sent, make_appeal, make_registry, open_for

pytestmark = pytest.mark.django_db
QUARTER = date(2026, 7, 1)
SAID = services.Said("not", "handed", MONDAY, "Сбор берут и сейчас")


@pytest.fixture
def registry() -> Registry:
    return make_registry()


def test_an_opinion_is_recorded_once_after_the_answer(registry: Registry) -> None:
    clerk, appeal = registry.actor("clerk"), make_appeal(registry)
    with pytest.raises(NotPermitted):
        services.record_opinion(appeal_id=appeal.id, said=SAID, by=clerk, on=MONDAY)
    open_for(registry, appeal)
    answer_sent(registry, appeal)
    for wrong in (services.Said("not", "handed", MONDAY), services.Said("good", "handed", MONDAY)):
        with pytest.raises(InvalidInput):
            services.record_opinion(appeal_id=appeal.id, said=wrong, by=clerk, on=MONDAY)
    early = services.Said("satisfied", "phone", MONDAY - timedelta(days=1))
    with pytest.raises(InvalidInput):
        services.record_opinion(appeal_id=appeal.id, said=early, by=clerk, on=MONDAY)
    services.record_opinion(appeal_id=appeal.id, said=SAID, by=clerk, on=MONDAY)
    with pytest.raises(AlreadyDone):
        services.record_opinion(appeal_id=appeal.id, said=SAID, by=clerk, on=MONDAY)


def test_the_figures_are_those_of_the_quarter_and_stay_with_its_review(registry: Registry) -> None:
    clerk, head = registry.actor("clerk"), registry.actor("head")
    for challenged in (True, False):
        appeal = make_appeal(registry)
        open_for(registry, appeal)
        appeal = answer_sent(registry, appeal)
        said = services.Said("satisfied" if not challenged else "silent", "phone", MONDAY)
        services.record_opinion(appeal_id=appeal.id, said=said, by=clerk, on=MONDAY)
    trust = figures.of_quarter(registry.district.id, QUARTER)
    assert (trust.answered, trust.challenged, trust.asked, trust.satisfied) == (2, 0, 1, 1)
    assert (trust.challenged_share, trust.satisfied_share) == (0, 100)
    assert figures.of_quarter(registry.district.id, figures.quarter_before(QUARTER)).satisfied_share is None
    words = {"conclusion": "Люди довольны", "decision": "Продолжать"}
    for wrong in (date(2026, 8, 1), date(2026, 10, 1)):
        with pytest.raises(InvalidInput):
            services.review(starts_on=wrong, **words, by=head, on=MONDAY)
    with pytest.raises(NotPermitted):
        services.review(starts_on=QUARTER, **words, by=registry.actor("assistant"), on=MONDAY)
    made = services.review(starts_on=QUARTER, **words, by=head, on=MONDAY)
    assert (made.answered, made.satisfied) == (2, 1)
    with pytest.raises(InvalidInput):
        services.review(starts_on=QUARTER, **words, by=head, on=MONDAY)


def test_a_proposal_is_decided_by_the_head_and_carried_out(registry: Registry) -> None:
    clerk, head = registry.actor("clerk"), registry.actor("head")
    row = services.propose(
        aim="trust", title="Звонить заявителям", why="Ответы непонятны", by=clerk, on=MONDAY
    )
    with pytest.raises(Conflict):
        services.carry_out(proposal_id=row.id, version=1, outcome="Да", by=head, on=MONDAY)
    given = {"proposal_id": row.id, "version": 1, "decision": "Звонить в день отправки"}
    with pytest.raises(NotPermitted):
        services.decide(**given, accepted=True, due_on=MONDAY, by=clerk, on=MONDAY)
    with pytest.raises(InvalidInput):
        services.decide(**given, accepted=True, due_on=None, by=head, on=MONDAY)
    services.decide(**given, accepted=True, due_on=MONDAY, by=head, on=MONDAY)
    with pytest.raises(AlreadyDone):
        services.decide(**given, accepted=False, due_on=None, by=head, on=MONDAY)
    done = services.carry_out(proposal_id=row.id, version=2, outcome="Жалоб меньше", by=head, on=MONDAY)
    assert (done.status, done.done_on) == ("done", MONDAY)


def test_quarters_follow_one_another() -> None:
    assert figures.quarter_of(date(2026, 12, 31)) == date(2026, 10, 1)
    assert figures.quarter_after(date(2026, 10, 1)) == date(2027, 1, 1)
    assert figures.quarter_before(date(2026, 1, 1)) == date(2025, 10, 1)
