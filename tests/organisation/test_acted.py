"""Who replaced heads and what they signed; who covers the work of whoever else is away."""

from datetime import timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.authority import NotPermitted
from qadaga.common.errors import NotFound
from qadaga.common.period import Period
from qadaga.law.service import months_later
from qadaga.organisation import acted, away
from qadaga.organisation.distribution import Share, distribute
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_town, signed_protest
from tests.ordering import signed_order
from tests.staffing import name_acting, send_away

DAY = timedelta(days=1)
ACTS, COURT = "legality_of_acts", "court"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def test_what_the_acting_head_signed_stands_in_the_register(town: Town) -> None:
    signed_protest(town, assigned_matter(town))
    send_away(town.head.person, MONDAY, MONDAY + 7 * DAY)
    row = name_acting(town.deputy, MONDAY, MONDAY + 7 * DAY)
    act = draft_protest(town, assigned_matter(town))
    act = acts.submit(act_id=act.id, version=act.version, by=town.actor("assistant"), on=MONDAY)
    act = acts.agree(act_id=act.id, version=act.version, by=town.actor("deputy"), on=MONDAY)
    acts.sign(act_id=act.id, version=act.version, by=town.actor("deputy"), on=MONDAY)
    order = signed_order(town.actor("deputy"), MONDAY)
    for who in ("head", "region_head"):
        (found,) = acted.register(town.actor(who), MONDAY)
        assert (found.pk, found.acts, found.orders) == (row.pk, 1, 1)
    papers = acted.signed(row, town.actor("head"))
    assert [(paper.kind, paper.id) for paper in papers] == [("act", act.id), ("order", order.id)]
    later = name_acting(town.second, MONDAY + 9 * DAY)
    register = list(acted.register(town.actor("head"), MONDAY))
    assert [one.pk for one in register] == [later.pk, row.pk]
    assert list(acted.register(town.actor("head"), MONDAY, after=(later.starts_on, later.pk))) == [row]
    assert not acted.register(town.actor("neighbour"), MONDAY)
    with pytest.raises(NotFound):
        acted.naming(town.actor("neighbour"), MONDAY, row.pk)
    with pytest.raises(NotPermitted):
        acted.register(town.actor("assistant"), MONDAY)


def test_whoever_has_the_same_by_the_distribution_covers_and_nobody_who_is_away(town: Town) -> None:
    distribute(
        by=town.actor("head"),
        on=MONDAY,
        office_id=town.district.id,
        starts_on=MONDAY,
        order_id=signed_order(town.actor("region_head"), MONDAY, kind="duties").id,
        shares=(
            Share(town.deputy.id, (ACTS, COURT), place=1),
            Share(town.assistant.id, (ACTS,)),
            Share(town.second.id, (ACTS, COURT)),
        ),
    )
    send_away(town.assistant.person, MONDAY, MONDAY + 5 * DAY)
    assert covering(town) == {town.assistant.id: [town.second.id, town.deputy.id]}
    send_away(town.second.person, MONDAY + DAY, MONDAY + 2 * DAY)
    assert covering(town)[town.second.id] == [town.deputy.id], "the assistant is away that day"
    send_away(town.deputy.person, MONDAY - DAY, MONDAY + 5 * DAY)
    assert covering(town)[town.assistant.id] == [town.second.id]


def covering(town: Town) -> dict[object, list[object]]:
    """Who covers whom in the month, by appointment."""
    first = MONDAY.replace(day=1)
    month = away.month_of(town.actor("head"), MONDAY, Period(first, months_later(first, 1)), [town.district])
    return {one.held.id: [other.id for other in one.covers] for one in month.away}
