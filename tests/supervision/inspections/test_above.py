"""A higher office decides on a lower one's inspection: it stands still, goes on, ends, passes (L.1.2)."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.acts.above import services as above
from qadaga.acts.above.models import Decision
from qadaga.acts.selectors import waiting
from qadaga.authority import NotPermitted
from qadaga.authority.lists import pages, search
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.matters import terms
from qadaga.matters.models import Term
from qadaga.supervision.inspections import reading, services
from qadaga.supervision.inspections.models import Inspection
from qadaga.supervision.inspections.register import INSPECTIONS
from qadaga.supervision.inspections.selectors.waiting import WAITING
from tests.casework import MONDAY, Town
from tests.inspecting import at, draft_inspection, notified, running, sign, take
from tests.staffing import actor_of, make_appointment

pytestmark = pytest.mark.clause("L.1.2")
DAY = timedelta(days=1)
DECIDED = above.Decided("Проверка назначена без основания", "lower_act_unlawful", "статья 31 Закона")
FAILS = above.Decided("Не справляются", "office_fails")


def about(town: Town, row: Inspection, who: str = "region_head", on: date = MONDAY) -> dict[str, Any]:
    row.refresh_from_db()
    by = actor_of(getattr(town, who), on)
    return {"kind": "inspection", "record_id": row.id, "version": row.version, "by": by, "on": on}


def sorts(town: Town, who: str) -> set[str]:
    return {row.sort for row in waiting(town.actor(who), leads=who.endswith("head"), also=WAITING)}


def on(town: Town, row: Inspection, who: str) -> dict[str, Any]:
    row.refresh_from_db()
    return {"inspection_id": row.id, "version": row.version, "by": town.actor(who), "on": MONDAY}


def test_what_the_higher_office_stopped_its_own_office_does_not_let_go_on(town: Town) -> None:
    inspection = notified(town, running(town))
    due = inspection.due_on
    assert due is not None
    made = above.suspend(decided=DECIDED, **about(town, inspection))
    inspection.refresh_from_db()
    assert (inspection.status, inspection.due_on, made.before, made.to_tell) == (
        "stopped",
        due,
        "opened",
        True,
    )
    told = services.Told("Пришли документы", "вх. 3")
    for step in (
        lambda: services.resume(told=told, **on(town, inspection, "head")),
        lambda: services.record_findings(findings="Чисто", **on(town, inspection, "assistant")),
    ):
        with pytest.raises(Conflict):
            step()
    assert sorts(town, "region_head") == {"undecided_inspection"}
    assert "above_inspection" in sorts(town, "head") & sorts(town, "assistant")
    later = MONDAY + 7 * DAY
    above.resume(reasons="Основание есть", **about(town, inspection, on=later))
    inspection.refresh_from_db()
    assert (inspection.status, inspection.due_on) == ("opened", due + 7 * DAY)


def test_a_stop_over_a_pause_goes_back_to_the_pause(town: Town) -> None:
    inspection = running(town)
    told = services.Told("Ждём документы", "вх. 2")
    services.suspend(ground="awaiting_documents", told=told, **on(town, inspection, "head"))
    above.suspend(decided=DECIDED, **about(town, inspection))
    above.resume(reasons="Основание есть", **about(town, inspection))
    inspection.refresh_from_db()
    assert inspection.status == "suspended"
    services.resume(told=told, **on(town, inspection, "head"))


def test_it_is_changed_with_a_later_day_and_ended_while_documents_still_go_back(town: Town) -> None:
    inspection = running(town)
    document = take(town, inspection)
    due = inspection.due_on
    assert due is not None
    for wrong in (due, due + 90 * DAY, MONDAY - DAY):
        changed = above.Decided("Узко", "lower_act_unfounded", "н", wording="И склад", until=wrong)
        with pytest.raises(InvalidInput) as refused:
            above.change(decided=changed, **about(town, inspection))
        assert [one.field for one in refused.value.fields] == ["until"]
    changed = above.Decided("Узко", "lower_act_unfounded", "н", wording="И склад", until=due + 10 * DAY)
    above.change(decided=changed, **about(town, inspection))
    term = terms.open_term("inspection", inspection.id)
    inspection.refresh_from_db()
    assert term is not None
    assert inspection.due_on == term.due_on >= due + 10 * DAY
    shorter = above.Decided("Долго", "lower_act_unfounded", "н", wording="Короче", until=MONDAY + 3 * DAY)
    above.change(decided=shorter, **about(town, inspection))
    inspection.refresh_from_db()
    assert (inspection.due_on, term.events.last().kind) == (MONDAY + 3 * DAY, "shorten")
    with pytest.raises(Conflict) as late, clock.frozen(at(18, day=MONDAY + 4 * DAY)):
        services.visit(
            inspection_id=inspection.id,
            place="Акимат",
            came_at=at(9, day=MONDAY + 4 * DAY),
            left_at=at(10, day=MONDAY + 4 * DAY),
            by=town.actor("assistant"),
            on=MONDAY + 4 * DAY,
        )
    assert late.value.code == "period_over"
    above.cancel(decided=DECIDED, **about(town, inspection))
    inspection.refresh_from_db()
    assert (inspection.status, terms.open_term("inspection", inspection.id)) == ("cancelled", None)
    assert {"inspection_documents", "above_inspection"} <= sorts(town, "assistant")
    with pytest.raises(Conflict):
        services.record_findings(findings="Чисто", **on(town, inspection, "assistant"))
    services.keep_document(
        inspection_id=inspection.id,
        document_id=document.id,
        reason="Приобщён к делу",
        by=town.actor("assistant"),
        on=MONDAY,
    )
    assert above.note(**about(town, inspection, "assistant")) == 3


@pytest.mark.parametrize("who", ["head", "deputy"])
def test_a_lower_or_equal_one_is_refused_with_the_clause(town: Town, who: str) -> None:
    inspection = running(town)
    with pytest.raises(NotPermitted) as refused:
        above.cancel(decided=DECIDED, **about(town, inspection, who))
    assert "L.1.2" in {gap.citation.clause for gap in refused.value.ruling.missing}
    with pytest.raises(NotFound):
        above.cancel(decided=DECIDED, **about(town, inspection, "neighbour"))
    assert not Decision.objects.exists()


@pytest.mark.clause("O.8.4", "O.14.1")
def test_taken_over_it_passes_with_register_term_search_and_officers(town: Town) -> None:
    inspection = running(town)
    number = inspection.number_text
    above.take_over(decided=FAILS, **about(town, inspection))
    inspection.refresh_from_db()
    assert (inspection.carrier, inspection.office, inspection.numbered_in, inspection.number_text) == (
        town.region,
        town.region,
        town.district,
        number,
    )
    assert Term.objects.get(subject_id=inspection.id).office == town.region
    region, lower = (scope_of(town.actor(who), MONDAY) for who in ("region_head", "head"))
    for scope, found in ((region, [inspection.id]), (lower, [])):
        assert [row["id"] for row in pages.fetch(INSPECTIONS, scope, pages.Ask(), today=MONDAY).rows] == found
        rows = search.find(scope, "закупках", today=MONDAY).rows
        assert [row["id"] for row in rows if row["kind"] == "inspection"] == found
    # The lower office reads on and decides nothing any more; its officers inspect no more.
    assert reading.read(town.actor("head"), MONDAY, inspection.id) == inspection
    for who in ("head", "assistant"):
        with pytest.raises(NotPermitted):
            services.record_findings(findings="Чисто", **on(town, inspection, who))
    assert above.note(**about(town, inspection, "assistant")) == 1
    officer = make_appointment(town.region, "assistant")
    named = services.name_officers(
        officers=[officer.id], reason="По нагрузке", **on(town, inspection, "region_head")
    )
    rows = {row.appointment: row.relieved_on for row in named.officers.all()}
    assert rows == {town.assistant: MONDAY, town.region_head: MONDAY, officer: None}
    with pytest.raises(InvalidInput):
        services.name_officers(
            officers=[town.assistant.id], reason="Ещё", **on(town, inspection, "region_head")
        )
    found = services.record_findings(
        inspection_id=inspection.id,
        version=named.version,
        findings="Чисто",
        by=actor_of(officer, MONDAY),
        on=MONDAY,
    )
    assert found.findings == "Чисто"
    assert Entry.objects.get(action="inspection.findings").office_id == town.region.id


def test_a_draft_taken_over_is_signed_by_the_higher_office_under_its_number(town: Town) -> None:
    draft = draft_inspection(town)
    above.take_over(decided=FAILS, **about(town, draft))
    draft.refresh_from_db()
    with pytest.raises(NotPermitted):
        sign(town, draft)
    signed = sign(town, draft, by="region_head")
    assert str(signed.number_text).startswith("ТК-reg-2026/")
