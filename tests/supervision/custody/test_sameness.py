"""Somebody found in a place before is recognised without an IIN; another one is recorded all the same."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.journal.models import Entry
from qadaga.matters.models import ComplainedOf
from qadaga.supervision.custody import sameness, selectors
from qadaga.supervision.custody.models import HeldPerson, Place
from qadaga.supervision.custody.sameness import Born
from tests.casework import MONDAY, Town, make_town
from tests.custody import TEN, custody_matter, make_held, make_place
from tests.web.alarms.test_pages import signed_in

DAY = date(1990, 5, 4)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


@pytest.fixture
def place(town: Town) -> Place:
    return make_place(town)


@pytest.mark.parametrize(
    ("text", "iin", "known"),
    [
        ("", None, Born()),
        ("1990", None, Born(1990)),
        (" 4.5.1990 ", None, Born(1990, DAY)),
        ("", "850725400331", Born(1985, date(1985, 7, 25))),
    ],
)
def test_a_birth_is_read_as_it_is_said(text: str, iin: str | None, known: Born) -> None:
    assert sameness.born(text, iin=iin, on=MONDAY) == known


@pytest.mark.parametrize("text", ["yesterday", "31.02.1990", "1790", "2027", "08.09.2026", "٣"])
def test_what_is_no_birth_is_refused_on_its_field(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        sameness.born(text, iin=None, on=MONDAY)
    assert [fault.field for fault in refused.value.fields] == ["born"]


def test_the_same_name_and_no_other_birth_may_be_the_same_person(town: Town, place: Place) -> None:
    held = make_held(town, place, name="Ким Олег Павлович", born="04.05.1990")
    elsewhere = make_place(town, name_ru="Второй изолятор")

    def asked(name: str, birth: Born, iin: str | None = None) -> list[UUID]:
        found = sameness.perhaps_same(place, name, birth, iin, by=town.actor("head"), on=MONDAY)
        return [one.id for one in found]

    assert (held.birth_year, held.born_on) == (1990, DAY)
    full = "Ким Олег Павлович"
    for name, birth in (("ОЛЕГ КИМ", Born()), (full, Born(1990)), ("Ким Олег", Born(1990, DAY))):
        assert asked(name, birth) == [held.id]
    other = "Ким Олег Иванович"
    for name, birth in (("Ким", Born()), ("Ким Олег", Born(1991)), (other, Born(1990, DAY))):
        assert asked(name, birth) == []
    assert sameness.perhaps_same(elsewhere, "Ким Олег", Born(), by=town.actor("head"), on=MONDAY) == []
    known = make_held(town, place, name="Ли Анна", iin="850725400331")
    assert asked("Ли Анна", Born(), "050312600511") == []
    assert asked("Другое Имя", Born(), "850725400331") == [known.id]


@pytest.mark.clause("O.8.d5", "L.1.10")
def test_it_is_told_within_the_scope_without_what_complains_of_the_reader_and_journalled(
    town: Town, place: Place
) -> None:
    matter = custody_matter(town)
    held = make_held(town, place, matter_id=matter.id)
    second = make_held(town, place, name="Ким Олег Павлович", wrong="penalty")

    def offered(name: str) -> set[UUID]:
        by = town.actor(name)
        return {one.id for one in sameness.perhaps_same(place, "Олег Ким", Born(), by=by, on=MONDAY)}

    assert offered("region_head") == offered("head") == {held.id, second.id}
    assert offered("neighbour") == set()
    read = Entry.objects.filter(action="held_person.offered", subject_id=held.id)
    assert {one.person_id for one in read} == {town.head.person_id, town.region_head.person_id}
    ComplainedOf.objects.create(matter=matter, person=town.head.person)
    assert (offered("head"), offered("deputy")) == ({second.id}, {held.id, second.id})
    card = selectors.read_held(town.actor("head"), MONDAY, second.id)
    assert sameness.others(card) == []
    # Nothing holds a release up: the card itself is found.
    assert selectors.read_held(town.actor("head"), MONDAY, held.id) == held


def test_the_cards_are_offered_first_and_then_it_is_recorded(town: Town, place: Place) -> None:
    held = make_held(town, place)
    client = signed_in(town, "head")
    sent = {"wrong": "no_ground", "name": "Олег Ким", "held_since": "2026-09-07T08:00", "paper": "нет"}
    sent |= {"why": "Протокола нет.", "born": "1990"}
    warned = client.post(f"/places/{place.id}/find/", sent)
    text = warned.content.decode()
    assert (warned.status_code, HeldPerson.objects.count()) == (422, 1)
    assert f'href="/held/{held.id}/"' in text
    assert 'type="checkbox" name="another"' in text
    done = client.post(f"/places/{place.id}/find/", {**sent, "another": "on"})
    second = HeldPerson.objects.exclude(id=held.id).get()
    assert done["Location"] == f"/held/{second.id}/"
    assert f'href="/held/{held.id}/"' in client.get(f"/held/{second.id}/").content.decode()
