"""The first login of an installation: once, with a password to change, and able to appoint."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from qadaga.accounts.models import User
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.organisation import people
from qadaga.organisation.people import PersonInput
from qadaga.staff.models import Appointment
from tests.staffing import make_office

NAMES = ["--last-name", "Омарова", "--first-name", "Гульнара"]


def test_the_first_officer_signs_in_and_registers_people(db: None) -> None:
    make_office("gp", "general", since=clock.today())
    told = StringIO()
    call_command("begin", "First.Officer", *NAMES, stdout=told)
    user = User.objects.get()
    assert (user.username, user.must_change_password) == ("first.officer", True)
    assert any(user.check_password(word) for word in told.getvalue().split())
    actor = actor_for(Appointment.objects.get().id, clock.today())
    assert actor is not None
    assert (
        people.register(by=actor, on=clock.today(), person=PersonInput("Ким", "Виктор")).name == "Ким Виктор"
    )


def test_a_second_first_officer_is_refused_whole(db: None) -> None:
    make_office("gp", "general", since=clock.today())
    call_command("begin", "one", *NAMES, stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("begin", "two", *NAMES, stdout=StringIO())
    with pytest.raises(CommandError):
        call_command("begin", "one", *NAMES, stdout=StringIO())
    assert User.objects.count() == 1


@pytest.mark.parametrize("wrong", [["--iin", "850725400332"], ["--last-name", "a\x01"]])
def test_what_cannot_be_is_told_and_nothing_left(db: None, wrong: list[str]) -> None:
    make_office("gp", "general", since=clock.today())
    with pytest.raises(CommandError, match=r"iin|last_name"):
        call_command("begin", "one", *NAMES, *wrong, stdout=StringIO())
    assert not User.objects.exists()


def test_without_a_structure_it_says_so(db: None) -> None:
    with pytest.raises(CommandError):
        call_command("begin", "one", *NAMES, stdout=StringIO())
