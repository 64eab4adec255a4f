"""One card of a person by IIN: each line as its register shows it, nothing told out of scope."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from qadaga.appeals import services as appeals
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.matters.bodies import officials
from qadaga.matters.persons import selectors, services
from qadaga.matters.persons.models import Merge, Person
from qadaga.matters.services import Protected, record_protected
from qadaga.supervision.enforcement.models import Writ
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.courtwork import make_accused, make_prosecution
from tests.custody import make_held, make_place
from tests.enforcement import make_writ
from tests.intake import ENTRY
from tests.parallel import at_once
from tests.pretrial import add_party
from tests.pretrial import make_case as make_investigation

pytestmark = pytest.mark.clause("O.7.1", "O.8.d5")
IIN, OTHER = "850725400331", "900101300017"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    # Every register says as whom it knows people; pages and API have read them all.
    import_module("qadaga.web.registers.listed")
    with clock.frozen(MONDAY):
        yield


def find(town: Town, who: str = "head", iin: str = IIN) -> Person:
    return services.look_up(iin=iin, by=town.actor(who), on=MONDAY).person


def seen(town: Town, person: Person, who: str = "head") -> dict[str, int]:
    card = selectors.read_card(town.actor(who), MONDAY, person.id)
    return {role: len(rows) for role, rows in card.lines.items()}


def official(town: Town, iin: str = IIN, who: str = "head") -> None:
    entered = officials.Entered(make_body(), iin, "Ким Олег", "Аким")
    officials.enter(entered=entered, by=town.actor(who), on=MONDAY)


def test_every_register_that_knows_the_person_stands_on_the_card(town: Town) -> None:
    official(town)
    make_accused(town, make_prosecution(town), iin=IIN)
    add_party(town, make_investigation(town), iin=IIN)
    make_held(town, make_place(town), iin=IIN)
    make_writ(town, claimant_iin=IIN)
    appeals.register(entry=ENTRY, by=town.actor("clerk"), on=MONDAY)
    matter = assigned_matter(town)
    hurt = Protected("adult", "Ким Олег", "Выплачено", MONDAY, iin=IIN, right="labour")
    record_protected(
        matter_id=matter.id, version=matter.version, protected=hurt, by=town.actor("assistant"), on=MONDAY
    )
    person = find(town)
    known = {"official", "accused", "party", "held", "claimant", "applicant", "protected"}
    assert seen(town, person) == dict.fromkeys(known, 1) == seen(town, person, "region_head")
    reads = Entry.objects.filter(subject_id=person.id).values_list("action", flat=True)
    assert set(reads) == {"person_card.gather", "card.read"}
    assert Entry.objects.filter(subject_kind="appeal", action="card.read").exists()


def test_out_of_scope_nothing_is_told_and_nobody_but_officers_asks(town: Town) -> None:
    official(town)
    person = find(town)
    for iin in (IIN, OTHER):
        with pytest.raises(InvalidInput) as refused:
            find(town, "neighbour", iin)
        assert [fault.code for fault in refused.value.fields] == ["unknown"]
    with pytest.raises(NotFound):
        selectors.read_card(town.actor("neighbour"), MONDAY, person.id)
    with pytest.raises(NotPermitted):
        find(town, "clerk")
    with pytest.raises(InvalidInput):
        find(town, iin="850725400332")


def test_whoever_is_complained_of_sees_no_line_of_that_matter(town: Town) -> None:
    matter = assigned_matter(town, complained_of=[town.second.person_id])
    hurt = Protected("adult", "Ким Олег", "Выплачено", MONDAY, iin=IIN, right="labour")
    record_protected(
        matter_id=matter.id, version=matter.version, protected=hurt, by=town.actor("assistant"), on=MONDAY
    )
    person = find(town)
    with pytest.raises(NotFound):
        selectors.read_card(town.actor("second"), MONDAY, person.id)


def merge(
    town: Town, survivor: Person, iin: str = OTHER, who: str = "region_head", version: int = 1
) -> Merge:
    card = selectors.seen(town.actor(who), MONDAY, survivor.id)
    given = {"iin": iin, "version": version, "reason": "Опечатка", "by": town.actor(who), "on": MONDAY}
    return services.merge(card=card, **given)


def test_two_numbers_of_one_person_are_merged_and_parted(town: Town) -> None:
    official(town)
    official(town, OTHER, "neighbour")
    person = find(town)
    with pytest.raises(NotPermitted):
        merge(town, person, IIN, "head")
    with pytest.raises(Stale):
        merge(town, person, version=5)
    with pytest.raises(InvalidInput):
        merge(town, person, IIN)
    made = merge(town, person)
    assert seen(town, person, "region_head") == {"official": 2}
    # Each district sees its own number only: that there is another is not told.
    mine = selectors.read_card(town.actor("head"), MONDAY, person.id)
    assert (mine.numbers, mine.merged, mine.merges) == ([IIN], [], [])
    assert find(town, "neighbour", OTHER) == person
    theirs = selectors.read_card(town.actor("neighbour"), MONDAY, person.id)
    assert (theirs.numbers, theirs.merges) == ([OTHER], [])
    card = selectors.seen(town.actor("region_head"), MONDAY, made.survivor_id)
    by = {"card": card, "reason": "Разные люди", "by": town.actor("region_head"), "on": MONDAY}
    services.part(merge_id=made.id, version=2, **by)
    with pytest.raises(AlreadyDone):
        services.part(merge_id=made.id, version=3, **by)
    assert seen(town, person, "region_head") == {"official": 1}


def test_the_database_allows_no_chain_and_an_iin_of_people_only(town: Town) -> None:
    first, second, third = (Person.objects.create(iin=iin) for iin in (IIN, OTHER, "910101300019"))
    Person.objects.filter(pk=second.pk).update(merged_into=first)
    for wrong, into in ((first, third), (third, second), (third, third)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.filter(pk=wrong.pk).update(merged_into=into)
    writ = make_writ(town, debtor_iin=IIN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Writ.objects.filter(pk=writ.pk).update(debtor_kind="entity")
    with pytest.raises(InvalidInput) as refused:
        make_writ(town, writ.bailiff, number="ИЛ-78", claimant_kind="entity", claimant_iin=IIN)
    assert [fault.field for fault in refused.value.fields] == ["claimant_iin"]


@pytest.mark.django_db(transaction=True)
def test_two_leaders_who_merge_across_get_one_decision() -> None:
    town = make_town()
    official(town)
    official(town, OTHER, "neighbour")
    actor = town.actor("region_head")
    first, second = (services.look_up(iin=iin, by=actor, on=MONDAY) for iin in (IIN, OTHER))
    said = {"version": 1, "reason": "Опечатка", "by": actor, "on": MONDAY}
    done = at_once(
        [
            lambda: services.merge(card=first, iin=OTHER, **said),
            lambda: services.merge(card=second, iin=IIN, **said),
        ]
    )
    assert sum(isinstance(one, Merge) for one in done) == 1
    assert sum(isinstance(one, Conflict | Stale | InvalidInput) for one in done) == 1
    assert Entry.objects.filter(action="person_card.merge").count() == 1
    connection.close()
