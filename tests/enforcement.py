"""Bailiffs of both kinds and a writ in the town, for tests."""

from datetime import date

from qadaga.common.money import Money
from qadaga.matters.models import Matter
from qadaga.supervision.enforcement import services
from qadaga.supervision.enforcement.models import Bailiff, Writ
from tests.casework import MONDAY, Town, assigned_matter, make_body


def licensed(kind: str = "private", **changes: object) -> services.Licensed:
    """A bailiff of the district's territory: private with a licence, or state of a department."""
    own: dict[str, object] = {"licence": "№ 15", "licence_on": date(2024, 3, 1)}
    if kind == "state":
        own = {"body": make_body("Департамент юстиции", kind="executive")}
    values = {"kind": kind, "name": "Ахметов Серик", "address": "Абая, 2", "kato": "101000000", **own}
    return services.Licensed(**{**values, **changes})  # type: ignore[arg-type]  # as Licensed has them


def make_bailiff(town: Town, kind: str = "private", **changes: object) -> Bailiff:
    """The bailiff in the register of the district."""
    return services.enter(licensed=licensed(kind, **changes), by=town.actor("clerk"), on=MONDAY)


def entered(bailiff: Bailiff, **changes: object) -> services.Entered:
    """A writ of a court for maintenance of a child."""
    values = {
        "number": "ИЛ-77",
        "issuer_kind": "court",
        "issuer": "Городской суд",
        "issued_on": date(2026, 6, 1),
        "case_number": "ИП-100",
        "opened_on": date(2026, 6, 10),
        "bailiff_id": bailiff.id,
        "claimant_kind": "person",
        "claimant": "Ким Анна",
        "debtor_kind": "person",
        "debtor": "Пак Игорь",
        "demand": "Взыскать алименты на ребёнка",
        "kato": "101000000",
        "sum": Money(50_000_000),
    }
    return services.Entered(**{**values, **changes})  # type: ignore[arg-type]  # as Entered has them


def make_writ(town: Town, bailiff: Bailiff | None = None, **changes: object) -> Writ:
    """The writ in the register of the district, given to the assistant."""
    given = entered(bailiff or make_bailiff(town), **changes)
    writ = services.register(entered=given, by=town.actor("clerk"), on=MONDAY)
    return services.assign(
        writ_id=writ.id, version=1, officer_id=town.assistant.id, by=town.actor("head"), on=MONDAY
    )


def withdrawn(town: Town, writ: Writ, to: Bailiff, *, by: str = "head") -> Writ:
    """The writ withdrawn by the head's resolution."""
    said = services.Withdrawn(
        to.id, "Закон об исполнительном производстве, статья 148", "Бездействие.\nПолгода."
    )
    return services.withdraw(
        writ_id=writ.id, version=writ.version, withdrawn=said, by=town.actor(by), on=MONDAY
    )


def enforcement_matter(town: Town) -> Matter:
    """A matter of the direction in the district that the assistant works on."""
    return assigned_matter(town, direction="enforcement", kind="own_initiative", title="О взыскании")
