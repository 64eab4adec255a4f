"""Enforcement proceedings of the demonstration: checked, under check, passed to a state bailiff, ended."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from qadaga.authority.actor import Actor
from qadaga.common.money import Money
from qadaga.config.demo.people import actor
from qadaga.matters import services as matters
from qadaga.matters.prolonging import Longer
from qadaga.offices.models import OfficeTerritory
from qadaga.supervision.enforcement import services
from qadaga.supervision.enforcement.models import Bailiff, Writ

# The debtor of the first writ: other registers of the demonstration know him as well.
IIN = "850725400331"
# Number, claimant (kind, name), debtor (kind, name), what is demanded, tenge or none.
WRITS = (
    ("ИЛ-2041", "person", "Жумабаева С. К.", "person", "Ким О. П.", "Алименты на двоих детей", 1_840_000),
    ("ИЛ-2055", "state", "Управление доходов", "entity", "ТОО «Арна»", "Взыскать налоги", 12_600_000),
    ("ИЛ-2063", "entity", "ТОО «Сэт»", "entity", "ТОО «Бастау»", "Взыскать долг по договору", 7_350_000),
    ("ИЛ-2070", "person", "Ли О. Н.", "person", "Ли В. Г.", "Не чинить препятствий во вселении", None),
    ("ИЛ-2088", "person", "Ахметова Г. Т.", "entity", "ТОО «Жол»", "Взыскать заработную плату", 2_115_500),
)


def load(on: date) -> int:
    """Add those of one district, once; how many writs there are."""
    if not Writ.objects.exists():
        head, assistant = actor("kokshetau.head", on), actor("kokshetau.assistant", on)
        private, state = _bailiffs(head, on)
        writs = [_writ(row, private, assistant, head, on) for row in WRITS]
        _checked(writs[0], assistant, on)
        _passed_on(writs[2], state, head, on)
        _passed_on(writs[4], state, head, on, receipts=True)
        services.end_writ(
            writ_id=writs[3].id,
            version=writs[3].version,
            ended_on=on,
            ended_as="executed",
            by=assistant,
            on=on,
        )
    return Writ.objects.count()


def _kato(head: Actor) -> str:
    return OfficeTerritory.objects.filter(office=head.office_id).values_list("kato", flat=True)[0]


def _bailiffs(head: Actor, on: date) -> list[Bailiff]:
    department = matters.register_body(
        kind="executive",
        name_ru="Департамент юстиции Акмолинской области",
        name_kk="Ақмола облысының әділет департаменті",
    )
    kato, years = _kato(head), on - timedelta(days=900)
    entered = (
        services.Licensed("private", "Оспанов Ерлан", "улица Абая, 96", kato, "№ 3187", years),
        services.Licensed("state", "Сагындыкова Динара", "улица Горького, 37", kato, body=department),
    )
    return [services.enter(licensed=one, by=head, on=on) for one in entered]


def _writ(
    row: tuple[str, str, str, str, str, str, int | None],
    bailiff: Bailiff,
    assistant: Actor,
    head: Actor,
    on: date,
) -> Writ:
    number, claimant_kind, claimant, debtor_kind, debtor, demand, tenge = row
    entered = services.Entered(
        number=number,
        issuer_kind="court",
        issuer="Кокшетауский городской суд",
        issued_on=on - timedelta(days=160),
        case_number=number.replace("ИЛ", "ИП"),
        opened_on=on - timedelta(days=150),
        bailiff_id=bailiff.id,
        claimant_kind=claimant_kind,
        claimant=claimant,
        debtor_kind=debtor_kind,
        debtor=debtor,
        debtor_iin=IIN if debtor == "Ким О. П." else "",
        demand=demand,
        kato=bailiff.kato,
        sum=Money(tenge * 100) if tenge else None,
    )
    writ = services.register(entered=entered, by=head, on=on)
    return services.assign(
        writ_id=writ.id, version=writ.version, officer_id=assistant.appointment_id, by=head, on=on
    )


def _checked(writ: Writ, assistant: Actor, on: date) -> None:
    """A check that found something, and a second one for which a longer term is asked."""
    given: dict[str, Any] = {"writ_id": writ.id, "by": assistant, "on": on}
    due = on + timedelta(days=20)
    services.begin_check(version=writ.version, ground="appeal", about="money", due_on=due, **given)
    services.finish_check(
        version=writ.version + 1,
        outcome="violated",
        findings="Удержанные с должника деньги не перечислены взыскателю 47 дней.",
        told_how="Справка вручена под роспись",
        **given,
    )
    services.begin_check(
        version=writ.version + 2, ground="own_initiative", about="property", due_on=due, **given
    )
    longer = Longer(due + timedelta(days=14), "awaiting_documents", "Оценка имущества будет через неделю.")
    services.ask_prolong(version=writ.version + 3, longer=longer, **given)


def _passed_on(writ: Writ, state: Bailiff, head: Actor, on: date, *, receipts: bool = False) -> None:
    """Withdrawn for idleness; with both receipts, or with receipts awaited."""
    said = services.Withdrawn(
        state.id,
        "Закон «Об исполнительном производстве и статусе судебных исполнителей»",
        "Пять месяцев меры исполнения не принимались. Имущество должника не проверено.",
    )
    writ = services.withdraw(writ_id=writ.id, version=writ.version, withdrawn=said, by=head, on=on)
    if receipts:
        both = services.Receipts("14", on, "15", on, "Письмами взыскателю и должнику")
        services.record_receipts(writ_id=writ.id, version=writ.version, receipts=both, by=head, on=on)
