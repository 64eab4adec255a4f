"""The letter that calls for a file: its paper, its delivery with the proof, its term prolonged."""

from collections.abc import Iterator
from datetime import date

import pytest

from qadaga.acts.services import Delivered
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.day.waiting import everything
from qadaga.matters.models import TermEvent
from qadaga.supervision.offences import services
from qadaga.supervision.offences.models import FileCall
from tests.casework import MONDAY, Town, make_body, make_town
from tests.offences import DECIDED, called

pytestmark = pytest.mark.clause("O.8.2")


def waiting_for(by: Actor) -> set[tuple[str, object]]:
    return {(row.sort, row.id) for row in everything(by, MONDAY)}


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def test_the_letter_is_frozen_with_the_call_and_delivered_once_against_a_proof(town: Town) -> None:
    head, clerk = town.actor("head"), town.actor("clerk")
    case = called(head, make_body("Управление полиции", kind="law_enforcement"))
    letter = FileCall.objects.select_related("pdf").get(case=case)
    assert (letter.number_text, letter.signer, letter.sha256) == (
        case.number_text,
        town.head,
        letter.pdf.sha256,
    )
    assert "подпункт 2 пункта 8" in letter.norm
    unproven = Delivered("courier", MONDAY)
    with pytest.raises(InvalidInput) as refused:
        services.deliver(case_id=case.id, version=1, delivered=unproven, by=clerk, on=MONDAY)
    assert [fault.field for fault in refused.value.fields] == ["proof"]
    delivered = Delivered("courier", MONDAY, proof_ref="вх. 18")
    case = services.deliver(case_id=case.id, version=1, delivered=delivered, by=clerk, on=MONDAY)
    assert (case.status, case.version, case.due_on) == ("called", 2, date(2026, 9, 14))
    with pytest.raises(AlreadyDone):
        services.deliver(case_id=case.id, version=2, delivered=delivered, by=clerk, on=MONDAY)
    own = services.open_new(named=services.Named(case.body, "Статья 86"), decided=DECIDED, by=head, on=MONDAY)
    with pytest.raises(Conflict):
        services.deliver(case_id=own.id, version=1, delivered=delivered, by=clerk, on=MONDAY)


def test_the_leadership_prolongs_the_term_within_the_ledger(town: Town) -> None:
    head, until = town.actor("head"), date(2026, 9, 25)
    case = called(head, make_body("Управление полиции", kind="law_enforcement"))
    assert ("call_offence", case.id) in waiting_for(head)
    with pytest.raises(InvalidInput):
        services.prolong(case_id=case.id, version=1, reason="Письмо в пути", until=until, by=head, on=MONDAY)
    delivered = Delivered("courier", MONDAY, proof_ref="вх. 18")
    case = services.deliver(case_id=case.id, version=1, delivered=delivered, by=head, on=MONDAY)
    assert ("call_offence", case.id) not in waiting_for(head)
    longer = {"case_id": case.id, "version": 2, "reason": "Дело у эксперта", "on": MONDAY}
    with pytest.raises(NotPermitted):
        services.prolong(**longer, until=until, by=town.actor("assistant"))
    with pytest.raises(InvalidInput) as refused:
        services.prolong(**longer, until=MONDAY, by=head)
    assert [fault.field for fault in refused.value.fields] == ["until"]
    assert services.prolong(**longer, until=until, by=head).due_on == until
    events = TermEvent.objects.filter(term__subject_id=case.id, term__rule="document_request").order_by("no")
    assert [(event.kind, event.until) for event in events] == [("start", None), ("prolong", until)]
