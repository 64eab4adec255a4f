"""Treaties of the demonstration: in force and a draft, requests at every stage, a check."""

from __future__ import annotations

from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.treaties import services
from qadaga.treaties.models import Treaty

# What it is about, titles in Russian and Kazakh, with what sort of party, with whom.
TREATIES = (
    ("legal_assistance", "Договор о правовой помощи", "Құқықтық көмек туралы шарт", "state", "Узбекистан"),
    ("extradition", "Договор о выдаче", "Ұстап беру туралы шарт", "state", "Турция"),
    ("cooperation", "Меморандум", "Меморандум", "organisation", "Международная ассоциация прокуроров"),
)
# What is asked, country, body, its number, about whom, what exactly.
REQUESTS = (
    ("procedural_request", "Узбекистан", "Генпрокуратура", "15/2-77", "Рахимов А. Б.", "Допросить свидетеля"),
    ("extradition", "Турция", "Министерство юстиции", "E-2026/114", "Йылмаз М.", "Выдать для суда"),
    ("transit", "Киргизия", "Генпрокуратура", "8-31", "Асанов Т.", "Разрешить провоз поездом"),
)


def load(on: date) -> int:
    """Add them once; how many treaties there are."""
    if not Treaty.objects.exists():
        centre, clerk = actor("gp.head", on), actor("gp.prosecutor", on)
        made = [_treaty(row, clerk, on) for row in TREATIES]
        services.record_contact(
            treaty_id=made[2].id,
            version=made[2].version,
            kind="meeting",
            held_on=on,
            about="Обмен опытом цифровизации надзора",
            outcome="Согласован план обмена на год",
            by=centre,
            on=on,
        )
        _draft(clerk, on)
        _requests(made, centre, clerk, on)
        _below(made[0], on)
    return Treaty.objects.count()


def _treaty(row: tuple[str, str, str, str, str], clerk: Actor, on: date) -> Treaty:
    concluded = services.Concluded(date(2019, 4, 15), "Закон о ратификации", date(2019, 9, 1))
    return services.enter_treaty(entered=services.Entered(*row), concluded=concluded, by=clerk, on=on)


def _draft(clerk: Actor, on: date) -> None:
    ministry = matters.register_body(
        kind="central", name_ru="Министерство иностранных дел", name_kk="Сыртқы істер министрлігі"
    )
    titles = ("Проект договора о передаче осуждённых", "Сотталғандарды беру туралы шарт жобасы")
    entered = services.Entered("transfer_convicted", *titles, "state", "Индия")
    received = services.Sent(ministry, on - timedelta(days=5), 15)
    services.receive_draft(entered=entered, sent=received, by=clerk, on=on)


def _requests(made: list[Treaty], centre: Actor, clerk: Actor, on: date) -> None:
    rows = [
        services.register_request(
            asked=services.Asked("incoming", kind, country, body, person, asked, number), by=clerk, on=on
        )
        for kind, country, body, number, person, asked in REQUESTS
    ]
    passed = services.Passed(centre.office_id, "Установить место жительства и допросить", 20)
    services.pass_down(request_id=rows[0].id, version=rows[0].version, passed=passed, by=centre, on=on)
    services.decide(
        request_id=rows[2].id,
        version=rows[2].version,
        decision="granted",
        reasons="Условия договора соблюдены, охрана обеспечена.",
        by=centre,
        on=on,
    )


def _below(treaty: Treaty, on: date) -> None:
    """What a district does: a request prepared for sending abroad, a check of a body."""
    head = actor("kokshetau.head", on)
    asked = services.Asked(
        *("outgoing", "procedural_request", "Узбекистан", "Генпрокуратура", "Каримов Д.", "Допросить"),
        treaty_id=treaty.id,
    )
    services.register_request(asked=asked, by=head, on=on)
    police = matters.register_body(
        kind="law_enforcement",
        name_ru="Управление полиции города Кокшетау",
        name_kk="Көкшетау қаласының полиция басқармасы",
    )
    begun = services.Begun(
        treaty.id, police, "own_initiative", "Сроки исполнения поручений", on + timedelta(days=20)
    )
    services.begin_check(begun=begun, by=head, on=on)
