"""My day also shows what stands in another office's register, or in none."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from qadaga.acts import services as acts
from qadaga.appeals.selectors.day import sections
from qadaga.authority.alarms import declared
from qadaga.day.waiting import everything
from qadaga.matters import services as matters
from qadaga.organisation.orders import services as orders
from qadaga.web.day.elsewhere import SORTS, elsewhere
from qadaga.web.day.orders import SORTS as ORDER_SORTS
from tests.casework import (
    MONDAY,
    Town,
    add_violation,
    assigned_matter,
    draft_protest,
    issued_request,
    make_town,
)
from tests.ordering import make_draft, signed_order


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def titles(town: Town, who: str) -> list[str]:
    return [view.title for view in elsewhere(everything(town.actor(who), MONDAY), MONDAY).values()]


def test_a_request_waits_with_its_officer_and_is_marked_when_late(town: Town) -> None:
    request = issued_request(town, assigned_matter(town))
    acts.serve_request(
        measure_id=request.id,
        version=1,
        delivered=acts.Delivered("electronic", MONDAY, proof_ref="e-7"),
        by=town.actor("assistant"),
        on=MONDAY,
    )
    late = MONDAY + timedelta(days=30)
    (section,) = elsewhere(everything(town.actor("assistant", late), late), late).values()
    assert request.number_text in section.rows[0]
    assert "q-row-danger" in section.rows[0]
    assert titles(town, "second") == titles(town, "clerk") == []


def test_a_called_up_matter_waits_in_the_region(town: Town) -> None:
    matter = assigned_matter(town, title="О сборе <script>")
    matters.call_up(matter_id=matter.id, version=2, reason="Область", by=town.actor("region_head"), on=MONDAY)
    (section,) = elsewhere(everything(town.actor("region_head"), MONDAY), MONDAY).values()
    assert f"/matters/{matter.id}/" in section.rows[0]
    assert "<script>" not in section.rows[0]
    assert titles(town, "head") == titles(town, "region_prosecutor") == []


def test_a_violation_without_an_act_waits_with_its_officer_and_the_head_until_an_act_names_it(
    town: Town,
) -> None:
    matter = assigned_matter(town)
    act = draft_protest(town, matter)
    add_violation(town, matter)
    day = MONDAY + timedelta(days=10)

    def rows(who: str, on: date) -> list[tuple[str, date | None]]:
        return [
            (row.sort, row.due_on) for row in everything(town.actor(who, on), on) if row.sort == "respond"
        ]

    assert rows("assistant", day - timedelta(days=1)) == rows("head", day - timedelta(days=1)) == []
    for who in ("assistant", "head", "deputy"):
        assert rows(who, day) == [("respond", day)] * 2, who
    for who in ("second", "clerk", "neighbour", "region_head"):
        assert rows(who, day) == [], who
    views = elsewhere(everything(town.actor("assistant", day), day), day).values()
    assert [len(view.rows) for view in views if f"/matters/{matter.id}/" in view.rows[0]] == [2]
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    acts.agree(act_id=act.id, version=2, by=town.actor("deputy"), on=MONDAY)
    acts.sign(act_id=act.id, version=3, by=town.actor("head"), on=MONDAY)
    assert rows("assistant", day) == rows("head", day) == [("respond", day)]


def test_liability_raised_for_a_violation_answers_it(town: Town) -> None:
    matter = assigned_matter(town)
    violation = add_violation(town, matter)
    matter.refresh_from_db()
    raised = matters.Raised("disciplinary", "official", "Ким О.", MONDAY, violation_id=violation.id)
    matters.raise_liability(
        matter_id=matter.id, version=matter.version, raised=raised, by=town.actor("assistant"), on=MONDAY
    )
    violation.refresh_from_db()
    assert violation.answer_by is None


def test_a_signed_order_that_has_to_be_published_waits_with_whoever_publishes(town: Town) -> None:
    head = town.actor("head")
    signed_order(head, MONDAY)
    order = signed_order(head, MONDAY, to_publish=True)
    make_draft(head, MONDAY, to_publish=True)

    def waits(who: str) -> list[UUID]:
        return [row.id for row in everything(town.actor(who), MONDAY) if row.sort == "publish"]

    assert waits("head") == waits("clerk") == [order.id]
    assert waits("assistant") == waits("neighbour") == []
    orders.publish(
        order_id=order.id, version=order.version, where="Сайт", published_on=MONDAY, by=head, on=MONDAY
    )
    assert waits("head") == waits("clerk") == []


def test_every_section_that_a_duty_names_is_one_of_the_first_page(town: Town) -> None:
    of_register = {one.title for who in ("head", "assistant") for one in sections(town.actor(who), MONDAY)}
    assert set(declared.SHOWN.values()) <= {*SORTS, *ORDER_SORTS, *of_register, "inbox"}
