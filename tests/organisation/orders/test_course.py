"""An order from its draft to its cancellation: who may, what is refused with which clause."""

from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.documents.services import open_file
from qadaga.journal.selectors import timeline
from qadaga.law import competence
from qadaga.organisation.orders import services
from qadaga.organisation.orders.models import Order
from qadaga.staff.models import Appointment
from tests.ordering import WORDING, make_draft, signed_order
from tests.organisation.orders.conftest import TODAY, House
from tests.staffing import actor_of, make_appointment, name_acting, send_away


def fields(error: pytest.ExceptionInfo[InvalidInput]) -> set[str]:
    return {fault.field for fault in error.value.fields}


def clauses(error: pytest.ExceptionInfo[NotPermitted]) -> set[str]:
    return {missing.citation.clause for missing in error.value.ruling.missing}


def test_an_order_goes_from_draft_through_agreement_to_the_signature(house: House) -> None:
    order = make_draft(house.assistant, TODAY)
    order = services.submit(order_id=order.id, version=order.version, by=house.assistant, on=TODAY)
    order = services.agree(order_id=order.id, version=order.version, by=house.deputy, on=TODAY)
    order = services.sign(order_id=order.id, version=order.version, by=house.head, on=TODAY)
    assert (order.status, order.number_text) == ("signed", "БҰ-d-2026/000001")
    assert order.in_force(TODAY)
    assert not order.in_force(TODAY - timedelta(days=1))
    assert order.pdf is not None
    with open_file(order.pdf) as paper:
        assert paper.read(5) == b"%PDF-"
    assert order.ruling is not None
    assert competence.same(order.ruling)
    known = {row.appointment_id for row in order.addressees.all()}
    assert known == {house.deputy.appointment_id, house.assistant.appointment_id, house.clerk.appointment_id}
    actions = [entry.action for entry in timeline("order", order.id)]
    assert actions == ["order.sign", "order.agree", "order.submit", "order.draft"]


def test_numbers_run_by_register_without_gaps(house: House) -> None:
    texts = [
        signed_order(house.head, TODAY).number_text,
        signed_order(house.head, TODAY, kind="personnel").number_text,
        signed_order(house.head, TODAY, form="directive").number_text,
        signed_order(house.head, TODAY, kind="duties").number_text,
    ]
    assert texts == ["БҰ-d-2026/000001", "ЖҚ-d-2026/000001", "ӨК-d-2026/000001", "БҰ-d-2026/000002"]


def test_the_deputy_who_is_there_agrees_before_the_head_signs(house: House) -> None:
    order = make_draft(house.assistant, TODAY)
    with pytest.raises(Conflict) as early:
        services.sign(order_id=order.id, version=order.version, by=house.head, on=TODAY)
    assert early.value.code == "not_submitted"
    order = services.submit(order_id=order.id, version=order.version, by=house.assistant, on=TODAY)
    with pytest.raises(Conflict) as unagreed:
        services.sign(order_id=order.id, version=order.version, by=house.head, on=TODAY)
    assert unagreed.value.code == "not_agreed"


def test_an_author_never_agrees_the_own_draft_and_the_remarks_bring_it_back(house: House) -> None:
    order = make_draft(house.deputy, TODAY)
    order = services.submit(order_id=order.id, version=order.version, by=house.deputy, on=TODAY)
    with pytest.raises(NotPermitted) as refused:
        services.agree(order_id=order.id, version=order.version, by=house.deputy, on=TODAY)
    assert clauses(refused) == {"O.14.1"}
    order = services.send_back(
        order_id=order.id, version=order.version, remarks="Нужен срок.", by=house.head, on=TODAY
    )
    assert (order.status, order.remarks.get().text) == ("draft", "Нужен срок.")


