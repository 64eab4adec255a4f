"""Who sees which offices' cases: higher sees lower, never sideways (L.1.2)."""

from datetime import date

import pytest

from qadaga.authority.scope import NOTHING, Scope, get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.common.ids import new_id
from qadaga.offices.models import Office
from tests.staffing import actor_of, make_actor, make_appointment, make_office

TODAY = date(2026, 7, 15)


class Structure:
    """A small country: two regions, the chief transport office with its line, an agency."""

    def __init__(self) -> None:
        self.top = make_office("t", "general")
        self.agency = make_office("ag", "agency", self.top)
        self.region = make_office("r", "region", self.top)
        self.district = make_office("d", "district", self.region)
        self.beside = make_office("d2", "district", make_office("r2", "region", self.top))
        self.chief = make_office("gtp", "chief_transport", self.top, sphere="transport")
        self.line = make_office("tp", "regional_transport", self.chief, sphere="transport")
        self.station = make_office("st", "transport_district", self.line, sphere="transport")

    def scope(self, office: Office, post: str) -> Scope:
        """The scope of somebody of that post there."""
        return scope_of(make_actor(office, post, on=TODAY), TODAY)


@pytest.fixture
def land(db: None) -> Structure:
    return Structure()


def test_the_general_office_sees_the_nation(land: Structure) -> None:
    assert land.scope(land.top, "prosecutor") == Scope(nation=True)


def test_a_regional_office_sees_its_region_as_one(land: Structure) -> None:
    scope = land.scope(land.region, "prosecutor")
    assert scope == Scope(regions=frozenset({land.region.id}))
    assert scope.covers(land.district.id, land.region.id)
    assert not scope.covers(land.beside.id, land.beside.region_id)


def test_a_district_sees_itself(land: Structure) -> None:
    scope = land.scope(land.district, "district_prosecutor")
    assert scope == Scope(offices=frozenset({land.district.id}))
    assert not scope.covers(land.region.id, land.region.id)


def test_an_agency_sees_itself(land: Structure) -> None:
    assert land.scope(land.agency, "committee_chair") == Scope(offices=frozenset({land.agency.id}))


def test_a_regional_transport_office_sees_its_subtree_not_the_chief_office(land: Structure) -> None:
    scope = land.scope(land.line, "prosecutor")
    assert scope == Scope(offices=frozenset({land.line.id, land.station.id}))
    assert land.scope(land.chief, "prosecutor") == Scope(regions=frozenset({land.chief.id}))
    assert land.line.region_id == land.chief.id


@pytest.mark.parametrize("office", ["top", "region", "district"])
def test_an_employee_sees_the_own_office_only(land: Structure, office: str) -> None:
    where = getattr(land, office)
    assert land.scope(where, "registry_clerk") == Scope(offices=frozenset({where.id}))


def test_a_dismissed_person_sees_nothing(land: Structure) -> None:
    appointment = make_appointment(land.region, "prosecutor", until=date(2026, 8, 1))
    assert scope_of(actor_of(appointment, TODAY), date(2026, 8, 1)) == NOTHING


def test_an_object_out_of_scope_is_not_found(land: Structure) -> None:
    here, beside = make_appointment(land.district, "assistant"), make_appointment(land.beside, "assistant")
    scope = Scope(offices=frozenset({land.district.id}))
    assert get_or_404(type(here).objects.all(), scope, here.pk) == here
    for pk in (beside.pk, new_id(), "no-uuid"):
        with pytest.raises(NotFound):
            get_or_404(type(here).objects.all(), scope, pk)


def test_an_empty_scope_shows_no_row_and_the_nation_every_row(land: Structure) -> None:
    here = make_appointment(land.district, "assistant")
    rows = type(here).objects.all()
    assert list(NOTHING.visible(rows)) == []
    assert list(Scope(nation=True).visible(rows)) == [here]
