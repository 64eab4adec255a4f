"""A specialised office beside a territorial one: the first to open holds, the other is told (L.1.9)."""

from functools import partial

import pytest

from qadaga.acts.selectors import waiting
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.matters import services as matters
from qadaga.matters.models import Matter, OfficeTold
from qadaga.matters.selectors import told_to
from qadaga.matters.waiting import WAITING
from tests.casework import MONDAY, Town, make_body, make_town, open_matter
from tests.parallel import at_once
from tests.staffing import actor_of, make_appointment, make_office

SPHERE = "environmental"


def make_green(town: Town):
    office = make_office("eco", SPHERE, town.region, kato="101000000", sphere=SPHERE)
    return actor_of(make_appointment(office, "district_prosecutor"), MONDAY)


def opening(body, **changed):
    values = {"kind": "media", "direction": "legality_of_acts", "title": "О сбросе", "kato": "101000000"}
    return matters.Opening(**{**values, "sphere": SPHERE, "body": body, **changed})


@pytest.fixture
def town(db):
    return make_town()


def test_the_first_to_open_holds_it_and_the_one_beside_is_refused_with_the_clause(town):
    green, body = make_green(town), make_body()
    matters.open(opening=opening(body), by=green, on=MONDAY)
    head = town.actor("head")
    with pytest.raises(NotPermitted) as refused:
        matters.open(opening=opening(body), by=head, on=MONDAY)
    assert {gap.data["mark"] for gap in refused.value.ruling.missing} == {"held_elsewhere"}
    # Another sphere, another body, another direction is another matter; a closed one holds nothing.
    matters.open(opening=opening(body, sphere=None), by=head, on=MONDAY)
    matters.open(opening=opening(make_body("Завод")), by=head, on=MONDAY)
    matters.open(opening=opening(body, direction="appeals"), by=head, on=MONDAY)
    Matter.objects.filter(office__code="eco").update(
        status="closed", closed_on=MONDAY, closed_by=green.appointment_id, tasks=["protect_rights"]
    )
    matters.open(opening=opening(body), by=head, on=MONDAY)


def test_what_an_appeal_repeats_is_not_opened_anew_beside_but_above(town):
    first = open_matter(town)
    again = {"kind": "appeal", "direction": "appeals", "title": "Повторно", "repeats": first.id}
    with pytest.raises(NotPermitted):
        matters.open(opening=matters.Opening(**again), by=town.actor("neighbour"), on=MONDAY)
    matters.open(opening=matters.Opening(**again), by=town.actor("region_head"), on=MONDAY)


def test_the_other_one_is_told_once_and_learns_it_in_its_day(town):
    green, body, head = make_green(town), make_body(), town.actor("head")
    matter = matters.open(opening=opening(body), by=green, on=MONDAY)
    row = OfficeTold.objects.get()
    assert (row.matter, row.office) == (matter, town.district)
    assert _sorts(green) == {"tell_office"}
    with pytest.raises(NotFound):
        told_to(head, MONDAY, row.id)
    tell = {"matter_id": matter.id, "told_on": MONDAY, "way": "electronic", "by": green, "on": MONDAY}
    with pytest.raises(InvalidInput):
        matters.tell_office(office="oth", version=matter.version, **tell)
    told = matters.tell_office(office="dis", version=matter.version, **tell)
    assert (told.told_on, told.told_way) == (MONDAY, "electronic")
    assert (_sorts(green), _sorts(head)) == (set(), {"told_here"})
    assert told_to(head, MONDAY, row.id).matter == matter
    # The title may name who complained: it stays with the office that holds the matter.
    assert [one.title for one in _waiting(head) if one.sort == "told_here"] == [body.name_ru]
    for who in ("neighbour", "clerk"):
        with pytest.raises(NotFound):
            told_to(town.actor(who), MONDAY, row.id)
    with pytest.raises(AlreadyDone):
        matters.tell_office(office="dis", version=matter.version + 1, **tell)


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("L.1.9")
def test_of_two_offices_that_open_at_once_one_holds_it():
    town = make_town()
    green, body, head = make_green(town), make_body(), town.actor("head")
    works = [partial(matters.open, opening=opening(body), by=by, on=MONDAY) for by in (green, head)]
    assert sorted(type(one).__name__ for one in at_once(works)) == ["Matter", "NotPermitted"]
    assert Matter.objects.count() == 1


def _sorts(actor):
    return {row.sort for row in _waiting(actor) if row.sort in ("tell_office", "told_here")}


def _waiting(actor):
    return waiting(actor, leads=True, also=WAITING)
