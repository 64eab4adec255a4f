"""Places of custody of the demonstration: one visited, with somebody released there, one to be visited."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.offices.models import OfficeTerritory
from qadaga.supervision.custody import services
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import Place

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
        services.plan(
            place_id=made[1].id,
            officer_id=assistant.appointment_id,
            planned_on=on + timedelta(days=3),
            by=head,
            on=on,
        )
    return Place.objects.count()


def _visited(place: Place, head: Actor, assistant: Actor, on: date) -> None:
    """A visit carried out, where somebody was found held without a paper and released at once."""
    visit = services.plan(
        place_id=place.id, officer_id=assistant.appointment_id, planned_on=on, by=head, on=on
    )
    visit = services.begin(visit_id=visit.id, version=visit.version, by=assistant, on=on)
    found = services.Found(
        wrong="no_ground",
        name="Ким Олег Павлович",
        held_since=clock.now() - timedelta(hours=9),
        paper="Протокола задержания нет",
        why="Человек доставлен ночью, протокол задержания не составлен, судья и родные не извещены.",
    )
    held = services.find(place_id=place.id, found=found, by=assistant, on=on)
    resolved = services.Resolved("УПК, статья 131", found.why, "ru")
    held = services.resolve(held_id=held.id, version=held.version, resolved=resolved, by=assistant, on=on)
    carried = services.Carried(clock.now(), "Начальник изолятора С. Ахметов", "Устно и под подпись")
    services.record_carried_out(held_id=held.id, version=held.version, carried=carried, by=assistant, on=on)
    answers = {item.id: services.Answered("held") for item in lists().on(on).items}
    answers["paper"] = services.Answered("not_held", "На одного человека нет протокола задержания")
    visit = services.fill(visit_id=visit.id, version=visit.version, answers=answers, by=assistant, on=on)
    services.finish(
        visit_id=visit.id,
        version=visit.version,
        outcome="Один человек удерживался без протокола и освобождён на месте. Остальное в порядке.",
        talks=[("Ким Олег Павлович", "Ночью доставлен без объяснения причин, звонить не дали.")],
        by=assistant,
        on=on,
    )
