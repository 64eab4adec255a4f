"""Conduct matters, gifts and contacts: the person, the head and staff officers see them (L.1.10)."""

from datetime import timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.organisation.conduct import entries
from qadaga.organisation.conduct.entries import ConductInput
from qadaga.organisation.conduct.models import ConductEntry
from tests.organisation.conduct.conftest import Line
from tests.organisation.conftest import TODAY

ASSISTANT, HEAD = "district assistant", "district district_prosecutor"
GIFT = {"kind": "gift", "happened_on": TODAY, "text": "Ваза", "with_whom": "ТОО", "value": "15 000,50"}


def declare(line: Line, who: str = ASSISTANT, **given: Any) -> ConductEntry:
    return entries.declare(by=line.actor(who), on=TODAY, declared=ConductInput(**{**GIFT, **given}))


def open_matter(line: Line, by: str = HEAD, about: str = ASSISTANT) -> ConductEntry:
    given = ConductInput("matter", TODAY, "Грубость на приёме")
    person = line.held[about].person_id
    return entries.open_matter(by=line.actor(by), on=TODAY, person_id=person, opened=given)


def test_a_gift_is_seen_by_the_person_the_head_and_staff_officers_of_the_line(line: Line) -> None:
    row = declare(line)
    assert row.value == 1500050
    seen = {who for who in line.held if row in entries.visible(line.actor(who), TODAY)}
    assert seen == {
        ASSISTANT,
        HEAD,
        "district staff_officer",
        "region regional_prosecutor",
        "region staff_officer",
        "top prosecutor_general",
        "top staff_officer",
    }


def test_a_matter_is_opened_about_another_and_decided_by_the_head(line: Line) -> None:
    row = open_matter(line, "district staff_officer")
    decided = {"on": TODAY, "entry_id": row.id, "outcome": "Замечание"}
    with pytest.raises(NotPermitted):
        entries.decide(by=line.actor("district staff_officer"), **decided)
    with pytest.raises(NotPermitted):
        entries.decide(by=line.actor(ASSISTANT), **decided)
    with pytest.raises(NotFound):
        entries.decide(by=line.actor("beside district_prosecutor"), **decided)
    with pytest.raises(Stale):
        entries.decide(by=line.actor(HEAD), version=5, **decided)
    assert entries.decide(by=line.actor(HEAD), version=1, **decided).state == "closed"
    with pytest.raises(NotPermitted):
        entries.decide(by=line.actor("region regional_prosecutor"), **decided)


def test_nobody_opens_or_decides_their_own(line: Line) -> None:
    with pytest.raises(NotPermitted):
        open_matter(line, HEAD, HEAD)
    row = declare(line, HEAD)
    with pytest.raises(NotPermitted):
        entries.decide(by=line.actor(HEAD), on=TODAY, entry_id=row.id, outcome="Пустяк")
    above = line.actor("region regional_prosecutor")
    assert entries.decide(by=above, on=TODAY, entry_id=row.id, outcome="Сдать").state == "closed"


def test_a_matter_about_somebody_beside_is_not_found(line: Line) -> None:
    with pytest.raises(NotFound):
        open_matter(line, "beside district_prosecutor")


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"kind": "matter"}, {"kind"}),
        ({"text": ""}, {"text"}),
        ({"with_whom": " "}, {"with_whom"}),
        ({"value": "много"}, {"value"}),
        ({"kind": "contact"}, {"value"}),
        ({"happened_on": TODAY + timedelta(days=1)}, {"happened_on"}),
    ],
)
def test_what_cannot_be_declared_is_said_by_field(
    line: Line, given: dict[str, Any], fields: set[str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        declare(line, **given)
    assert {fault.field for fault in refused.value.fields} == fields
