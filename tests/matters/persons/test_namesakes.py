"""Who is entered by name and birth day is offered the IIN they are known by, where the clerk sees it."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module

import pytest

from qadaga.appeals import services as appeals
from qadaga.common import clock
from qadaga.journal.models import Entry
from qadaga.matters.bodies import officials
from qadaga.matters.persons import namesakes
from tests.casework import MONDAY, Town, make_body, make_town
from tests.enforcement import make_writ
from tests.intake import ENTRY, PERSON

pytestmark = [pytest.mark.django_db, pytest.mark.clause("O.7.1", "O.8.d5")]
BORN = date(1985, 7, 25)
Offered = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def town() -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    import_module("qadaga.web.registers.listed")
    with clock.frozen(MONDAY):
        yield


def known(town: Town, who: str, name: str = PERSON.name, born_on: date = BORN) -> Offered:
    found = namesakes.known(town.actor(who), MONDAY, name, born_on)
    return [(one.iin, tuple(one.roles)) for one in found]


def test_the_clerk_is_offered_whom_the_own_registers_show(town: Town) -> None:
    appeals.register(entry=ENTRY, by=town.actor("clerk"), on=MONDAY)
    offered = [("850725400331", ("applicant",))]
    assert known(town, "clerk") == offered == known(town, "clerk", "  ахметова  әсел болатқызы ")
    assert Entry.objects.filter(subject_kind="appeal", action="card.read").exists()
    # Another day, another name, another century: nobody.
    for other in ({"born_on": date(1985, 7, 26)}, {"name": "Ахметова Әсел"}, {"born_on": date(1885, 7, 25)}):
        assert known(town, "clerk", **other) == []
    assert known(town, "clerk", " ") == []


def test_whoever_may_not_see_the_person_does_not_learn_that_there_is_one(town: Town) -> None:
    entered = officials.Entered(make_body(), "850725400331", PERSON.name, "Аким")
    officials.enter(entered=entered, by=town.actor("head"), on=MONDAY)
    make_writ(town, debtor=PERSON.name, debtor_iin="850725400331")
    assert known(town, "neighbour") == []
    assert known(town, "head") == [("850725400331", ("official", "debtor"))]