def test_only_the_head_or_who_replaces_the_head_signs(house: House) -> None:
    order = make_draft(house.head, TODAY)
    for by in (house.deputy, house.regional, house.assistant):
        with pytest.raises(NotPermitted) as refused:
            services.sign(order_id=order.id, version=order.version, by=by, on=TODAY)
        assert "O.15" in clauses(refused)


def test_the_acting_head_signs_while_the_head_is_away_and_not_the_day_after(house: House) -> None:
    held = Appointment.objects.get(id=house.deputy.appointment_id)
    head = Appointment.objects.get(id=house.head.appointment_id)
    send_away(head.person, TODAY, TODAY + timedelta(days=3))
    name_acting(held, TODAY, TODAY + timedelta(days=3))
    acting = signed_order(actor_of(held, TODAY), TODAY)
    assert acting.signer_id == held.id
    after = TODAY + timedelta(days=3)
    order = make_draft(house.deputy, after)
    with pytest.raises(NotPermitted):
        services.sign(order_id=order.id, version=order.version, by=house.deputy, on=after)


def test_a_directive_to_somebody_of_another_office_is_refused_with_the_clause(house: House) -> None:
    with pytest.raises(NotPermitted) as refused:
        make_draft(
            house.head,
            TODAY,
            form="directive",
            audience="listed",
            addressees=[house.assistant.appointment_id, house.stranger.appointment_id],
        )
    assert clauses(refused) == {"O.13.2"}
    assert not Order.objects.exists()


def test_the_addressees_are_asked_for_again_at_the_signature(house: House) -> None:
    leaving = make_appointment(house.office, "assistant", until=TODAY + timedelta(days=1))
    order = make_draft(house.head, TODAY, audience="listed", addressees=[leaving.id])
    with pytest.raises(NotPermitted) as refused:
        services.sign(order_id=order.id, version=order.version, by=house.head, on=TODAY + timedelta(days=1))
    assert clauses(refused) == {"O.13.2"}


def test_an_order_of_the_region_may_bind_the_districts_below(house: House) -> None:
    order = signed_order(house.regional, TODAY, audience="below")
    assert order.addressees.filter(appointment=house.stranger.appointment_id).exists()
    assert not order.addressees.filter(appointment=house.general.appointment_id).exists()


@pytest.mark.parametrize("kind", ["structure", "staffing"])
def test_structure_and_staff_are_the_prosecutor_generals_to_order(house: House, kind: str) -> None:
    with pytest.raises(NotPermitted) as refused:
        make_draft(house.head, TODAY, kind=kind)
    assert clauses(refused) == {"O.5"}
    assert signed_order(house.general, TODAY, kind=kind).status == "signed"


def test_a_district_orders_nothing_for_a_collegium_it_cannot_have(house: House) -> None:
    with pytest.raises(NotPermitted) as refused:
        make_draft(house.head, TODAY, kind="collegium")
    assert clauses(refused) == {"L.1.5"}


def test_people_are_decided_by_orders_and_not_by_directives(house: House) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_draft(house.head, TODAY, form="directive", kind="personnel")
    assert fields(refused) == {"kind"}


def test_an_assistant_drafts_no_order_on_people(house: House) -> None:
    with pytest.raises(NotPermitted) as refused:
        make_draft(house.assistant, TODAY, kind="personnel")
    assert clauses(refused) == {"L.2.5"}


def test_bad_input_names_its_field(house: House) -> None:
    wording = services.Wording(title_ru="О\x00", text_ru="x", title_kk="Тақырып")
    with pytest.raises(InvalidInput) as refused:
        make_draft(
            house.head, TODAY, wording=wording, norms=["O.99"], controller_id=house.stranger.appointment_id
        )
    assert fields(refused) == {"title_ru", "title_kk", "norms", "controller_id"}


