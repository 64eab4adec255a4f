"""A place of custody in the town, a visit to it and somebody found there, for tests."""

from datetime import datetime, time, timedelta

from qadaga.common import clock
from qadaga.matters.models import Matter
from qadaga.supervision.custody import services
from qadaga.supervision.custody.lists import lists
from qadaga.supervision.custody.models import HeldPerson, Place, Visit
from tests.casework import MONDAY, Town, assigned_matter, make_body

TEN = datetime.combine(MONDAY, time(10), clock.ZONE)
RESOLVED = services.Resolved("УПК, статья 131", "Протокола задержания нет.\nСрок не указан.", "ru")


def entered(**changes: object) -> services.Entered:
    """A special institution of the district's territory."""
    values = {
        "kind": "special",
        "name_ru": "Изолятор временного содержания",
        "name_kk": "Уақытша ұстау изоляторы",
        "body": make_body("Управление полиции", kind="law_enforcement"),
        "address": "улица Абая, 1",
        "kato": "101000000",
        "capacity": 40,
    }
    return services.Entered(**{**values, **changes})  # type: ignore[arg-type]  # as Entered has them


def make_place(town: Town, **changes: object) -> Place:
    """The place in the register of the district."""
    return services.register(entered=entered(**changes), by=town.actor("head"), on=MONDAY)


def planned_visit(town: Town, place: Place) -> Visit:
    """A visit given to the assistant for today."""
    return services.plan(
        place_id=place.id, officer_id=town.assistant.id, planned_on=MONDAY, by=town.actor("head"), on=MONDAY
    )


def begun_visit(town: Town, place: Place) -> Visit:
    """The same visit under way."""
    visit = planned_visit(town, place)
    return services.begin(visit_id=visit.id, version=1, by=town.actor("assistant"), on=MONDAY)


def found(**changes: object) -> services.Found:
    """Somebody held since yesterday without a paper."""
    values = {
        "wrong": "no_ground",
        "name": "Ким Олег",
        "held_since": TEN - timedelta(days=1),
        "paper": "бумаги нет",
        "why": "Протокола задержания нет.",
    }
    return services.Found(**{**values, **changes})  # type: ignore[arg-type]  # as Found has them


def make_held(town: Town, place: Place, *, by: str = "head", **changes: object) -> HeldPerson:
    """Somebody found in the place."""
    return services.find(place_id=place.id, found=found(**changes), by=town.actor(by), on=MONDAY)


def resolved(town: Town, held: HeldPerson, *, by: str = "head") -> HeldPerson:
    """The person with the resolution of the head."""
    return services.resolve(
        held_id=held.id, version=held.version, resolved=RESOLVED, by=town.actor(by), on=MONDAY
    )


def custody_matter(town: Town) -> Matter:
    """A matter of the direction in the district that the assistant works on."""
    return assigned_matter(town, direction="punishments", kind="own_initiative", title="О содержании")


def all_answers(verdict: str = "held", **other: services.Answered) -> dict[str, services.Answered]:
    """An answer to every point of the day's list of a special institution."""
    answers = {item.id: services.Answered(verdict) for item in lists().on("special", MONDAY).items}
    return {**answers, **other}
