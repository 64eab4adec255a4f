"""Checks of records: discrepancies, corrections demanded and made, silence answered; bad input refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from qadaga.acts.letters.models import Letter
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.matters import terms
from qadaga.matters.delivery import Delivered
from qadaga.matters.models import Body
from qadaga.supervision.statistics import selectors, services
from qadaga.supervision.statistics.models import Discrepancy, RecordsCheck
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town, open_matter, signed_protest
from tests.parallel import at_once
from tests.records import DEMANDED, HIDDEN, SERVED, begun, to_begin
from tests.web.alarms.test_pages import reads, signed_in

pytestmark = pytest.mark.clause("L.3.8", "O.8.d3", "O.8.2")
FIGURES = services.Figures("Сколько дел начато в августе", days=3)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture
def police(town: Town) -> Body:
    return make_body("Управление полиции", kind="law_enforcement")


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def who(town: Town, name: str = "head") -> dict[str, Any]:
    return {"by": town.actor(name), "on": MONDAY}


def found(town: Town, police: Body, **changes: object) -> RecordsCheck:
    """A finished check of the assistant with one discrepancy."""
    check = begun(town.actor("head"), police, officer_id=town.assistant.id, **changes)
    services.add_discrepancy(check_id=check.id, version=1, found=HIDDEN, **who(town, "assistant"))
    return services.finish(check_id=check.id, version=2, **who(town, "assistant"))


def demanded(town: Town, police: Body) -> RecordsCheck:
    check = found(town, police)
    services.demand_correction(check_id=check.id, version=3, demanded=DEMANDED, **who(town))
    return services.serve(check_id=check.id, version=4, served=SERVED, **who(town, "assistant"))


def test_figures_are_asked_for_a_discrepancy_is_demanded_to_be_corrected_and_is(
    town: Town, police: Body
) -> None:
    check = begun(town.actor("head"), police, officer_id=town.assistant.id)
    assert check.number_text == "ҚС-dis-2026/000001"
    services.ask_figures(check_id=check.id, version=1, asked=FIGURES, **who(town))
    letter = Letter.objects.get(subject_id=check.id)
    assert (letter.kind, letter.number_text, letter.days) == ("figures", "ШР-dis-2026/000001", 3)
    with pytest.raises(Conflict):
        services.finish(check_id=check.id, version=2, **who(town, "assistant"))
    mine = who(town, "assistant")
    unproven = {"check_id": check.id, "version": 2, "delivered": Delivered("courier", MONDAY), **mine}
    with pytest.raises(InvalidInput, match="proof"):
        services.deliver_figures(**unproven)
    served = {"check_id": check.id, "delivered": Delivered("courier", MONDAY, proof_ref="вх. 5"), **mine}
    check = services.deliver_figures(version=2, **served)
    assert check.served_way == "courier"
    term = terms.open_term("records", check.id)
    assert term is not None
    assert term.due_on == date(2026, 9, 10)
    with pytest.raises(AlreadyDone):
        services.deliver_figures(version=3, **served)
    services.receive_figures(check_id=check.id, version=3, came_on=MONDAY, **mine)
    services.add_discrepancy(check_id=check.id, version=4, found=HIDDEN, **mine)
    services.finish(check_id=check.id, version=5, **mine)
    with pytest.raises(NotPermitted):  # only the head demands
        services.demand_correction(check_id=check.id, version=6, demanded=DEMANDED, **mine)
    services.demand_correction(check_id=check.id, version=6, demanded=DEMANDED, **who(town))
    row = Discrepancy.objects.get()
    fixed = {"discrepancy_id": row.id, "corrected_on": MONDAY, "proof": "карточка Ф-1"}
    with pytest.raises(Conflict):
        services.correct(check_id=check.id, version=7, **fixed, **mine)
    check = services.serve(check_id=check.id, version=7, served=SERVED, **mine)
    assert (check.status, check.due_on) == ("demanded", date(2026, 10, 7))
    check = services.correct(check_id=check.id, version=8, **fixed, **mine)
    assert (check.status, check.outcome, check.due_on) == ("closed", "corrected", None)
    made = selectors.demand_of(selectors.read_check(town.actor("head"), MONDAY, check.id))
    assert made is not None
    assert (made.number_text, made.told_on) == ("ҚТ-dis-2026/000001", MONDAY)


def test_without_discrepancies_the_records_are_true(town: Town, police: Body) -> None:
    check = begun(town.actor("head"), police)
    check = services.finish(check_id=check.id, version=1, **who(town))
    assert (check.status, check.outcome) == ("closed", "true")
    # Once it is closed the same days may be checked again.
    assert begun(town.actor("head"), police).status == "begun"


def test_silence_becomes_a_violation_of_a_matter_that_an_act_answers(town: Town, police: Body) -> None:
    check, row = demanded(town, police), Discrepancy.objects.get()
    matter = assigned_matter(town, direction="statistics", kind="own_initiative")
    mine = who(town, "assistant")
    other = {"discrepancy_id": row.id, "matter_id": assigned_matter(town).id}
    with pytest.raises(InvalidInput, match="matter"):
        services.pass_violation(check_id=check.id, version=5, **other, **mine)
    passed = {"discrepancy_id": row.id, "matter_id": matter.id}
    services.pass_violation(check_id=check.id, version=5, **passed, **mine)
    row.refresh_from_db()
    assert row.violation is not None
    assert (row.violation.what, row.violation.violator_body) == (HIDDEN.what, police)
    with pytest.raises(AlreadyDone):
        services.pass_violation(check_id=check.id, version=6, **passed, **mine)
    with pytest.raises(Conflict):
        services.close_with_act(check_id=check.id, version=6, **mine)
    act = signed_protest(town, matter)
    services.link_act(check_id=check.id, version=6, act_id=act.id, **mine)
    check = services.close_with_act(check_id=check.id, version=7, **mine)
    assert (check.status, check.outcome, check.due_on) == ("closed", "act", None)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "погода"}, "kind"),
        ({"period_to": date(2026, 7, 1)}, "period_to"),
        ({"period_from": MONDAY + timedelta(days=1)}, "period_from"),
        ({"due_on": MONDAY - timedelta(days=1)}, "due_on"),
        ({"kato": "000000001"}, "kato"),
        ({"sphere": "чужая"}, "sphere"),
    ],
)
def test_a_check_that_makes_no_sense_is_refused(
    town: Town, police: Body, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        begun(town.actor("head"), police, **changes)
    assert [fault.field for fault in refused.value.fields] == [field]


def test_without_ground_elsewhere_by_others_or_twice_it_is_refused(town: Town, police: Body) -> None:
    for changes in ({"ground": ""}, {"kato": "103200000"}):
        with pytest.raises(NotPermitted):
            begun(town.actor("head"), police, **changes)
    for outsider in ("assistant", "clerk"):
        with pytest.raises(NotPermitted):
            begun(town.actor(outsider), police)
    with pytest.raises(InvalidInput, match="officer"):
        begun(town.actor("head"), police, officer_id=town.clerk.id)
    with pytest.raises(InvalidInput, match="officer"):
        begun(town.actor("head"), police, officer_id=town.neighbour.id)
    check = begun(town.actor("head"), police)
    with pytest.raises(InvalidInput, match="period_from"), transaction.atomic():
        begun(town.actor("head"), police)
    with pytest.raises(NotFound):
        services.finish(check_id=check.id, version=1, **who(town, "neighbour"))
    with pytest.raises(Stale):
        services.finish(check_id=check.id, version=9, **who(town))
    idle = open_matter(town, direction="statistics", kind="own_initiative")
    with pytest.raises(InvalidInput, match="matter"):
        begun(town.actor("head"), police, kind="appeals", matter_id=idle.id)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"fault": "потеряно"}, "fault"),
        ({"record_no": " "}, "record_no"),
        ({"norm": ""}, "norm"),
        ({"reported": 1, "found": 1}, "found"),
        ({"reported": -1}, "reported"),
        ({"fault": "late", "reported": 0}, "reported"),
        ({"fault": "wrong", "reported": 2, "found": 2}, "found"),
    ],
)
def test_a_discrepancy_whose_counts_do_not_bear_it_out_is_refused(
    town: Town, police: Body, changes: dict[str, Any], field: str
) -> None:
    check = begun(town.actor("head"), police)
    with pytest.raises(InvalidInput) as refused:
        services.add_discrepancy(check_id=check.id, version=1, found=replace(HIDDEN, **changes), **who(town))
    assert [fault.field for fault in refused.value.fields] == [field]


def test_the_same_discrepancy_twice_and_steps_out_of_turn_are_refused(town: Town, police: Body) -> None:
    check = begun(town.actor("head"), police)
    with pytest.raises(Conflict):
        services.demand_correction(check_id=check.id, version=1, demanded=DEMANDED, **who(town))
    with pytest.raises(Conflict):
        services.receive_figures(check_id=check.id, version=1, came_on=MONDAY, **who(town))
    services.add_discrepancy(check_id=check.id, version=1, found=HIDDEN, **who(town))
    with pytest.raises(InvalidInput, match="record_no"), transaction.atomic():
        services.add_discrepancy(check_id=check.id, version=2, found=HIDDEN, **who(town))
    with pytest.raises(Conflict):
        services.close_with_act(check_id=check.id, version=2, **who(town))
    with pytest.raises(IntegrityError), transaction.atomic():
        Discrepancy.objects.update(found=0)


def test_pages_ask_at_most_eight_times_and_keep_what_was_typed(town: Town, police: Body) -> None:
    check = demanded(town, police)
    client = signed_in(town, "head")
    card = f"/records/{check.id}/"
    pages = {address: reads(client, address) for address in ("/records/", card)}
    assert {address: cost for address, (_, cost) in pages.items() if cost > 8} == {}
    assert HIDDEN.record_no in pages[card][0]
    assert 'href="/records/new/"' in pages["/records/"][0]
    assert client.get(f"{card}demand.pdf").getvalue().startswith(b"%PDF")  # type: ignore[attr-defined]
    assert check.number_text in reads(client, "/")[0]  # the head's day shows that a correction is awaited
    wrong = client.post("/records/new/", {"kind": "crimes", "body_name_ru": "Полиция"})
    assert wrong.status_code == 422
    assert "Полиция" in wrong.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_that_begin_the_same_check_at_once_make_one() -> None:
    town = make_town()
    police = make_body("Управление полиции", kind="law_enforcement")
    wanted, by = to_begin(police), town.actor("head")
    done = at_once([lambda: services.begin(begun=wanted, by=by, on=MONDAY)] * 2)
    assert RecordsCheck.objects.count() == 1
    assert sum(isinstance(one, InvalidInput) for one in done) == 1


def test_figures_that_do_not_come_are_a_discrepancy_that_an_act_answers(town: Town, police: Body) -> None:
    check = begun(town.actor("head"), police)
    said = {"norm": "Закон, статья 12", "what": "Сведения за август не представлены"}
    check = services.ask_figures(check_id=check.id, version=1, asked=FIGURES, **who(town, "head"))
    with pytest.raises(Conflict, match="delivered"):
        services.record_silence(check_id=check.id, version=2, **said, **who(town, "head"))
    delivered = Delivered("post", MONDAY, proof_ref="№ 5")
    services.deliver_figures(check_id=check.id, version=2, delivered=delivered, **who(town, "head"))
    with pytest.raises(Conflict, match="term of the reply"):
        services.record_silence(check_id=check.id, version=3, **said, **who(town, "head"))
    with pytest.raises(Conflict):
        services.finish(check_id=check.id, version=3, **who(town, "head"))
    late = MONDAY + timedelta(days=10)
    then = {"by": town.actor("head", late), "on": late}
    check = services.record_silence(check_id=check.id, version=3, **said, **then)
    with pytest.raises(AlreadyDone):
        services.record_silence(check_id=check.id, version=4, **said, **then)
    forged = services.Found("withheld", "КУИ-1", 0, 0, "Закон", "x")
    with pytest.raises(InvalidInput):
        services.add_discrepancy(check_id=check.id, version=4, found=forged, **then)
    check = services.finish(check_id=check.id, version=4, **then)
    assert (check.status, check.silent_on) == ("found", late)
    assert Discrepancy.objects.get().fault == "withheld"
    check = services.demand_correction(check_id=check.id, version=5, demanded=DEMANDED, **then)
    assert check.status == "demanded"
