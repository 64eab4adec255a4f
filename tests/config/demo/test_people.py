"""The demonstration people: through the services, once, never in a deployment."""

from collections import Counter
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from qadaga.accounts.models import User
from qadaga.common import clock
from qadaga.common.identifiers import parse_iin
from qadaga.config.demo import people
from qadaga.config.demo.cast import CAST, PASSWORD, STAFF_OFFICER
from qadaga.journal.models import Entry
from qadaga.offices import selectors as offices
from qadaga.organisation import founding
from qadaga.staff import selectors as staff
from qadaga.staff.models import Appointment, Person

TODAY = date(2026, 7, 15)


@pytest.fixture
def demo(db: None) -> None:
    founding.found(on=TODAY)
    people.load(TODAY)


@pytest.mark.usefixtures("demo")
class TestLoaded:
    """After one load."""

    def test_there_are_people_in_every_role(self) -> None:
        posts = Counter(Appointment.objects.values_list("post", flat=True))
        assert Person.objects.count() == len(CAST) + 1 >= 12
        assert {
            "registry_clerk",
            "district_prosecutor",
            "deputy_district",
            "assistant",
            "senior_assistant",
        } <= set(posts)
        assert {"regional_prosecutor", "senior_prosecutor", "prosecutor_general"} <= set(posts)

    def test_one_wears_two_hats(self) -> None:
        user = User.objects.get(username="kokshetau.two")
        assert {hat.office.code for hat in staff.hats_of(user.id, TODAY)} == {"1110", "1100-eco"}
        assert people.actor("kokshetau.two", TODAY, "1100-eco").office_code == "1100-eco"

    def test_a_deputy_acts_for_a_head_on_leave(self) -> None:
        burabay = offices.office_by_code("1170")
        leader = staff.who_leads(burabay.id, TODAY)
        assert leader is not None
        assert leader.post == "deputy_district"
        assert people.actor("burabay.deputy", TODAY).today.acting
        head = staff.who_leads(burabay.id, TODAY + timedelta(days=30))
        assert head is not None
        assert head.heads

    def test_every_change_but_the_first_rests_on_a_ruling(self) -> None:
        entries = Entry.objects.exclude(action="structure.load")
        without = [entry.action for entry in entries if entry.ruling is None]
        assert without == ["appointment.first"]
        assert all(entry.ruling["allowed"] for entry in entries if entry.ruling)

    def test_a_second_load_adds_nobody(self) -> None:
        assert people.load(TODAY) == 0
        assert Person.objects.count() == len(CAST) + 1

    def test_everybody_can_sign_in_and_is_told_how(self) -> None:
        assert all(user.check_password(PASSWORD) for user in User.objects.all())
        with clock.frozen(TODAY):
            told = people.logins()
        assert {username for _, username, _ in told} == {player.username for player in (STAFF_OFFICER, *CAST)}


def test_numbers_tell_birth_and_sex() -> None:
    for player in CAST:
        parsed = parse_iin(player.iin())
        assert parsed.birth_date == player.born_on
        assert parsed.sex == ("f" if player.woman else "m")


def test_a_deployment_refuses_the_demonstration(db: None, settings: object) -> None:
    settings.DEMO_ALLOWED = False  # type: ignore[attr-defined]  # a wrapper of pytest-django
    with pytest.raises(CommandError):
        call_command("load", "demo")
    assert people.logins() == []
    assert not User.objects.exists()


def test_the_command_loads_both_and_tells_so(db: None) -> None:
    told = StringIO()
    call_command("load", "structure", stdout=told)
    call_command("load", "demo", stdout=told)
    assert f"{len(CAST)}/{len(CAST)}" in told.getvalue()
    assert Person.objects.count() == len(CAST) + 1
    call_command("load", "demo", verbosity=0, stdout=told)
