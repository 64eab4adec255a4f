"""Inspections of the demonstration: a draft, one under way, suspended, finished and complained of, late."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from qadaga.appeals import services as appeals
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.config.demo import people
from qadaga.matters.models import Matter
from qadaga.staff.selectors import who_leads
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection

OFFICE = "kokshetau"
SCOPE = "Как рассмотрены обращения граждан и проведены закупки за последние шесть месяцев."
NORM = "Законы «О государственных закупках» и «О местном государственном управлении»"


def load(on: date) -> int:
    """Add those of one office where there are none; returns how many there are."""
    if Inspection.objects.exists():
        return Inspection.objects.count()
    office = people.actor(f"{OFFICE}.head", on).office_id
    rows = Matter.objects.filter(office=office, status="in_work", body__isnull=False)
    # One matter a body: an office inspects it on one ground once at a time.
    of_bodies = {row.body_id: row for row in rows.select_related("body", "assignee").order_by("-opened_on")}
    matters = sorted(of_bodies.values(), key=lambda row: row.opened_on)
    for matter, tell in zip(matters, (_late, _finished, _running, _suspended, _draft), strict=False):
        tell(matter, on)
    return Inspection.objects.count()


def _late(matter: Matter, on: date) -> None:
    """Begun long ago, past its last day, an original still here."""
    begun = max(on - timedelta(days=36), matter.opened_on)
    inspection = _signed(matter, begun)
    _take(inspection, begun, "Журнал регистрации обращений", original=True)


def _finished(matter: Matter, on: date) -> None:
    """From notice to findings, nothing left here."""
    begun = max(on - timedelta(days=20), matter.opened_on)
    inspection = _notified(_signed(matter, begun), begun)
    document = _take(inspection, begun, "Договоры о закупках", original=False)
    back = services.Returned(_at(begun, 17), "Руководитель аппарата", "расписка № 7")
    services.return_documents(document_ids=[document.id], returned=back, **_on(inspection, "clerk", begun))
    text = "Сроки рассмотрения обращений соблюдены. Договоры заключены по итогам конкурсов."
    services.record_findings(findings=text, **_changing(inspection, "assistant", begun))
    services.finish(outcome="clean", **_changing(inspection, "assistant", begun))
    _complained(inspection, on)


def _complained(inspection: Inspection, on: date) -> None:
    """The inspected complained of it; the clerk registered that and linked it."""
    clerk = people.actor(f"{OFFICE}.clerk", on)
    who = ApplicantEntry(kind="organisation", name=inspection.body.name_ru, no_id_reason="not_given")
    entry = AppealEntry(
        kind="complaint",
        language="ru",
        way="post",
        arrived_on=on,
        summary="Проверяющий изъял подлинники договоров, хотя достаточно было копий.",
        applicants=(who,),
    )
    made = appeals.register(entry=entry, by=clerk, on=on)
    services.record_complaint(
        inspection_id=inspection.id, appeal_id=made.id, number=made.number, by=clerk, on=on
    )


def _suspended(matter: Matter, on: date) -> None:
    """It stands still: the answer of another body is awaited."""
    begun = max(on - timedelta(days=12), matter.opened_on)
    inspection = _notified(_signed(matter, begun), begun)
    still = max(on - timedelta(days=3), begun)
    told = services.Told("Ждём ответа казначейства о платежах", "почтой, исх. № 88")
    by: dict[str, Any] = {"inspection_id": inspection.id, "by": _leader(still), "on": still}
    inspection.refresh_from_db()
    ground = "awaiting_documents"
    services.suspend(version=inspection.version, ground=ground, told=told, **by)


def _running(matter: Matter, on: date) -> None:
    """Told, visited, something received, somebody called for explanations, a longer period asked for."""
    begun = max(on - timedelta(days=9), matter.opened_on)
    inspection = _notified(_signed(matter, begun), begun)
    services.visit(
        place="Здание акимата, кабинет 12",
        came_at=_at(begun, 9),
        left_at=_at(begun, 13),
        **_on(inspection, "assistant", begun),
    )
    _take(inspection, begun, "Книга протоколов конкурсной комиссии", original=True)
    called = services.Called(
        role="official",
        name="Сейтқали Бауыржан",
        about="Почему конкурс продлён без причины",
        place="Прокуратура города, кабинет 4",
        called_at=clock.now() + timedelta(days=1),
        way="courier",
    )
    services.summon(called=called, **_on(inspection, "assistant", on))
    longer = services.Longer(
        _due(inspection) + timedelta(days=15), "awaiting_documents", "Ответ казначейства придёт через неделю"
    )
    services.ask_prolong(longer=longer, **_changing(inspection, "assistant", on))


def _draft(matter: Matter, on: date) -> None:
    services.draft(matter_id=matter.id, draft=_resolution(matter, on), by=_leader(on), on=on)


def _signed(matter: Matter, on: date) -> Inspection:
    row = services.draft(matter_id=matter.id, draft=_resolution(matter, on), by=_leader(on), on=on)
    return services.sign(inspection_id=row.id, version=row.version, by=_leader(on), on=on)


def _notified(inspection: Inspection, on: date) -> Inspection:
    notice = services.Notice("courier", on, "Канцелярия акимата", "вх. 214")
    return services.notify(notice=notice, **_changing(inspection, "clerk", on))


def _take(inspection: Inspection, on: date, what: str, *, original: bool) -> Any:
    taken = services.Taken(
        what=what,
        pages=64,
        original=original,
        from_whom="Руководитель аппарата",
        taken_at=_at(on, 10),
        kept_where="Сейф № 2, кабинет 4",
        return_by=on + timedelta(days=14),
    )
    return services.take_document(taken=taken, **_on(inspection, "assistant", on))


def _resolution(matter: Matter, on: date) -> services.Draft:
    assert matter.body is not None  # chosen so
    assistant = people.actor(f"{OFFICE}.assistant", on).appointment_id
    return services.Draft(
        body=matter.body,
        ground="assignment_higher",
        ground_text="Поручение прокуратуры области № 14",
        norm=NORM,
        scope=SCOPE,
        language="ru",
        starts_on=on,
        officers=[assistant],
    )


def _leader(on: date) -> Actor:
    head = people.actor(f"{OFFICE}.head", on)
    leader = who_leads(head.office_id, on)
    replaced = leader is not None and leader.id != head.appointment_id
    return people.actor(f"{OFFICE}.deputy", on) if replaced else head


def _on(inspection: Inspection, role: str, on: date) -> dict[str, Any]:
    return {"inspection_id": inspection.id, "by": people.actor(f"{OFFICE}.{role}", on), "on": on}


def _changing(inspection: Inspection, role: str, on: date) -> dict[str, Any]:
    inspection.refresh_from_db()
    return {**_on(inspection, role, on), "version": inspection.version}


def _at(on: date, hour: int) -> datetime:
    """The hour of the day, or just now where it has not come."""
    return min(datetime.combine(on, time(hour), clock.ZONE), clock.now())


def _due(inspection: Inspection) -> date:
    inspection.refresh_from_db()
    assert inspection.due_on is not None  # signed
    return inspection.due_on
