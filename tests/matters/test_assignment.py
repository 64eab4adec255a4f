"""Whose matter it is, and who can never have it."""

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, InvalidInput, NotFound, Stale
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from tests.casework import MONDAY, Town, assigned_matter, open_matter
from tests.staffing import make_appointment


def give(town: Town, matter: Matter, to: str, *, by: str = "head") -> Matter:
    return matters.assign(
        matter_id=matter.id,
        version=matter.version,
        assignee_id=getattr(town, to).id,
        by=town.actor(by),
        on=MONDAY,
    )


def refused_marks(town: Town, matter: Matter, to: str) -> set[object]:
    with pytest.raises(NotPermitted) as refused:
        give(town, matter, to)
    return {missing.data["mark"] for missing in refused.value.ruling.missing}


def test_the_head_gives_a_matter_and_gives_it_to_another(town: Town) -> None:
    matter = give(town, open_matter(town), "assistant")
    assert (matter.status, matter.assignee, matter.assigned_on) == ("assigned", town.assistant, MONDAY)
    assert give(town, matter, "second").assignee == town.second
    assert [move.assignee_id for move in matter.moves.order_by("id")] == [
        None,
        town.assistant.id,
        town.second.id,
    ]


def test_who_is_complained_of_cannot_be_given_it(town: Town) -> None:
    matter = open_matter(town, complained_of=[town.assistant.person_id])
    assert refused_marks(town, matter, "assistant") == {"assignee_complained_of"}
    assert town.assistant not in matters.candidates(matter, MONDAY)


def test_a_declared_conflict_bars_from_the_matter(town: Town) -> None:
    matter = open_matter(town)
    declare = {"matter_id": matter.id, "reason": "Заявитель — родственник", "on": MONDAY}
    matters.declare_conflict(by=town.actor("assistant"), **declare)
    with pytest.raises(AlreadyDone):
        matters.declare_conflict(by=town.actor("assistant"), **declare)
    matter.refresh_from_db()
    assert refused_marks(town, matter, "assistant") == {"assignee_conflict"}
    assert {one.id for one in matters.candidates(matter, MONDAY)} == {
        town.head.id,
        town.deputy.id,
        town.second.id,
    }


def test_a_head_with_a_conflict_decides_nothing_in_it(town: Town) -> None:
    matter = open_matter(town)
    matters.declare_conflict(
        matter_id=matter.id, reason="Заявитель — сосед", by=town.actor("head"), on=MONDAY
    )
    matter.refresh_from_db()
    assert refused_marks(town, matter, "assistant") == {"conflict"}


def test_neither_an_employee_nor_somebody_of_another_office(town: Town) -> None:
    matter = open_matter(town)
    assert refused_marks(town, matter, "clerk") == {"assignee_employee"}
    assert refused_marks(town, matter, "neighbour") == {"assignee_other_office"}


def test_a_former_officer_is_no_choice(town: Town) -> None:
    matter = open_matter(town)
    former = make_appointment(town.district, "assistant", until=MONDAY)
    with pytest.raises(InvalidInput) as refused:
        matters.assign(
            matter_id=matter.id, version=1, assignee_id=former.id, by=town.actor("head"), on=MONDAY
        )
    assert refused.value.fields[0].field == "assignee"


@pytest.mark.parametrize("who", ["assistant", "clerk"])
def test_only_the_leadership_assigns(town: Town, who: str) -> None:
    with pytest.raises(NotPermitted):
        give(town, open_matter(town), "assistant", by=who)


def test_another_district_does_not_even_see_it(town: Town) -> None:
    with pytest.raises(NotFound):
        give(town, open_matter(town), "assistant", by="neighbour")


def test_two_assignments_of_one_version_do_not_both_stand(town: Town) -> None:
    matter = assigned_matter(town)
    matter.version = 1
    with pytest.raises(Stale):
        give(town, matter, "second", by="deputy")
    matter.refresh_from_db()
    assert matter.assignee_id == town.assistant.id


def test_giving_it_to_whoever_has_it_says_so(town: Town) -> None:
    with pytest.raises(AlreadyDone):
        give(town, assigned_matter(town), "assistant")
