"""Duty shifts: one at a time in an office, handed over with what happened; the mark `on_duty` (O.8.d6)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.organisation.shifts import services
from qadaga.organisation.shifts.models import Shift
from qadaga.supervision.custody.models import HeldPerson
from qadaga.supervision.custody.subject import held_subject
from tests.casework import MONDAY, Town, make_town
from tests.custody import make_held, make_place, resolved
from tests.parallel import at_once
from tests.pretrial import TEN


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def put(town: Town, *, by: str = "head", starts: int = 0, hours: int = 12) -> Shift:
    """The senior assistant on duty from so many hours after ten."""
    begins = TEN + timedelta(hours=starts)
    given = services.Hours(town.second.id, begins, begins + timedelta(hours=hours))
    return services.set_shift(hours=given, by=town.actor(by), on=MONDAY)


def test_the_duty_prosecutor_releases_until_the_shift_is_handed_over(town: Town) -> None:
    held = make_held(town, make_place(town))
    with pytest.raises(NotPermitted):
        resolved(town, held, by="second")
    shift = put(town)
    with clock.frozen(TEN + timedelta(hours=1)):
        fresh = HeldPerson.objects.get(id=held.id)
        assert "on_duty" in held_subject(fresh, town.actor("second"), MONDAY).marks
        assert resolved(town, held, by="second").resolution.signer == town.second
        given = {"shift_id": shift.id, "version": 1, "happened": "Один освобождён", "on": MONDAY}
        with pytest.raises(InvalidInput):
            services.hand_over(**given, to_id=town.neighbour.id, by=town.actor("second"))
        done = services.hand_over(**given, to_id=town.deputy.id, by=town.actor("second"))
        assert (done.status, done.ends_at, done.handed_to) == ("handed", clock.now(), town.deputy)
        with pytest.raises(AlreadyDone):
            services.hand_over(**given, to_id=town.deputy.id, by=town.actor("second"))
        fresh = HeldPerson.objects.get(id=held.id)
        assert "on_duty" not in held_subject(fresh, town.actor("second"), MONDAY).marks
        # What is left of the hours is the receiver's shift: nobody is without a duty prosecutor.
        fresh = HeldPerson.objects.get(id=held.id)
        assert "on_duty" in held_subject(fresh, town.actor("deputy"), MONDAY).marks
        rest = Shift.objects.get(officer=town.deputy)
        assert (rest.starts_at, rest.ends_at) == (clock.now(), shift.ends_at)


def test_hours_that_cannot_be_are_refused(town: Town) -> None:
    with pytest.raises(NotPermitted):
        put(town, by="assistant")
    later = put(town, starts=5)
    for wrong in ({"starts": 10}, {"hours": 0}, {"hours": 49}, {"starts": -48}, {"starts": 24 * 500}):
        with pytest.raises(InvalidInput):
            put(town, **wrong)
    with pytest.raises(Conflict):
        services.hand_over(
            shift_id=later.id, version=1, happened="—", to_id=town.head.id, by=town.actor("second"), on=MONDAY
        )
    assert put(town, hours=5).ends_at == later.starts_at


@pytest.mark.django_db(transaction=True)
def test_of_two_who_set_the_same_hours_at_once_one_is_told(transactional_db: None) -> None:
    town = make_town()
    town.actor("head")
    answers = at_once([lambda: put(town), lambda: put(town)])
    assert sorted(type(answer).__name__ for answer in answers) == ["InvalidInput", "Shift"]
    assert Shift.objects.count() == 1
