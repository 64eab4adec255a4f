"""An inspection stands still and goes on: by whom, what then waits, where its term moves; the inventory."""

from datetime import date, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection, Pause, TakenDocument
from tests.casework import MONDAY, Town
from tests.inspecting import at, running, taken

pytestmark = pytest.mark.clause("O.8.4", "O.8.10")
TOLD = services.Told("Ждём документы банка", "Нарочно, вх. 19")


def on(town: Town, row: Inspection, who: str = "head", day: date = MONDAY) -> dict[str, object]:
    row.refresh_from_db()
    return {"inspection_id": row.id, "version": row.version, "by": town.actor(who, day), "on": day}


def test_it_stands_still_by_the_leadership_and_goes_on_with_the_days_left(town: Town) -> None:
    row = running(town)
    due = row.due_on
    assert due is not None
    with pytest.raises(NotPermitted):
        services.suspend(ground="awaiting_documents", told=TOLD, **on(town, row, "assistant"))
    with pytest.raises(NotFound):
        services.suspend(ground="awaiting_documents", told=TOLD, **on(town, row, "neighbour"))
    with pytest.raises(InvalidInput) as silent:
        services.suspend(ground="awaiting_documents", told=services.Told("Ждём", ""), **on(town, row))
    assert [fault.field for fault in silent.value.fields] == ["told_how"]
    assert services.suspend(ground="awaiting_documents", told=TOLD, **on(town, row)).status == "suspended"
    with pytest.raises(Conflict):
        services.visit(
            inspection_id=row.id,
            place="Акимат",
            came_at=at(9),
            left_at=at(10),
            by=town.actor("assistant"),
            on=MONDAY,
        )
    with pytest.raises(Conflict):
        services.suspend(ground="awaiting_documents", told=TOLD, **on(town, row))
    later = MONDAY + timedelta(days=9)
    with clock.frozen(later):
        row = services.resume(
            told=services.Told("Документы пришли", "Почта, № 7"), **on(town, row, day=later)
        )
    pause = Pause.objects.get()
    assert (row.status, pause.ends_on, pause.notice_id == pause.resumed_notice_id) == ("opened", later, False)
    assert row.due_on is not None
    assert timedelta(days=9) <= row.due_on - due <= timedelta(days=12)  # a day of rest may follow
    with clock.frozen(later), pytest.raises(Conflict):
        services.resume(told=TOLD, **on(town, row, day=later))


def test_several_documents_are_put_down_at_once_or_none(town: Town) -> None:
    row = running(town)
    who = {"inspection_id": row.id, "by": town.actor("assistant"), "on": MONDAY}
    with pytest.raises(InvalidInput) as refused:
        services.take_documents(taken=[taken(), taken(what="", pages=0)], **who)
    assert {fault.field for fault in refused.value.fields} == {"what_2", "pages_2"}
    with pytest.raises(NotPermitted):
        services.take_documents(taken=[taken(), taken(obstructs=True)], **who)
    assert not TakenDocument.objects.exists()
    rows = services.take_documents(taken=[taken(), taken(what="Касса", original=False)], **who)
    assert [(one.no, one.what) for one in rows] == [(1, "Журнал договоров"), (2, "Касса")]
