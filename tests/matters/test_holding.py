"""The higher office takes a matter over; a matter waits and goes on."""

from datetime import timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.scope import scope_of
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.matters import services as matters
from qadaga.matters import terms
from qadaga.matters.models import CalledUp, Matter
from qadaga.matters.selectors import get_matter
from tests.casework import MONDAY, Town, assigned_matter, open_matter

LATER = MONDAY + timedelta(days=7)


def step(town: Town, matter: Matter, who: str, **more: object) -> dict[str, object]:
    matter.refresh_from_db()
    return {"matter_id": matter.id, "version": matter.version, "by": town.actor(who), "on": MONDAY, **more}


def test_the_region_takes_over_and_the_district_goes_on_reading(town: Town) -> None:
    matter = assigned_matter(town)
    matters.call_up(reason="Касается области", **step(town, matter, "region_head"))
    matter.refresh_from_db()
    assert (matter.status, matter.holder, matter.office, matter.assignee) == (
        "opened",
        town.region,
        town.district,
        None,
    )
    row = CalledUp.objects.get()
    assert (row.from_office, row.to_office) == (town.district, town.region)
    assert get_matter(scope_of(town.actor("assistant"), MONDAY), matter.id) == matter
    with pytest.raises(NotPermitted):
        matters.set_tasks(tasks=["coordinate"], **step(town, matter, "head"))
    matters.assign(assignee_id=town.region_prosecutor.id, **step(town, matter, "region_head"))
    violated = matters.Violated("норма", "что", "person", "state", violator_name="И.")
    matters.record_violation(violated=violated, **step(town, matter, "region_prosecutor"))


@pytest.mark.parametrize("who", ["head", "region_prosecutor", "clerk"])
def test_nobody_else_takes_it_over(town: Town, who: str) -> None:
    matter = assigned_matter(town)
    with pytest.raises(NotPermitted):
        matters.call_up(reason="Хочу", **step(town, matter, who))


def test_a_neighbour_sees_nothing_to_take(town: Town) -> None:
    with pytest.raises(NotFound):
        matters.call_up(reason="Хочу", **step(town, assigned_matter(town), "neighbour"))


def test_a_closed_matter_opens_again_above(town: Town) -> None:
    matter = assigned_matter(town, tasks=["protect_rights"])
    for kind in ("violations", "removal", "protection", "liability"):
        outcome = "none" if kind == "violations" else "not_needed"
        matters.record_result(kind=kind, outcome=outcome, note="Нет", **step(town, matter, "assistant"))
    matters.close(conclusion="Нарушений нет", **step(town, matter, "head"))
    matters.call_up(reason="Обжаловано", **step(town, matter, "region_head"))
    matter.refresh_from_db()
    assert (matter.status, matter.closed_on, matter.closed_by) == ("opened", None, None)


def test_a_matter_waits_and_its_own_term_stands_still(town: Town) -> None:
    matter = assigned_matter(town)
    by = town.actor("head")
    owner = terms.Owner("matter", matter.id, matter.office_id, matter.region_id, matter)
    term = terms.start(owner=owner, rule="referral_control", on=MONDAY, by=by)
    due = term.due_on
    matters.suspend(ground="awaiting_expertise", reason="Экспертиза", **step(town, matter, "head"))
    matter.refresh_from_db()
    assert (matter.status, matter.suspended_on, matter.due_on) == ("suspended", MONDAY, None)
    violated = matters.Violated("норма", "что", "person", "state", violator_name="И.")
    with pytest.raises(Conflict):
        matters.record_violation(violated=violated, **step(town, matter, "assistant"))
    matters.resume(reason="Готова", **step(town, matter, "head", on=LATER, by=town.actor("head", LATER)))
    matter.refresh_from_db()
    assert (matter.status, matter.suspended_on) == ("in_work", None)
    assert matter.due_on is not None
    assert matter.due_on >= due + timedelta(days=7)


def test_a_suspension_needs_a_known_ground(town: Town) -> None:
    with pytest.raises(InvalidInput) as refused:
        matters.suspend(ground="tired", reason="Отдых", **step(town, assigned_matter(town), "head"))
    assert refused.value.fields[0].field == "ground"
    with pytest.raises(Conflict):
        matters.suspend(ground="court_decides", reason="Суд", **step(town, open_matter(town), "head"))
