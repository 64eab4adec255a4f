"""The one question, asked of real people in real posts."""

from datetime import date

import pytest

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.law.model import Subject
from qadaga.offices.models import Office
from tests.staffing import actor_of, make_actor, make_appointment, make_office

TODAY, DISMISSED = date(2026, 7, 15), date(2026, 8, 1)
IN_D = Subject(kind="appointment", office="d", path=("t", "r", "d"))


@pytest.fixture
def office(db: None) -> Office:
    top = make_office("t", "general")
    return make_office("d", "district", make_office("r", "region", top))


@pytest.fixture
def head(office: Office) -> Actor:
    return actor_of(make_appointment(office, "district_prosecutor", until=DISMISSED), TODAY)


def test_allowed_comes_with_its_clauses(head: Actor) -> None:
    ruling = authority.require(head, "absence.record", IN_D, on=TODAY)
    assert ruling.allowed
    assert "O.14.2" in {citation.clause for citation in ruling.citations}


def test_refused_raises_with_the_ruling(office: Office) -> None:
    assistant = make_actor(office, "assistant", on=TODAY)
    with pytest.raises(authority.NotPermitted) as refused:
        authority.require(assistant, "absence.record", IN_D, on=TODAY)
    assert refused.value.status == 403
    assert [missing.code for missing in refused.value.ruling.missing] == ["posts"]


def test_the_actions_panel_answers_for_each_power(head: Actor) -> None:
    panel = authority.actions(head, ["office.create", "absence.record"], IN_D, TODAY)
    assert [(power, ruling.allowed) for power, ruling in panel] == [
        ("office.create", False),
        ("absence.record", True),
    ]


def test_after_dismissal_the_refusal_says_so(head: Actor) -> None:
    ruling = authority.may(head, "absence.record", IN_D, on=DISMISSED)
    assert not ruling.allowed
    assert [(missing.code, missing.citation.clause) for missing in ruling.missing] == [("no_post", "O.10")]
    assert ruling.missing[0].message % ruling.missing[0].data
    with pytest.raises(authority.NotPermitted):
        authority.require(head, "absence.record", IN_D, on=DISMISSED)
