"""The applicant sees the materials (O.8.d2): nothing before a decision, nothing withheld without a reason."""

import pytest

from qadaga.appeals import services as appeals
from qadaga.appeals.models import MaterialsRequest
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, Stale
from tests.intake import MONDAY, Registry, make_appeal


@pytest.fixture
def request_(registry: Registry) -> MaterialsRequest:
    appeal = make_appeal(registry)
    return appeals.request_materials(
        appeal_id=appeal.id,
        applicant_id=appeal.applicants.get().id,
        what="Ответ акимата",
        requested_on=MONDAY,
        by=registry.actor("clerk"),
        on=MONDAY,
    )


def decide(
    registry: Registry, row: MaterialsRequest, decision: str, *, by: str = "head", **rest
) -> MaterialsRequest:
    return appeals.decide_materials(
        appeal_id=row.appeal_id,
        request_id=row.id,
        decision=decision,
        by=registry.actor(by),
        on=MONDAY,
        **{"version": row.version, **rest},
    )


def show(registry: Registry, row: MaterialsRequest) -> MaterialsRequest:
    return appeals.show_materials(
        appeal_id=row.appeal_id,
        request_id=row.id,
        shown_on=MONDAY,
        note="Ознакомлена, замечаний нет",
        version=row.version,
        by=registry.actor("clerk"),
        on=MONDAY,
    )


def test_asked_decided_shown(registry, request_):
    with pytest.raises(Conflict):
        show(registry, request_)
    row = decide(registry, request_, "partly", withheld="Письмо банка", withheld_why="Банковская тайна")
    assert (row.state, row.decided_by_id) == ("partly", registry.head.id)
    row = show(registry, row)
    assert (row.state, row.shown_by_id, row.withheld) == ("shown", registry.clerk.id, "Письмо банка")
    with pytest.raises(AlreadyDone):
        show(registry, row)


@pytest.mark.parametrize("decision", ["partly", "refused"])
def test_what_is_withheld_is_named_with_the_reason(registry, request_, decision):
    for given, field in (({}, "withheld"), ({"withheld": "Письмо"}, "withheld_why")):
        with pytest.raises(InvalidInput) as caught:
            decide(registry, request_, decision, **given)
        assert [fault.field for fault in caught.value.fields] == [field]


def test_a_refusal_shows_nothing_and_is_decided_once(registry, request_):
    row = decide(registry, request_, "refused", withheld="Всё", withheld_why="Тайна следствия")
    with pytest.raises(Conflict):
        show(registry, row)
    with pytest.raises(AlreadyDone):
        decide(registry, row, "allowed")
    with pytest.raises(Stale):
        decide(registry, row, "allowed", version=1)


def test_the_clerk_does_not_decide(registry, request_):
    with pytest.raises(NotPermitted):
        decide(registry, request_, "allowed", by="clerk")


def test_only_an_applicant_asks(registry, request_):
    other = make_appeal(registry)
    with pytest.raises(InvalidInput) as caught:
        appeals.request_materials(
            appeal_id=other.id,
            applicant_id=request_.applicant_id,
            what="Всё",
            requested_on=MONDAY,
            by=registry.actor("clerk"),
            on=MONDAY,
        )
    assert [fault.field for fault in caught.value.fields] == ["applicant"]
