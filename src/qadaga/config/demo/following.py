"""Inspections of the demonstration that others decide on: stopped, taken over, told of, moved (L.1.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from qadaga.acts import services as acts
from qadaga.acts.above import services as above
from qadaga.acts.models import Measure
from qadaga.authority.actor import Actor
from qadaga.config.demo import people
from qadaga.matters import services as matters
from qadaga.matters.models import Body, Matter
from qadaga.matters.services.bodies import register_body
from qadaga.offices.selectors import standing
from qadaga.staff.selectors import who_leads
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection

OFFICE, REGION, BESIDE = "kokshetau", "akmola.head", "1100-eco"
SPHERE = "environmental"
NORM = "Экологический кодекс"
WITHOUT_GROUND = above.Decided(
    "Постановление не называет сведений, которые требуют проверки.",
    "lower_act_unfounded",
    "Закон «О прокуратуре»: проверку назначают на законном основании",
)
FAILS = above.Decided("За месяц проверяющие ни разу не вышли на объект.", "office_fails")


@dataclass(frozen=True, slots=True)
class Site:
    """A body inspected, and what about."""

    bin: str
    ru: str
    kk: str
    about: str


SITES = (
    Site(
        "991140000109",
        "ГУ «Отдел архитектуры города Кокшетау»",
        "«Көкшетау қаласының сәулет бөлімі» ММ",
        "Выдача разрешений на застройку",
    ),
    Site(
        "981040000202",
        "ГКП «Кокшетау Су Арнасы»",
        "«Көкшетау Су Арнасы» МКК",
        "Сброс сточных вод в озеро Копа",
    ),
    Site(
        "961240000305",
        "ТОО «Синегорье Карьер»",
        "«Көкшетау Кен» ЖШС",
        "Рекультивация карьера у села Красный Яр",
    ),
    Site("951140000409", "ТОО «Экополигон»", "«Экополигон» ЖШС", "Хранение отходов на городском полигоне"),
)


def load(on: date) -> None:
    """Add what is missing; run again it adds nothing."""
    if Inspection.objects.filter(norm=NORM).exists():
        return
    begun = on - timedelta(days=6)
    stopped, taken, told, moved = (_inspected(one, begun) for one in SITES)
    above.suspend(decided=WITHOUT_GROUND, **_region(stopped, on))
    above.take_over(decided=FAILS, **_region(taken, on))
    above.take_over(decided=FAILS, **_region(_request(taken.matter, begun), on))
    services.tell_office(office=BESIDE, told_on=on, way="electronic", **_changing(told, on))
    _move(moved.matter, on)


def _inspected(site: Site, on: date) -> Inspection:
    """A matter of the city in the sphere of the environmental office, with an inspection begun."""
    leader = _leader(on)
    body = register_body(kind="organisation", bin=site.bin, name_ru=site.ru, name_kk=site.kk)
    matter = _matter(site, body, leader, on)
    assistant = people.actor(f"{OFFICE}.assistant", on).appointment_id
    draft = services.Draft(
        body=body,
        ground="media",
        ground_text="Публикация областной газеты",
        norm=NORM,
        scope=site.about,
        language="ru",
        starts_on=on,
        officers=[assistant] if assistant else [],
    )
    row = services.draft(matter_id=matter.id, draft=draft, by=leader, on=on)
    row = services.sign(inspection_id=row.id, version=row.version, by=leader, on=on)
    notice = services.Notice("courier", on, "Приёмная", "вх. 31")
    return services.notify(
        inspection_id=row.id,
        version=row.version,
        notice=notice,
        by=people.actor(f"{OFFICE}.clerk", on),
        on=on,
    )


def _matter(site: Site, body: Body, leader: Actor, on: date) -> Matter:
    opening = matters.Opening(
        kind="media",
        direction="legality_of_acts",
        title=site.about,
        body=body,
        kato=min(standing(leader.office_id, on).kato),
        sphere=SPHERE,
        tasks=("remove_violations",),
    )
    matter = matters.open(opening=opening, by=leader, on=on)
    assistant = people.actor(f"{OFFICE}.assistant", on).appointment_id
    assert assistant is not None  # somebody of the cast
    return matters.assign(
        matter_id=matter.id, version=matter.version, assignee_id=assistant, by=leader, on=on
    )


def _request(matter: Matter, on: date) -> Measure:
    assert matter.body is not None  # opened about one
    asked = acts.Asked(matter.body, NORM, "Прошу представить журнал отбора проб.", "ru")
    return acts.request(matter_id=matter.id, asked=asked, by=people.actor(f"{OFFICE}.assistant", on), on=on)


def _move(matter: Matter, on: date) -> None:
    matter.refresh_from_db()
    matters.move(
        matter_id=matter.id,
        version=matter.version,
        to_office=BESIDE,
        ground="better_placed",
        reason="Полигон принимает отходы всей области; пробы отбирает природоохранная.",
        by=people.actor(REGION, on),
        on=on,
    )


def _region(row: Inspection | Measure, on: date) -> dict[str, Any]:
    row.refresh_from_db()
    kind = "measure" if isinstance(row, Measure) else "inspection"
    return {
        "kind": kind,
        "record_id": row.id,
        "version": row.version,
        "by": people.actor(REGION, on),
        "on": on,
    }


def _changing(row: Inspection, on: date) -> dict[str, Any]:
    row.refresh_from_db()
    return {"inspection_id": row.id, "version": row.version, "by": _leader(on), "on": on}


def _leader(on: date) -> Actor:
    head = people.actor(f"{OFFICE}.head", on)
    leader = who_leads(head.office_id, on)
    replaced = leader is not None and leader.id != head.appointment_id
    return people.actor(f"{OFFICE}.deputy", on) if replaced else head
