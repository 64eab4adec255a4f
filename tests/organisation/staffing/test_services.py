"""The staff limit, the staffing table within it, and who has no place any more (O.5)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.offices.models import Office
from qadaga.organisation.orders.models import Order, OrderEffect
from qadaga.organisation.staffing import selectors, services
from qadaga.organisation.staffing.entries import LineInput
from qadaga.organisation.staffing.models import StaffingTable
from qadaga.organisation.staffing.occupancy import ABOVE, Wanted, marks_of
from tests.ordering import signed_order
from tests.staffing import actor_of, make_actor, make_appointment, make_office, make_unit

TODAY = date(2026, 7, 15)
AUGUST = date(2026, 8, 1)


@dataclass
class Staffed:
    """The Prosecutor General, a district with its head and an assistant, and a signed order on staff."""

    general: Actor
    office: Office
    order: Order

    def limit(self, positions: int, starts_on: date = TODAY, **given):
        values = {"by": self.general, "order_id": self.order.id, "office_id": self.office.id, **given}
        return services.set_limit(on=TODAY, positions=positions, starts_on=starts_on, **values)

    def table(self, *lines: LineInput, starts_on: date = TODAY, **given):
        values = {"by": self.general, "order_id": self.order.id, "office_id": self.office.id, **given}
        return services.set_table(on=TODAY, lines=lines, starts_on=starts_on, **values)

    def wanted(self, post: str = "assistant", starts_on: date = TODAY, ends_on: date | None = None) -> Wanted:
        return Wanted(self.office, post, True, None, starts_on, ends_on)


@pytest.fixture
def staffed(db) -> Staffed:
    top = make_office("t", "general")
    region = make_office("r", "region", top)
    office = make_office("d", "district", region)
    general = make_actor(top, "prosecutor_general", on=TODAY)
    make_appointment(office, "district_prosecutor")
    make_appointment(office, "assistant")
    return Staffed(general, office, signed_order(general, TODAY, kind="staffing"))


HEAD = LineInput("district_prosecutor", 1)


def _codes(refused) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in refused.value.fields]


def test_a_limit_and_a_table_within_it(staffed):
    staffed.limit(4)
    table = staffed.table(HEAD, LineInput("assistant", 2), LineInput("registry_clerk", 1, officer=False))
    state = selectors.state_of(staffed.office, TODAY)
    assert (state.limit.positions, state.positions, state.vacant, len(state.people)) == (4, 4, 2, 2)
    assert state.outside == []
    assert (table.version, table.ground) == (1, str(staffed.order))
    assert OrderEffect.objects.filter(order=staffed.order).count() == 2


def test_versions_follow_one_another_and_are_compared(staffed):
    staffed.limit(5)
    first = staffed.table(HEAD, LineInput("assistant", 2))
    second = staffed.table(HEAD, LineInput("assistant", 3), starts_on=AUGUST)
    first.refresh_from_db()
    assert (first.ends_on, second.version) == (AUGUST, 2)
    assert selectors.state_of(staffed.office, AUGUST).positions == 4
    changed = {row.post: (row.before, row.after) for row in selectors.compare(first, second)}
    assert changed == {"district_prosecutor": (1, 1), "assistant": (2, 3)}
    assert selectors.compare(None, first)[1].before == 0
    assert [row.version for row in selectors.versions_of(staffed.office)] == [2, 1]


def test_part_positions_count_by_their_rate(staffed):
    staffed.limit(2)
    staffed.table(HEAD, LineInput("assistant", 2, rate=Decimal("0.5")))
    assert selectors.state_of(staffed.office, TODAY).units == 2


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([], "required"),
        ([HEAD, LineInput("assistant", 9)], "above_limit"),
        ([HEAD, LineInput("assistant", 1), LineInput("assistant", 1)], "twice"),
        ([HEAD, LineInput("deputy_regional", 1)], "post"),
        ([HEAD, LineInput("prosecutor_general", 1)], "post"),
        ([HEAD, LineInput("assistant", 1, officer=False)], "staff"),
        ([HEAD, LineInput("assistant", 0)], "positions"),
        ([HEAD, LineInput("assistant", 1, rate=Decimal(2))], "rate"),
        ([HEAD, LineInput("assistant", 1, unit_id=uuid4())], "unit"),
        ([HEAD], "occupied"),
    ],
)
def test_a_wrong_table_is_refused(staffed, lines, fault):
    staffed.limit(5)
    with pytest.raises(InvalidInput) as refused:
        staffed.table(*lines)
    assert _codes(refused) == [("lines", fault)]
    assert not StaffingTable.objects.exists()


def test_a_table_needs_a_limit_and_a_later_change_stands(staffed):
    with pytest.raises(InvalidInput) as refused:
        staffed.table(HEAD, LineInput("assistant", 1))
    assert _codes(refused) == [("lines", "no_limit")]
    staffed.limit(5, starts_on=AUGUST)
    with pytest.raises(InvalidInput) as refused:
        staffed.limit(6)
    assert _codes(refused) == [("starts_on", "later_change")]


@pytest.mark.parametrize(("positions", "fault"), [(-1, "range"), (1, "below_people"), (2, "below_table")])
def test_a_limit_below_what_is_there_is_refused(staffed, positions, fault):
    staffed.limit(5)
    staffed.table(HEAD, LineInput("assistant", 3))
    with pytest.raises(InvalidInput) as refused:
        staffed.limit(positions, starts_on=AUGUST)
    expected = "below_table" if fault == "below_people" else fault
    assert _codes(refused) == [("positions", expected)]


def test_a_limit_below_the_people_is_refused(staffed):
    with pytest.raises(InvalidInput) as refused:
        staffed.limit(1)
    assert _codes(refused) == [("positions", "below_people")]


def test_only_the_top_sets_them_and_only_by_an_order_on_staff(staffed):
    head = actor_of(staffed.office.appointments.get(heads=True), TODAY)
    with pytest.raises(NotPermitted):
        staffed.limit(5, by=head)
    with pytest.raises(InvalidInput) as refused:
        staffed.limit(5, order_id=None)
    assert _codes(refused) == [("order", "required")]
    other = signed_order(staffed.general, TODAY, kind="structure")
    with pytest.raises(InvalidInput) as refused:
        staffed.limit(5, order_id=other.id)
    assert _codes(refused) == [("order", "other_kind")]


def test_the_last_vacancy_is_the_last(staffed):
    staffed.limit(5)
    staffed.table(HEAD, LineInput("assistant", 2))
    assert marks_of(staffed.wanted()) == frozenset()
    make_appointment(staffed.office, "assistant", since=AUGUST)
    assert marks_of(staffed.wanted()) == {ABOVE}
    assert marks_of(staffed.wanted(ends_on=AUGUST)) == frozenset()
    assert marks_of(staffed.wanted("senior_assistant")) == {ABOVE}


def test_a_later_table_counts_on_its_days(staffed):
    staffed.limit(5)
    staffed.table(HEAD, LineInput("assistant", 2))
    staffed.table(HEAD, LineInput("assistant", 1), starts_on=AUGUST)
    assert marks_of(staffed.wanted()) == {ABOVE}
    assert marks_of(staffed.wanted(ends_on=AUGUST)) == frozenset()


def test_a_limit_alone_counts_heads(staffed):
    staffed.limit(2)
    assert marks_of(staffed.wanted()) == {ABOVE}
    staffed.limit(3, starts_on=AUGUST)
    assert marks_of(staffed.wanted(starts_on=AUGUST)) == frozenset()


def test_an_office_without_limit_and_table_has_none(staffed):
    assert marks_of(staffed.wanted()) == frozenset()


def test_a_unit_has_places_of_its_own(staffed):
    unit = make_unit(staffed.office, "u")
    staffed.limit(5)
    staffed.table(HEAD, LineInput("assistant", 1), LineInput("assistant", 1, unit_id=unit.id))
    assert marks_of(staffed.wanted()) == {ABOVE}
    assert marks_of(Wanted(staffed.office, "assistant", True, unit.id, TODAY, None)) == frozenset()


def test_the_figures_of_all_offices_are_one_query(staffed, django_assert_num_queries):
    staffed.limit(5)
    staffed.table(HEAD, LineInput("assistant", 3))
    with django_assert_num_queries(1):
        found = selectors.figures(TODAY)
    row = found[staffed.office.id]
    assert (row.limit, row.positions, row.people, row.vacant) == (5, 4, 2, 2)
    assert selectors.figures(TODAY - timedelta(days=1))[staffed.office.id].vacant is None
