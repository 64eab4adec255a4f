"""The central authority above the town, a treaty, a request from abroad, the power passed down."""

from dataclasses import dataclass
from datetime import date, timedelta

from qadaga.authority.actor import Actor
from qadaga.authority.delegations.models import Delegation
from qadaga.common.ids import new_id
from qadaga.matters.models import Matter
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from qadaga.treaties import services
from qadaga.treaties.models import Part, Request, Treaty
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.staffing import actor_of, make_appointment


@dataclass(frozen=True, slots=True)
class Centre:
    """The General Prosecutor's Office with its people, and the town below it."""

    town: Town
    office: Office
    general: Appointment
    prosecutor: Appointment
    deputy_general: Appointment

    def actor(self, name: str, on: date = MONDAY) -> Actor:
        """Somebody of the centre or the town as an actor on the day."""
        held = getattr(self, name, None) or getattr(self.town, name)
        return actor_of(held, on)


def make_centre() -> Centre:
    """The town with whoever works at the top."""
    town = make_town()
    top = Office.objects.get(code="top")
    return Centre(
        town,
        top,
        make_appointment(top, "prosecutor_general"),
        make_appointment(top, "prosecutor"),
        make_appointment(top, "deputy_pg"),
    )


def entered(**changes: object) -> services.Entered:
    """A treaty on legal assistance."""
    values = {
        "kind": "legal_assistance",
        "title_ru": "Договор о правовой помощи",
        "title_kk": "Құқықтық көмек туралы шарт",
        "partner_kind": "state",
        "partner": "Республика Узбекистан",
    }
    return services.Entered(**{**values, **changes})  # type: ignore[arg-type]  # as Entered has them


CONCLUDED = services.Concluded(date(2020, 5, 1), "Закон о ратификации", date(2020, 6, 1))


def make_treaty(centre: Centre, **changes: object) -> Treaty:
    """The treaty in force."""
    return services.enter_treaty(
        entered=entered(**changes), concluded=CONCLUDED, by=centre.actor("prosecutor"), on=MONDAY
    )


def make_draft(centre: Centre, *, on: date = MONDAY, **changes: object) -> Treaty:
    """A draft sent by a ministry for the position within ten days."""
    sent = services.Sent(make_body("Министерство иностранных дел", kind="central"), on, 10)
    values = {"title_ru": "Проект соглашения", **changes}
    return services.receive_draft(
        entered=entered(**values), sent=sent, by=centre.actor("prosecutor", on), on=on
    )


def asked(**changes: object) -> services.Asked:
    """A request from abroad to question a witness."""
    values = {
        "way": "incoming",
        "kind": "procedural_request",
        "country": "Узбекистан",
        "foreign_body": "Генеральная прокуратура Республики Узбекистан",
        "foreign_no": "15/2-77 от 01.09.2026",
        "person": "Рахимов Алишер",
        "asked": "Допросить свидетеля",
        "days": 30,
    }
    return services.Asked(**{**values, **changes})  # type: ignore[arg-type]  # as Asked has them


def make_request(centre: Centre, *, by: str = "prosecutor", on: date = MONDAY, **changes: object) -> Request:
    """The request in the register."""
    return services.register_request(asked=asked(**changes), by=centre.actor(by, on), on=on)


def delegate(centre: Centre, office: Office, *, on: date = MONDAY) -> Delegation:
    """The power to carry out foreign requests passed to the office for a month, as by an order."""
    return Delegation.objects.create(
        power="treaty.execute_request",
        given_by=centre.office,
        given_to=office,
        starts_on=on,
        ends_on=on + timedelta(days=30),
        order_id=new_id(),
        ground="БҰ-top-2026/000001",
        by=centre.general,
    )


def passed(centre: Centre, request: Request, office: Office, *, on: date = MONDAY) -> Part:
    """A part of the request at the office."""
    return services.pass_down(
        request_id=request.id,
        version=request.version,
        passed=services.Passed(office.id, "Допросить свидетеля по месту жительства", 10),
        by=centre.actor("general", on),
        on=on,
    )


def treaties_matter(centre: Centre) -> Matter:
    """A matter of the direction in the district that the assistant works on."""
    return assigned_matter(centre.town, direction="treaties", kind="own_initiative", title="О договоре")
