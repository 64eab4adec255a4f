"""A district with its registry under a region, and appeals on their way, for tests of what stands on them."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from qadaga.appeals import services as appeals
from qadaga.appeals.entry import AppealEntry, ApplicantEntry
from qadaga.appeals.models import Appeal
from qadaga.authority.actor import Actor
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import actor_of, make_appointment, make_office

MONDAY = date(2026, 9, 7)
PERSON = ApplicantEntry(name="Ахметова Әсел Болатқызы", iin="850725400331", address="Семей, Абай к. 1")
ENTRY = AppealEntry(
    kind="complaint",
    language="ru",
    way="post",
    arrived_on=MONDAY,
    summary="Взимают сбор за въезд во двор.\nПрошу проверить.",
    applicants=(PERSON,),
)


@dataclass(frozen=True, slots=True)
class Registry:
    """A district and its neighbour under one region, and who works there."""

    district: Office
    other: Office
    region: Office
    head: Appointment
    deputy: Appointment
    assistant: Appointment
    clerk: Appointment
    neighbour: Appointment
    other_clerk: Appointment
    region_head: Appointment
    region_clerk: Appointment

    def actor(self, name: str, on: date = MONDAY) -> Actor:
        """Somebody of the registry's offices as an actor on the day."""
        return actor_of(getattr(self, name), on)


def make_registry() -> Registry:
    """The offices and people, written straight to the tables."""
    top = make_office("top", "general")
    region = make_office("reg", "region", top, kato="100000000")
    district = make_office("dis", "district", region, kato="101000000")
    other = make_office("oth", "district", region, kato="103200000")
    return Registry(
        district=district,
        other=other,
        region=region,
        head=make_appointment(district, "district_prosecutor"),
        deputy=make_appointment(district, "deputy_district"),
        assistant=make_appointment(district, "assistant"),
        clerk=make_appointment(district, "registry_clerk"),
        neighbour=make_appointment(other, "district_prosecutor"),
        other_clerk=make_appointment(other, "registry_clerk"),
        region_head=make_appointment(region, "regional_prosecutor"),
        region_clerk=make_appointment(region, "registry_clerk"),
    )


def make_appeal(registry: Registry, *, by: str = "clerk", on: date = MONDAY, **changes: Any) -> Appeal:
    """An appeal registered by the clerk."""
    entry = replace(ENTRY, **{"arrived_on": on, **changes})
    return appeals.register(entry=entry, by=registry.actor(by, on), on=on)


def open_for(registry: Registry, appeal: Appeal, *, on: date = MONDAY, assign: bool = True) -> Matter:
    """A matter opened by the head for the appeal and given to the assistant."""
    entry = appeals.MatterEntry(direction="legality_of_acts", title="О сборе за въезд", tasks=())
    head = registry.actor("head", on)
    matter = appeals.open_matter(appeal_id=appeal.id, entry=entry, version=appeal.version, by=head, on=on)
    if not assign:
        return matter
    return matters.assign(
        matter_id=matter.id, version=matter.version, assignee_id=registry.assistant.id, by=head, on=on
    )


def draft_for(registry: Registry, appeal: Appeal, *, on: date = MONDAY, by: str = "head") -> Appeal:
    """An answer drafted; the appeal as it then stands."""
    appeal.refresh_from_db()
    entry = appeals.AnswerEntry(language="ru", outcome="granted", text="Сбор отменён.\nДеньги возвращены.")
    appeals.draft_answer(
        appeal_id=appeal.id, entry=entry, version=appeal.version, by=registry.actor(by, on), on=on
    )
    appeal.refresh_from_db()
    return appeal


def answer_sent(registry: Registry, appeal: Appeal, *, on: date = MONDAY) -> Appeal:
    """An answer drafted, signed and sent on one day; the appeal as it then stands."""
    appeal = draft_for(registry, appeal, on=on)
    appeals.sign_answer(appeal_id=appeal.id, version=appeal.version, by=registry.actor("head", on), on=on)
    appeals.send_answer(
        appeal_id=appeal.id,
        sent_on=on,
        way="post",
        version=appeal.version + 1,
        by=registry.actor("clerk", on),
        on=on,
    )
    appeal.refresh_from_db()
    return appeal
