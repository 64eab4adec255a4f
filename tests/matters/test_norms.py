"""The register of norms: nothing rests on one that is not approved and in force (O.2, O.9)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Ordered
from qadaga.authority import NotPermitted
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.matters.norms import laying, selectors, services
from qadaga.matters.norms.models import Norm
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.norms import approved, entered, prosecutor_general

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(days=9)


@pytest.fixture
def town() -> Town:
    return make_town()


def faults(error: pytest.ExceptionInfo[InvalidInput]) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in error.value.fields]


def test_a_norm_is_entered_at_the_top_approved_and_ended(town: Town) -> None:
    general = prosecutor_general()
    with pytest.raises(NotPermitted):
        entered(town.actor("region_head"))
    norm = entered(general)
    assert not norm.in_force(MONDAY)
    with pytest.raises(InvalidInput) as twice:
        entered(general)
    assert faults(twice) == [("edition", "twice")]


def test_a_second_open_edition_waits_for_the_end_of_the_first(town: Town) -> None:
    general = prosecutor_general()
    norm = approved(general)
    with pytest.raises(AlreadyDone):
        services.approve(norm_id=norm.id, version=2, decision="1", decided_on=MONDAY, by=general, on=MONDAY)
    with pytest.raises(InvalidInput):
        services.end(norm_id=norm.id, version=2, valid_to=norm.valid_from, by=general, on=MONDAY)
    services.end(norm_id=norm.id, version=2, valid_to=LATER, by=general, on=MONDAY)
    newer = approved(general, edition="2026", valid_from=LATER)
    now = {one.id for one in selectors.in_force(MONDAY, *newer_kinds(newer))}
    then = {one.id for one in selectors.in_force(LATER, *newer_kinds(newer))}
    assert (now, then) == ({norm.id}, {newer.id})
    assert selectors.read_norm(town.actor("clerk"), MONDAY, norm.id).valid_to == LATER


def newer_kinds(norm: Norm) -> tuple[Any, ...]:
    return (norm.kind,)


def test_a_matter_serves_another_task_or_function_by_its_norm(town: Town) -> None:
    general, assistant = prosecutor_general(), town.actor("assistant")
    task, function, right = (approved(general, kind) for kind in ("task", "function", "right"))
    matter = assigned_matter(town)

    def serve(norm_id: UUID) -> None:
        matter.refresh_from_db()
        services.serve(matter_id=matter.id, version=matter.version, norm_id=norm_id, by=assistant, on=MONDAY)

    for norm in (task, function):
        serve(norm.id)
    with pytest.raises(AlreadyDone):
        serve(task.id)
    with pytest.raises(InvalidInput) as error:
        serve(right.id)
    assert faults(error) == [("norm", "not_in_force")]
    matter.refresh_from_db()
    assert matter.tasks == ["other_tasks"]
    assert matter.norms.count() == 2


def test_another_right_is_used_as_a_measure_by_its_norm(town: Town) -> None:
    general, head = prosecutor_general(), town.actor("head")
    norm, draft = approved(general), entered(general, article="статья 10")
    matter, body = assigned_matter(town), make_body()

    def order(norm_id: UUID | None) -> acts.Order:
        said = ("Нарушены условия лицензии", "Приостановить лицензию", "ru")
        return acts.Order(body, "law_names_it", *said, norm_id=norm_id)

    for wrong in (draft.id, None):
        with pytest.raises(InvalidInput) as error:
            acts.use_right(matter_id=matter.id, order=order(wrong), by=head, on=MONDAY)
        assert faults(error) == [("norm", "not_in_force")]
    with pytest.raises(NotPermitted):
        acts.use_right(matter_id=matter.id, order=order(norm.id), by=town.actor("assistant"), on=MONDAY)
    made = acts.use_right(matter_id=matter.id, order=order(norm.id), by=head, on=MONDAY)
    with pytest.raises(Conflict):
        acts.use_right(matter_id=matter.id, order=order(norm.id), by=head, on=MONDAY)
    by = {"by": town.actor("clerk"), "on": MONDAY}
    delivered = acts.Delivered("courier", MONDAY, proof_ref="№ 5")
    served = acts.deliver(measure_id=made.id, version=made.version, delivered=delivered, **by)
    assert served.due_on is not None
    assert Ordered.objects.get(measure=made).norm == norm


def test_a_duty_is_laid_until_a_day_and_fulfilled_by_its_bearer(town: Town) -> None:
    head = town.actor("head")
    duty = approved(prosecutor_general(), "duty")

    def lay(executor: UUID, due_on: date = LATER) -> Any:
        laid = laying.Laid(duty.id, executor, "Прочесть лекцию о законе", due_on)
        return laying.lay(laid=laid, by=head, on=MONDAY)

    with pytest.raises(InvalidInput):
        lay(town.assistant.id, MONDAY - timedelta(days=1))
    with pytest.raises(NotPermitted):
        lay(town.neighbour.id)
    row = lay(town.clerk.id)
    with pytest.raises(InvalidInput) as twice:
        lay(town.clerk.id)
    assert faults(twice) == [("what", "twice")]
    with pytest.raises(NotPermitted):
        laying.fulfil(duty_id=row.id, version=1, outcome="Да", by=town.actor("second"), on=MONDAY)
    laying.fulfil(
        duty_id=row.id, version=1, outcome="Прочитана, 40 человек", by=town.actor("clerk"), on=MONDAY
    )
    row.refresh_from_db()
    assert (row.status, row.done_on) == ("closed", MONDAY)
