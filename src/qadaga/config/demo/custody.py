"""Places of custody of the demonstration: one visited, with somebody released there, one to be visited."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

from django.db import transaction

from qadaga.appeals import services as appeals
from qadaga.appeals.entry import HeldSpeaks, from_custody
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.ids import new_id
from qadaga.config.demo.people import actor
from qadaga.documents.services import store
from qadaga.journal import services as journal
from qadaga.matters import services as matters
from qadaga.offices.models import OfficeTerritory
from qadaga.supervision.custody import services
from qadaga.supervision.custody.choices import Standing
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit

PLACES = (
    ("special", "Изолятор временного содержания", "Уақытша ұстау изоляторы", 40),
    ("premises", "Дежурная часть отдела полиции", "Полиция бөлімінің кезекші бөлігі", 6),
)


def load(on: date) -> int:
    """Add the places of one district with a visit and the people found, once; how many places there are."""
    if not Place.objects.exists():
        head, assistant = actor("kokshetau.head", on), actor("kokshetau.assistant", on)
        kato = OfficeTerritory.objects.filter(office=head.office_id).values_list("kato", flat=True)[0]
        body = matters.register_body(
            kind="law_enforcement",
            name_ru="Управление полиции города Кокшетау",
            name_kk="Көкшетау қаласының полиция басқармасы",
        )
        made = [
            services.register(
                entered=services.Entered(kind, ru, kk, body, "улица Ауэзова, 186", kato, most), by=head, on=on
            )
            for kind, ru, kk, most in PLACES
        ]
        _visited(made[0], head, assistant, on)
        _planned_and_moved(made[1], head, assistant, on)
    return Place.objects.count()


def _planned_and_moved(place: Place, head: Actor, assistant: Actor, on: date) -> None:
    """A visit to come that was moved by two days, and one that was called off."""
    kept, gone = (
        services.plan(
            place_id=place.id,
            officer_id=assistant.appointment_id,
            planned_on=on + timedelta(days=days),
            by=head,
            on=on,
        )
        for days in (3, 4)
    )
    services.move(
        visit_id=kept.id,
        version=kept.version,
        officer_id=assistant.appointment_id,
        planned_on=on + timedelta(days=5),
        why="В этот день у сотрудника судебное заседание",
        by=head,
        on=on,
    )
    why = "Посещение запланировано дважды"
    services.call_off(visit_id=gone.id, version=gone.version, why=why, by=head, on=on)


def _visited(place: Place, head: Actor, assistant: Actor, on: date) -> None:
    """A visit carried out, where somebody was found held without a paper and released at once."""
    visit = services.plan(
        place_id=place.id, officer_id=assistant.appointment_id, planned_on=on, by=head, on=on
    )
    visit = services.begin(visit_id=visit.id, version=visit.version, by=assistant, on=on)
    found = services.Found(
        wrong="no_ground",
        name="Ким Олег Павлович",
        born="04.05.1990",
        held_since=clock.now() - timedelta(hours=9),
        paper="Протокола задержания нет",
        why="Человек доставлен ночью, протокол задержания не составлен, судья и родные не извещены.",
    )
    held = services.find(place_id=place.id, found=found, by=assistant, on=on)
    resolved = services.Resolved("УПК, статья 131", found.why, "ru")
    held = services.resolve(held_id=held.id, version=held.version, resolved=resolved, by=assistant, on=on)
    carried = services.Carried(clock.now(), "Начальник изолятора С. Ахметов", "Устно и под подпись")
    services.record_carried_out(held_id=held.id, version=held.version, carried=carried, by=assistant, on=on)
    _complains(held, assistant, on)
    visit = _answered(visit, head, assistant, on)
    services.finish(
        visit_id=visit.id,
        version=visit.version,
        outcome="Один человек удерживался без протокола и освобождён на месте. Остальное в порядке.",
        talks=[("Ким Олег Павлович", "Ночью доставлен без объяснения причин, звонить не дали.")],
        by=assistant,
        on=on,
    )


def _answered(visit: Visit, head: Actor, assistant: Actor, on: date) -> Visit:
    """The list went along on a telephone whose clock was ahead; the head had answered one point meanwhile."""
    services.keep(visit_id=visit.id, by=assistant, on=on)
    theirs = {"space": services.Answered("held")}
    services.fill(visit_id=visit.id, version=visit.version, answers=theirs, by=head, on=on)
    answered = {item.id: services.Answered("held") for item in lists().on(visit.place.kind, on).items}
    answered["paper"] = services.Answered("not_held", "На одного человека нет протокола задержания")
    answered["space"] = services.Answered("not_held", "В камере на четверых шесть человек")
    device = clock.now() + timedelta(minutes=4)
    entries = tuple(
        services.SaidEntry(new_id(), device, item, answer, 0) for item, answer in answered.items()
    )
    services.sync(visit_id=visit.id, parcel=services.Parcel(device, answers=entries), by=assistant, on=on)
    visit.refresh_from_db()
    _shown(visit, assistant, on)
    chosen = {said.id: services.TAKE for said in visit.said.filter(standing=Standing.DISPUTED)}
    return services.settle(visit_id=visit.id, version=visit.version, chosen=chosen, by=assistant, on=on)


def _shown(visit: Visit, assistant: Actor, on: date) -> None:
    """What shows that somebody was held without a record: a note of what the journal says."""
    note = "Журнал доставленных: записи об Олеге Киме нет.\n".encode()
    file = store(BytesIO(note), "journal.txt", by=assistant)
    services.show(visit_id=visit.id, item="paper", file=file, title="Выписка из журнала", by=assistant, on=on)


def _complains(held: HeldPerson, assistant: Actor, on: date) -> None:
    """The same person handed a complaint to the prosecutor alone: an appeal of theirs."""
    place = held.place
    said = HeldSpeaks(
        language="ru",
        summary="Ночью доставлен без объяснения причин, позвонить родным не дали, воды не было.",
        name=held.name,
        place=f"{place.name_ru}, {place.address}",
        no_id_reason="detained",
        birth_date=date(1990, 5, 4),
        body_id=place.body_id,
    )
    with transaction.atomic(), journal.gathered():
        made = appeals.register(entry=from_custody(said, on), by=assistant, on=on)
        services.record_complaint(
            place_id=place.id,
            held_id=held.id,
            appeal_id=made.id,
            number=made.number,
            handed="in_hand",
            by=assistant,
            on=on,
        )
