"""What the acting head signed: acts, orders, answers and requests of the days on which the head was away."""

from datetime import date, timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.appeals import services as appeals
from qadaga.appeals.selectors.acting import Asked, acting_in, signed_by_acting
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.organisation.orders import services as orders
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_body, make_town
from tests.intake import draft_for, make_appeal, make_registry, open_for
from tests.ordering import make_draft
from tests.staffing import actor_of, make_office, name_acting, send_away

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def town(db: None) -> Town:
    """The deputy acts in September and signs an act, an order and a request."""
    town = make_town()
    draft = draft_protest(town, assigned_matter(town))
    draft = acts.submit(act_id=draft.id, version=draft.version, by=town.actor("assistant"), on=MONDAY)
    draft = acts.agree(act_id=draft.id, version=draft.version, by=town.actor("deputy"), on=MONDAY)
    send_away(town.head.person, MONDAY, OCTOBER)
    name_acting(town.deputy, MONDAY)
    by = town.actor("deputy")
    asked = acts.Asked(addressee=make_body("Банк"), ground="Обращение", text="Копии", language="ru")
    acts.request(matter_id=draft.matter_id, asked=asked, by=by, on=MONDAY)
    acts.sign(act_id=draft.id, version=draft.version, by=by, on=MONDAY)
    order = make_draft(by, MONDAY)
    orders.sign(order_id=order.id, version=order.version, by=by, on=MONDAY)
    return town


def _sorts(town: Town, **asked: object) -> list[str]:
    values = {"since": MONDAY, "until": date(2026, 12, 1), **asked}
    return [row.sort for row in signed_by_acting(town.district.id, Asked(**values), reader=None)[0]]  # type: ignore[arg-type]


@pytest.mark.clause("O.15", "O.14.2", "O.12")
def test_acts_orders_and_requests_of_the_days_without_the_head(town: Town) -> None:
    assert sorted(_sorts(town)) == ["act", "measure", "order"]
    assert _sorts(town, what="order") == ["order"]
    assert _sorts(town, since=MONDAY + timedelta(days=1)) == []
    assert _sorts(town, who=town.deputy.id, what="act") == ["act"]
    assert _sorts(town, who=town.second.id) == []
    assert [row.appointment_id for row in acting_in(town.district.id)] == [town.deputy.id]


def test_what_is_signed_while_the_head_is_here_is_in_the_own_name(town: Town) -> None:
    order = make_draft(town.actor("head", OCTOBER), OCTOBER)
    orders.sign(order_id=order.id, version=order.version, by=town.actor("head", OCTOBER), on=OCTOBER)
    assert _sorts(town, since=OCTOBER) == []


def test_what_went_to_another_office_with_its_matter_stays_with_whoever_signed_it(town: Town) -> None:
    green = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    Matter.objects.update(sphere="environmental", kato="101000000")
    matter = Matter.objects.get()
    matters.move(
        matter_id=matter.id,
        version=matter.version,
        to_office=green.code,
        ground="better_placed",
        reason="Сброс в реку",
        by=actor_of(town.region_head, MONDAY),
        on=MONDAY,
    )
    assert sorted(_sorts(town)) == ["act", "measure", "order"]
    assert signed_by_acting(green.id, Asked(MONDAY, OCTOBER), reader=None) == ([], "")


def test_pages_go_on_by_key(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qadaga.appeals.selectors.acting.SIZE", 1)
    asked = Asked(MONDAY, OCTOBER)
    found, word = signed_by_acting(town.district.id, asked, reader=town.head.person_id)
    while word:
        rows, word = signed_by_acting(town.district.id, Asked(MONDAY, OCTOBER, cursor=word), reader=None)
        found += rows
    assert sorted(row.sort for row in found) == ["act", "measure", "order"]


def test_answers_to_applicants_are_among_them(db: None) -> None:
    registry = make_registry()
    appeal = make_appeal(registry)
    open_for(registry, appeal)
    appeal = draft_for(registry, appeal)
    send_away(registry.head.person, MONDAY, OCTOBER)
    name_acting(registry.deputy, MONDAY)
    appeals.sign_answer(appeal_id=appeal.id, version=appeal.version, by=registry.actor("deputy"), on=MONDAY)
    found, _ = signed_by_acting(registry.district.id, Asked(MONDAY, OCTOBER), reader=registry.head.person_id)
    assert [(row.sort, row.id) for row in found] == [("answer", appeal.id)]


def test_a_neighbour_sees_nothing_of_another_office(town: Town) -> None:
    asked = Asked(MONDAY, OCTOBER)
    assert signed_by_acting(town.other.id, asked, reader=None) == ([], "")
