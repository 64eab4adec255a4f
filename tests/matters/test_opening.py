"""A matter begins in the right office, under a number of its own, on a lawful ground."""

from datetime import date

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, Stale
from qadaga.journal.models import Entry
from qadaga.matters import services as matters
from qadaga.matters.models import Matter, MatterMove
from tests.casework import MONDAY, Town, open_matter


def test_a_matter_is_opened_under_the_next_number_of_the_year(town: Town) -> None:
    first, second = open_matter(town), open_matter(town)
    assert (first.number, second.number) == (1, 2)
    assert (first.status, first.holder, first.region_id) == ("opened", town.district, town.region.id)
    next_year = open_matter(town, on=date(2027, 1, 11))
    assert (next_year.year, next_year.number) == (2027, 1)
    assert str(first.number) in first.number_text


def test_opening_is_journalled_and_logged(town: Town) -> None:
    matter = open_matter(town)
    entry = Entry.objects.get(subject_id=matter.id)
    assert (entry.action, entry.subject_kind, entry.office_id) == ("matter.open", "matter", town.district.id)
    assert entry.ruling["allowed"] is True
    assert MatterMove.objects.get(matter=matter).to_status == "opened"


@pytest.mark.parametrize("who", ["assistant", "clerk"])
def test_only_the_leadership_opens(town: Town, who: str) -> None:
    with pytest.raises(NotPermitted):
        open_matter(town, by=who)
    assert not Matter.objects.exists()


def test_a_place_outside_the_territory_is_refused_by_its_clause(town: Town) -> None:
    with pytest.raises(NotPermitted) as refused:
        open_matter(town, kato="103200000")
    assert [missing.code for missing in refused.value.ruling.missing] == ["territory"]
    assert open_matter(town, kato="101000000").kato == "101000000"


def test_a_complaint_on_the_own_head_goes_above(town: Town) -> None:
    with pytest.raises(NotPermitted) as refused:
        open_matter(town, by="deputy", complained_of=[town.head.person_id])
    assert {missing.data["mark"] for missing in refused.value.ruling.missing} == {"own_head"}
    above = open_matter(town, by="region_head", complained_of=[town.head.person_id])
    assert above.holder == town.region


def test_who_leads_in_the_heads_absence_is_the_own_head_too(town: Town) -> None:
    from tests.staffing import name_acting, send_away

    ask = {"office_id": town.district.id, "person_ids": [town.deputy.person_id], "on": MONDAY}
    assert not matters.must_go_above(**ask)
    send_away(town.head.person, MONDAY)
    name_acting(town.deputy, MONDAY)
    assert matters.must_go_above(**ask)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "rumour"),
        ("direction", "weather"),
        ("title", ""),
        ("title", "x" * 301),
        ("title", "a\0b"),
        ("gist", "\ud800"),
        ("tasks", ["nothing"]),
    ],
)
def test_a_bad_field_is_named(town: Town, field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        open_matter(town, **{field: value})
    assert [fault.field for fault in refused.value.fields] == [field]


def test_tasks_are_named_from_the_catalogue(town: Town) -> None:
    matter = open_matter(town)
    named = {"matter_id": matter.id, "by": town.actor("head"), "on": MONDAY}
    matters.set_tasks(version=1, tasks=["remove_violations", "protect_rights", "protect_rights"], **named)
    matter.refresh_from_db()
    assert matter.tasks == ["protect_rights", "remove_violations"]
    with pytest.raises(Stale) as stale:
        matters.set_tasks(version=1, tasks=["coordinate"], **named)
    assert stale.value.current_version == 2
    with pytest.raises(InvalidInput):
        matters.set_tasks(version=2, tasks=[], **named)