def test_both_languages_are_needed_where_both_are_chosen(house: House) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_draft(house.head, TODAY, language="both")
    assert fields(refused) == {"title_kk"}
    wording = services.Wording("Тәртіп туралы", "О порядке", "", "1. Установить.")
    order = make_draft(house.head, TODAY, language="both", wording=wording)
    with pytest.raises(InvalidInput) as unwritten:
        services.sign(order_id=order.id, version=order.version, by=house.head, on=TODAY)
    assert fields(unwritten) == {"text_kk"}


def test_an_order_begins_when_it_says_but_never_before_its_signature(house: House) -> None:
    later = TODAY + timedelta(days=10)
    order = signed_order(house.head, TODAY, begins_on=later)
    assert not order.in_force(TODAY)
    assert order.in_force(later)
    past = make_draft(house.head, TODAY, begins_on=TODAY - timedelta(days=1))
    with pytest.raises(InvalidInput) as refused:
        services.sign(order_id=past.id, version=past.version, by=house.head, on=TODAY)
    assert fields(refused) == {"begins_on"}


def test_a_changed_text_is_a_new_version_and_a_stale_one_is_refused(house: House) -> None:
    order = make_draft(house.head, TODAY, norms=["O.4", "O.13.2"])
    changed = services.Draft("order", "general", "ru", services.Wording("", "О порядке", "", "1. Иначе."))
    saved = services.save_draft(order_id=order.id, version=1, draft=changed, by=house.head, on=TODAY)
    assert [row.no for row in saved.versions.order_by("no")] == [1, 2]
    with pytest.raises(Stale):
        services.save_draft(order_id=order.id, version=1, draft=changed, by=house.head, on=TODAY)
    same = services.save_draft(
        order_id=order.id, version=saved.version, draft=changed, by=house.head, on=TODAY
    )
    assert same.versions.count() == 2


def test_the_norms_are_kept_with_their_edition_at_the_signature(house: House) -> None:
    order = signed_order(house.head, TODAY, norms=["O.13.2"])
    assert order.basis == [{"clause": "O.13.2", "edition": "O@2017-11-03"}]


def test_whoever_issued_it_or_an_office_above_cancels_and_nobody_else(house: House) -> None:
    first, second = signed_order(house.head, TODAY), signed_order(house.head, TODAY)
    with pytest.raises(NotPermitted) as refused:
        services.cancel(order_id=first.id, version=first.version, reason="Нет.", by=house.deputy, on=TODAY)
    assert clauses(refused) == {"O.12"}
    with pytest.raises(NotFound):
        services.cancel(order_id=first.id, version=first.version, reason="Нет.", by=house.stranger, on=TODAY)
    newer = signed_order(house.regional, TODAY)
    gone = services.cancel(
        order_id=first.id,
        version=first.version,
        reason="Противоречит.",
        by=house.regional,
        on=TODAY,
        cancelling_id=newer.id,
    )
    assert (gone.status, gone.cancelling_id, gone.in_force(TODAY)) == ("cancelled", newer.id, False)
    own = services.cancel(
        order_id=second.id, version=second.version, reason="Исполнен.", by=house.head, on=TODAY
    )
    assert own.status == "cancelled"
    with pytest.raises(AlreadyDone):
        services.cancel(order_id=own.id, version=own.version, reason="Ещё.", by=house.head, on=TODAY)


def test_a_lower_head_cannot_cancel_an_order_of_the_region(house: House) -> None:
    order = signed_order(house.regional, TODAY, audience="below")
    with pytest.raises(NotPermitted) as refused:
        services.cancel(order_id=order.id, version=order.version, reason="Нет.", by=house.head, on=TODAY)
    assert clauses(refused) == {"L.1.2"}


def test_a_draft_is_given_up_without_a_number(house: House) -> None:
    order = make_draft(house.assistant, TODAY)
    gone = services.withdraw(
        order_id=order.id, version=order.version, reason="Не нужен.", by=house.assistant, on=TODAY
    )
    assert (gone.status, gone.number_text) == ("withdrawn", None)
    assert WORDING.title_ru == str(gone)
