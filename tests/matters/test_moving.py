"""A matter given to another competent office by the one above both (L.1.9, L.1.2)."""

import pytest

from qadaga.acts.register import ACTS
from qadaga.acts.selectors import get_act
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.appeals.selectors import read_appeal
from qadaga.authority import NotPermitted
from qadaga.authority.lists import pages, search
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound
from qadaga.matters import services as matters
from qadaga.matters.models import CalledUp, Matter
from qadaga.matters.reading import require_reading
from qadaga.matters.register import MATTERS
from qadaga.matters.selectors import get_matter, read_matter
from tests.casework import MONDAY, add_violation, assigned_matter, draft_protest, make_town
from tests.intake import ENTRY
from tests.staffing import actor_of, make_appointment, make_office


@pytest.fixture
def town(db):
    return make_town()


@pytest.fixture
def green(town):
    """The environmental office of the same region, competent beside the district in its sphere."""
    office = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    return make_appointment(office, "district_prosecutor")


def _move(town, matter, **given):
    values = {
        "to_office": "eco",
        "ground": "better_placed",
        "reason": "Сброс в реку",
        "by": actor_of(town.region_head, MONDAY),
        **given,
    }
    return matters.move(matter_id=matter.id, version=matter.version, on=MONDAY, **values)


def test_the_office_above_both_gives_it_to_the_specialised_one_which_then_acts(town, green):
    matter = assigned_matter(town, kato="101000000", sphere=None)
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    head = actor_of(green, MONDAY)
    with pytest.raises(NotFound):
        get_matter(scope_of(head, MONDAY), matter.id)
    moved = _move(town, matter)
    assert (moved.holder.code, moved.office.code, moved.numbered_in.code, moved.status, moved.assignee) == (
        "eco",
        "eco",
        "dis",
        "opened",
        None,
    )
    assert CalledUp.objects.get(matter=matter).to_office == green.office
    # Whoever acts in it now reads it and assigns it; the office of the register reads on and decides nothing.
    assert read_matter(head, MONDAY, matter.id) == matter
    require_reading(get_or_404(Matter.objects.all(), scope_of(head, MONDAY), matter.id), head, MONDAY)
    given = matters.assign(
        matter_id=matter.id, version=moved.version, assignee_id=green.id, by=head, on=MONDAY
    )
    assert given.status == "assigned"
    former = actor_of(town.head, MONDAY)
    assert read_matter(former, MONDAY, matter.id) == matter
    with pytest.raises(NotPermitted):
        matters.set_tasks(
            matter_id=matter.id, version=given.version, tasks=["protect_rights"], by=former, on=MONDAY
        )


def test_violations_and_the_people_hurt_go_with_it(town, green):
    matter = assigned_matter(town, kato="101000000", sphere=None)
    violation = add_violation(town, matter)
    matter.refresh_from_db()
    hurt = matters.record_protected(
        matter_id=matter.id,
        protected=matters.Protected(kind="adult", name="Ким Олег", right="labour"),
        version=matter.version,
        by=town.actor("assistant"),
        on=MONDAY,
    )
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    matter.refresh_from_db()
    moved = _move(town, matter)
    for row in (violation, hurt):
        row.refresh_from_db()
        assert (row.office, row.region) == (moved.office, moved.region)


def test_neither_an_equal_nor_whoever_is_not_above_both_moves_it(town, green):
    matter = assigned_matter(town, kato="101000000")
    with pytest.raises(NotPermitted) as refused:
        _move(town, matter, by=actor_of(town.head, MONDAY))
    assert "L.1.2" in {gap.citation.clause for gap in refused.value.ruling.missing}
    make_office("far", "district", make_office("reg2", "region", town.region.parent))
    with pytest.raises(NotPermitted) as refused:
        _move(town, matter, to_office="far")
    assert {gap.citation.clause for gap in refused.value.ruling.missing} == {"L.1.9"}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"to_office": "dis"}, "same"),
        ({"to_office": "nowhere"}, "unknown"),
        ({"to_office": "oth"}, "not_competent"),  # another territory
        ({"ground": "whim"}, "unknown_choice"),
        ({"reason": " "}, "required"),
    ],
)
def test_what_is_entered_wrongly_is_named(town, green, given, fault):
    matter = assigned_matter(town, kato="101000000")
    with pytest.raises(InvalidInput) as refused:
        _move(town, matter, **given)
    assert [one.code for one in refused.value.fields] == [fault]


def test_a_specialised_office_is_given_nothing_beyond_its_sphere(town, green):
    matter = assigned_matter(town, kato="101000000")
    with pytest.raises(InvalidInput) as refused:
        _move(town, matter)
    assert [one.code for one in refused.value.fields] == ["not_competent"]


def test_it_stands_in_the_register_and_search_of_the_new_holder_and_nowhere_else(town, green):
    matter = assigned_matter(town, kato="101000000")
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    act = draft_protest(town, matter)
    matter.refresh_from_db()
    _move(town, matter)
    new, former = scope_of(actor_of(green, MONDAY), MONDAY), scope_of(town.actor("head"), MONDAY)
    for register, found in ((MATTERS, matter.id), (ACTS, act.id)):
        assert [row["id"] for row in pages.fetch(register, new, pages.Ask(), today=MONDAY).rows] == [found]
        assert pages.fetch(register, former, pages.Ask(), today=MONDAY).rows == []
    kinds = {row["kind"] for row in search.find(new, "сборе", today=MONDAY).rows}
    assert kinds == {"matter", "act"}
    assert search.find(former, "сборе", today=MONDAY).rows == []
    assert get_act(former, act.id) == act  # as history
    assert Matter.objects.get().terms.exclude(office=green.office).count() == 0


def test_its_appeal_goes_with_it_and_the_former_office_reads_on(town, green):
    appeal = appeals.register(entry=ENTRY, by=town.actor("clerk"), on=MONDAY)
    opening = matters.Opening("appeal", "legality_of_acts", "О сборе", kato="101000000")
    matter = matters.open(opening=opening, by=town.actor("head"), on=MONDAY)
    Appeal.objects.filter(id=appeal.id).update(matter=matter, status="in_matter")
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    _move(town, matter)
    for person in (green, town.head):
        by = actor_of(person, MONDAY)
        assert read_appeal(by, MONDAY, appeal.id) == appeal
    appeal.refresh_from_db()
    assert appeal.office == green.office
    matter.refresh_from_db()
    told = {"matter_id": matter.id, "on": MONDAY, "told_on": MONDAY, "way": "phone"}
    row = matters.tell_applicant(version=matter.version, by=actor_of(green, MONDAY), **told)
    assert (row.told_on, row.told_way, row.ground) == (MONDAY, "phone", "better_placed")
    with pytest.raises(AlreadyDone):
        matters.tell_applicant(version=matter.version + 1, by=actor_of(green, MONDAY), **told)
