"""Who may read a card, and who may not though it stands in their own office."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from qadaga.acts.selectors import read_act, read_measure
from qadaga.authority import NotPermitted
from qadaga.authority.actor import Actor
from qadaga.common.errors import NotFound
from qadaga.matters import services as matters
from qadaga.matters.selectors import read_matter
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, issued_request
from tests.staffing import make_actor

Read = Callable[[Actor, date, UUID], object]


def cards(town: Town) -> list[tuple[Read, UUID]]:
    matter = assigned_matter(town, complained_of=[town.second.person_id])
    return [
        (read_matter, matter.id),
        (read_act, draft_protest(town, matter).id),
        (read_measure, issued_request(town, matter).id),
    ]


def test_whoever_is_complained_of_reads_none_of_it(town: Town) -> None:
    for read, pk in cards(town):
        with pytest.raises(NotPermitted) as refused:
            read(town.actor("second"), MONDAY, pk)
        assert [missing.data["mark"] for missing in refused.value.ruling.missing] == ["complained_of"]


def test_the_office_its_clerk_and_those_above_read_it(town: Town) -> None:
    for read, pk in cards(town):
        for who in ("assistant", "head", "clerk", "region_head"):
            assert read(town.actor(who), MONDAY, pk).id == pk  # type: ignore[attr-defined]  # each has one


def test_neither_a_neighbour_nor_the_administrator_of_the_machines(town: Town) -> None:
    administrator = make_actor(town.district, "it_administrator", on=MONDAY)
    for read, pk in cards(town):
        with pytest.raises(NotFound):
            read(town.actor("neighbour"), MONDAY, pk)
        with pytest.raises(NotPermitted):
            read(administrator, MONDAY, pk)


def test_the_lower_office_reads_on_what_the_higher_one_called_up(town: Town) -> None:
    matter = assigned_matter(town)
    matters.call_up(matter_id=matter.id, version=2, reason="Область", by=town.actor("region_head"), on=MONDAY)
    assert read_matter(town.actor("assistant"), MONDAY, matter.id) == matter
