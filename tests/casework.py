"""A district with its people and a matter on its way, for tests of matters, acts and what stands on them."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from qadaga.acts import services as acts
from qadaga.acts.models import Act, Measure
from qadaga.authority.actor import Actor
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.matters import services as matters
from qadaga.matters.dying import Death
from qadaga.matters.models import Body, Matter, Violation
from qadaga.offices.models import Office
from qadaga.staff.models import Appointment
from tests.staffing import actor_of, make_appointment, make_office

MONDAY = date(2026, 9, 7)
DEATH = Death(MONDAY, "Свидетельство о смерти № 7", MONDAY)
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Town:
    """A district under its region under the top, another district beside it, and who works there."""

    district: Office
    other: Office
    region: Office
    head: Appointment
    deputy: Appointment
    assistant: Appointment
    second: Appointment
    clerk: Appointment
    neighbour: Appointment
    region_head: Appointment
    region_prosecutor: Appointment

    def actor(self, name: str, on: date = MONDAY) -> Actor:
        """Somebody of the town as an actor on the day."""
        return actor_of(getattr(self, name), on)


def make_town() -> Town:
    """The offices and people, written straight to the tables."""
    top = make_office("top", "general")
    region = make_office("reg", "region", top, kato="100000000")
    district = make_office("dis", "district", region, kato="101000000")
    other = make_office("oth", "district", region, kato="103200000")
    return Town(
        district=district,
        other=other,
        region=region,
        head=make_appointment(district, "district_prosecutor"),
        deputy=make_appointment(district, "deputy_district"),
        assistant=make_appointment(district, "assistant"),
        second=make_appointment(district, "senior_assistant"),
        clerk=make_appointment(district, "registry_clerk"),
        neighbour=make_appointment(other, "district_prosecutor"),
        region_head=make_appointment(region, "regional_prosecutor"),
        region_prosecutor=make_appointment(region, "prosecutor"),
    )


def make_body(name: str = "Акимат города Семей", **columns: str) -> Body:
    """A local executive body."""
    return matters.register_body(kind=columns.pop("kind", "executive"), name_ru=name, **columns)


def open_matter(town: Town, *, by: str = "head", on: date = MONDAY, **opening: object) -> Matter:
    """A matter of the district, opened by its head on an appeal."""
    values = {"kind": "appeal", "direction": "legality_of_acts", "title": "О незаконном сборе", **opening}
    return matters.open(opening=matters.Opening(**values), by=town.actor(by, on), on=on)


def assigned_matter(town: Town, *, on: date = MONDAY, **opening: object) -> Matter:
    """A matter given to the assistant."""
    matter = open_matter(town, on=on, **opening)
    return matters.assign(
        matter_id=matter.id, version=1, assignee_id=town.assistant.id, by=town.actor("head", on), on=on
    )


def add_violation(town: Town, matter: Matter, *, on: date = MONDAY, **columns: object) -> Violation:
    """A violation recorded by the assistant."""
    values = {
        "norm": "Закон «О местном государственном управлении», статья 31",
        "what": "Установлен сбор, не предусмотренный законом",
        "violator_kind": "body",
        "violator_name": "Акимат",
        "rights_of": "indefinite",
        "causes": "found",
        "causes_text": "Нет правовой экспертизы",
        "consequences": "found",
        "consequences_text": "С людей взяты деньги",
        **columns,
    }
    matter.refresh_from_db()
    return matters.record_violation(
        matter_id=matter.id,
        version=matter.version,
        violated=matters.Violated(**values),
        by=town.actor("assistant", on),
        on=on,
    )


WORDING = acts.Wording(
    heading="О незаконном сборе",
    facts="Акимат установил сбор.\nСбор законом не предусмотрен.",
    norms="Статья 31 Закона «О местном государственном управлении».",
    demands="Постановление отменить.",
)


def draft_protest(town: Town, matter: Matter, *, on: date = MONDAY, wording: acts.Wording = WORDING) -> Act:
    """A protest of the assistant on a violation of the matter, against a decision of the akimat."""
    violation = add_violation(town, matter, on=on)
    body = make_body()
    protested = acts.Protested(
        title="Постановление о сборе", number="15", adopted_on=date(2026, 8, 3), issuer=body
    )
    draft = acts.Draft(
        kind="protest",
        language="ru",
        addressee=body,
        wording=wording,
        violations=[violation.id],
        protested=protested,
    )
    return acts.draft(matter_id=matter.id, draft=draft, by=town.actor("assistant", on), on=on)


def signed_protest(town: Town, matter: Matter, *, on: date = MONDAY) -> Act:
    """A protest drafted, submitted, agreed and signed on one day."""
    act = draft_protest(town, matter, on=on)
    acts.submit(act_id=act.id, version=act.version, by=town.actor("assistant", on), on=on)
    acts.agree(act_id=act.id, version=act.version + 1, by=town.actor("deputy", on), on=on)
    return acts.sign(act_id=act.id, version=act.version + 2, by=town.actor("head", on), on=on)


def served_protest(town: Town, matter: Matter, *, on: date = MONDAY) -> Act:
    """A signed protest, served on its addressee the same day."""
    act = signed_protest(town, matter, on=on)
    served = acts.Served(way="courier", served_on=on, recipient="Канцелярия акимата", proof_ref="вх. 77")
    return acts.serve(act_id=act.id, version=act.version, served=served, by=town.actor("clerk", on), on=on)


def make_file(name: str = "proof.pdf", content: bytes = PDF) -> StoredFile:
    """A stored PDF."""
    return store(BytesIO(content), name, by=None)


def issued_request(
    town: Town,
    matter: Matter,
    *,
    on: date = MONDAY,
    text: str = "Копия постановления",
    days: int | None = None,
) -> Measure:
    """A request of the assistant for documents of the akimat."""
    asked = acts.Asked(addressee=make_body(), ground="Обращение", text=text, language="ru", days=days)
    return acts.request(matter_id=matter.id, asked=asked, by=town.actor("assistant", on), on=on)
