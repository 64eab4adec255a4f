"""An assignment to a lower office: given, reported, taken off control or given back (L.1.2, O.13.1)."""

from datetime import timedelta

import pytest

from qadaga.acts.selectors import waiting
from qadaga.authority import NotPermitted
from qadaga.authority.lists import pages
from qadaga.authority.scope import scope_of
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.law import competence
from qadaga.matters import terms
from qadaga.matters.models import ComplainedOf
from qadaga.organisation.assignments import services
from qadaga.organisation.assignments.register import ASSIGNMENTS
from qadaga.organisation.assignments.selectors import may_give, read_assignment
from qadaga.organisation.assignments.waiting import WAITING
from tests.casework import MONDAY, make_town, open_matter
from tests.staffing import actor_of, make_appointment

DAY = timedelta(days=1)


@pytest.fixture
def town(db):
    return make_town()


def give(town, who="region_head", **changed):
    values = {"to_office": "dis", "what": "Проверить сборы", "last_day": MONDAY + 11 * DAY, **changed}
    return services.give(given=services.Given(**values), by=town.actor(who), on=MONDAY)


def _on(town, row, who):
    row.refresh_from_db()
    return {"assignment_id": row.id, "version": row.version, "by": town.actor(who), "on": MONDAY}


def test_it_binds_the_lower_office_until_the_higher_one_takes_it_off_control(town):
    matter = open_matter(town)
    row = give(town, about="matter", number=matter.number_text)
    assert (row.about_id, row.office, row.given_by) == (matter.id, town.district, town.region)
    assert row.due_on == MONDAY + 11 * DAY
    assert competence.same(row.ruling)
    assert _sorts(town, "head") == {"assignment_here"}
    assert _sorts(town, "region_head") == {"assignment_control"}
    with pytest.raises(Conflict):
        services.take_off(**_on(town, row, "region_head"))
    with pytest.raises(NotPermitted):
        services.report(report="Проверено", **_on(town, row, "assistant"))
    services.report(report="Проверено", **_on(town, row, "head"))
    assert terms.open_term("assignment", row.id) is None
    assert _sorts(town, "head") == set()
    with pytest.raises(NotPermitted) as refused:
        services.take_off(**_on(town, row, "head"))
    assert "L.1.2" in {gap.citation.clause for gap in refused.value.ruling.missing}
    again = services.give_back(
        remarks="Нет выводов", last_day=MONDAY + 4 * DAY, **_on(town, row, "region_head")
    )
    assert (again.status, again.due_on) == ("given", MONDAY + 4 * DAY)
    services.report(report="Выводы", **_on(town, row, "deputy"))
    done = services.take_off(**_on(town, row, "region_head"))
    assert (done.status, done.taken_off_on) == ("done", MONDAY)
    for who in ("head", "region_head"):
        assert read_assignment(town.actor(who), MONDAY, row.id) == row
        rows = pages.fetch(ASSIGNMENTS, scope_of(town.actor(who), MONDAY), pages.Ask(), today=MONDAY).rows
        assert [one["id"] for one in rows] == [row.id]


def test_what_the_office_above_the_giver_wants_only_that_one_takes_off(town):
    general = actor_of(make_appointment(town.region.parent, "prosecutor_general"), MONDAY)
    given = services.Given("dis", "Проверить", MONDAY + DAY)
    row = services.give(given=given, by=general, on=MONDAY)
    services.report(report="Проверено", **_on(town, row, "head"))
    with pytest.raises(Conflict) as refused:
        services.take_off(**_on(town, row, "region_head"))
    assert refused.value.code == "not_yours"


@pytest.mark.parametrize("who", ["head", "neighbour"])
def test_an_equal_or_lower_one_gives_none(town, who):
    with pytest.raises(NotPermitted) as refused:
        give(town, who, to_office="reg" if who == "head" else "dis")
    assert "L.1.2" in {gap.citation.clause for gap in refused.value.ruling.missing}
    assert not may_give(town.actor("assistant"), MONDAY).allowed


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"to_office": "nowhere"}, "to_office"),
        ({"what": " "}, "what"),
        ({"last_day": MONDAY}, "last_day"),
        ({"about": "matter", "number": "ІС-0"}, "number"),
        ({"about": "weather"}, "about"),
    ],
)
def test_what_is_entered_wrongly_is_named(town, given, field):
    with pytest.raises(InvalidInput) as refused:
        give(town, **given)
    assert [one.field for one in refused.value.fields] == [field]


def test_nobody_directs_the_work_on_what_complains_of_them(town):
    matter = open_matter(town)
    ComplainedOf.objects.create(matter=matter, person=town.region_head.person)
    refused = []
    for number in (matter.number_text, "ІС-0"):
        with pytest.raises(InvalidInput) as caught:
            give(town, about="matter", number=number)
        refused.append([(one.field, one.code) for one in caught.value.fields])
    # The same as for a number that nobody has: nothing tells that there is such a matter.
    assert refused[0] == refused[1]


def _sorts(town, who):
    found = waiting(town.actor(who), leads=True, also=WAITING)
    return {row.sort for row in found if row.sort.startswith("assignment")}
