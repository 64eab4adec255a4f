"""Two offices with a case each, everybody who may come near them, and how each of them asks."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from unittest.mock import patch

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.template.base import Template
from django.test import Client
from django.test.client import ClientHandler
from django.test.utils import _TestState

from qadaga.acts import services as acts
from qadaga.appeals import services as appeals
from qadaga.appeals.trust import services as trust
from qadaga.authority.actor import Actor
from qadaga.common import clock
from qadaga.common.identifiers import check_digit
from qadaga.coordination import services as coordination
from qadaga.coordination.exchange import services as exchange
from qadaga.coordination.plans import services as plans
from qadaga.court import services as court
from qadaga.court.applications import services as applications
from qadaga.documents.models import StoredFile
from qadaga.documents.services import store
from qadaga.matters import services as matters
from qadaga.matters.bodies import officials
from qadaga.matters.bodies.models import Official
from qadaga.matters.models import Matter, ProtectedPerson
from qadaga.matters.norms import laying
from qadaga.matters.norms.models import Norm
from qadaga.matters.persons import services as persons
from qadaga.offices.models import Office
from qadaga.organisation.assignments import services as assignments
from qadaga.organisation.orders import services as orders
from qadaga.organisation.seals import services as seals
from qadaga.organisation.shifts import services as shifts
from qadaga.reports import services as reports
from qadaga.staff.models import Appointment
from qadaga.supervision.custody import services as custody
from qadaga.supervision.enforcement import services as enforcement
from qadaga.supervision.inspections import services as inspections
from qadaga.supervision.legality import services as legality
from qadaga.supervision.pretrial import services as pretrial
from qadaga.treaties import services as treaties
from qadaga.treaties.models import Part, Request, Treaty
from tests.api.calling import issued
from tests.casework import PDF, WORDING, make_body
from tests.courtwork import TEN, at, looked
from tests.covert import demanded
from tests.custody import entered, found
from tests.enforcement import entered as writ_entered
from tests.enforcement import licensed
from tests.intake import ENTRY, MONDAY
from tests.legality import TEXT
from tests.legality import entered as legal_act
from tests.matrix.bodies import body_of
from tests.matrix.endpoints import DOCUMENT, Endpoint
from tests.offences import called
from tests.pretrial import SAID, asked, taken
from tests.records import begun as records_begun
from tests.sitting import act, called_session, decided, heard, planned, with_council
from tests.staffing import actor_of, make_appointment, make_office, make_unit
from tests.treaties_world import asked as treaty_asked

ORDER = orders.Draft("order", "general", "ru", orders.Wording("", "О порядке", "", "1. Установить."))
AUGUST = reports.Drafted("month", date(2026, 8, 1))
_HANDLER = ClientHandler(enforce_csrf_checks=False)
NOWHERE = "00000000-0000-7000-8000-000000000000"
COLUMNS = {
    "nobody": "district",
    "own head": "district",
    "own deputy": "district",
    "own assistant": "district",
    "own clerk": "district",
    "own staff officer": "district",
    "higher head": "district",
    "higher clerk": "district",
    "general": "district",
    "lower head": "region",
    "neighbour head": "district",
    "neighbour clerk": "district",
    "other region": "district",
}
"""Who asks, by relation to the office of the record; and which office's record they ask for."""


@dataclass(frozen=True, slots=True)
class Case:
    """The records of one office: ids and versions by the first word of an address."""

    code: str
    ids: Mapping[str, str]
    versions: Mapping[str, int]
    known: Mapping[str, Any]


@dataclass(slots=True)
class World:
    """Who there is, signed in and with a token, and the two cases; `shown` is what was answered last."""

    cases: dict[str, Case] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    shown: str = ""

    def ask(self, endpoint: Endpoint, who: str) -> str:
        """How the endpoint answers; what it did is undone."""
        case = self.cases[COLUMNS[who]]
        with transaction.atomic():
            answer = self._api(endpoint, who, case) if endpoint.is_api else self._page(endpoint, who, case)
            transaction.set_rollback(True)
        # A frozen paper comes as an open file, closed where it has been read.
        self.shown = b"".join(answer).decode(errors="replace") if told(answer) == "2xx" else ""
        assert answer.status_code < 500, (str(endpoint), who, answer.content[:300])
        return told(answer)

    def _page(self, endpoint: Endpoint, who: str, case: Case) -> HttpResponse:
        client = asking()
        if who in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        path = "/" + filled(endpoint, case)
        return client.get(path) if endpoint.method == "GET" else client.post(path)  # type: ignore[return-value]

    def _api(self, endpoint: Endpoint, who: str, case: Case) -> HttpResponse:
        operation = DOCUMENT["paths"].get(f"/{endpoint.route}", {}).get(endpoint.method.lower(), {})
        headers = {"Idempotency-Key": "matrix-key", "If-Match": f'"v{_version(endpoint, case)}"'}
        if who in self.tokens:
            headers["Authorization"] = f"Bearer {self.tokens[who]}"
        file = self.files.get(who, NOWHERE)
        body = body_of(operation, {**case.known, "file_id": file, "proof_file_id": file})
        return asking().generic(  # type: ignore[return-value]
            endpoint.method,
            "/" + filled(endpoint, case),
            "" if body is None else json.dumps(body),
            content_type="application/json",
            headers=headers,
        )


def asking() -> Client:
    """A client without cookies; what stands before the views is put together once for all of them."""
    client = Client(raise_request_exception=False)
    client.handler = _HANDLER
    return client


@contextmanager
def quickly() -> Iterator[None]:
    """Within the block no copy of each template's context is kept: so many requests are asked."""
    with patch.object(Template, "_render", _TestState.saved_data.template_render):  # type: ignore[attr-defined]
        yield


def told(answer: HttpResponse) -> str:
    """The answer as the table says it: 2xx, 3xx, login, or the very status."""
    if answer.status_code == 302 and answer["Location"].startswith("/accounts/login/"):
        return "login"
    return f"{answer.status_code // 100}xx" if answer.status_code < 400 else str(answer.status_code)


def filled(endpoint: Endpoint, case: Case) -> str:
    """The address with the case's own keys; a key nobody has where it asks for another row."""
    root = endpoint.route.removeprefix("api/v1/").split("/")[0]
    if root == "offices":
        root = endpoint.route.split("/")[1]
    values = {
        **{"pk": case.ids.get(root, NOWHERE), "code": case.code, "slug": endpoint.step, "topic": "clerk"},
        **{"appeal_id": case.ids["appeals"], "investigation_id": case.ids["investigations"]},
        **{"person_id": case.ids["people"], "appointment_id": case.ids["appointments"]},
        **{
            "section": "powers",
            "name": "act.sign",
            "limit": "inspection_hours",
            "rule": "protest_consider",
            "kind": "letter",
            "older": "1",
            "newer": "1",
        },
        **{"question": "what_is_a_protest", "year": "2026", "paper": "resolution"},
        **{"axis": "office", "group": "results", "figure": "acts_protest", "language": "kk", "work": "xlsx"},
        **{"absence_id": "1", "acting_id": "1", "version": "1", "edition_id": case.known["edition_id"]},
        "edition": "special-2",
    }
    return re.sub(r"[<{](?:\w+:)?(\w+)[>}]", lambda found: values.get(found[1], NOWHERE), endpoint.route)


def _version(endpoint: Endpoint, case: Case) -> int:
    return case.versions.get(endpoint.route.removeprefix("api/v1/").split("/")[0], 1)


def make_world() -> World:
    """The offices, the people and a case in the district and in its region."""
    top = make_office("top", "general")
    region = make_office("reg", "region", top, kato="100000000")
    district = make_office("dis", "district", region, kato="101000000")
    neighbour = make_office("oth", "district", region, kato="103200000")
    far = make_office(
        "far", "district", make_office("reg2", "region", top, kato="110000000"), kato="111000000"
    )
    people = {
        "own head": make_appointment(district, "district_prosecutor"),
        "own deputy": make_appointment(district, "deputy_district"),
        "own assistant": make_appointment(district, "assistant"),
        "own clerk": make_appointment(district, "registry_clerk"),
        "own staff officer": make_appointment(district, "staff_officer"),
        "higher head": make_appointment(region, "regional_prosecutor"),
        "higher clerk": make_appointment(region, "registry_clerk"),
        "general": make_appointment(top, "prosecutor_general"),
        "neighbour head": make_appointment(neighbour, "district_prosecutor"),
        "neighbour clerk": make_appointment(neighbour, "registry_clerk"),
        "other region": make_appointment(far, "district_prosecutor"),
    }
    people["lower head"] = people["own head"]
    make_unit(district, "first")
    world = World(tokens={who: issued(held) for who, held in people.items()})
    world.files = {who: str(_file(held).id) for who, held in people.items()}
    world.sessions = {who: _session(held) for who, held in people.items()}
    officer = make_appointment(region, "prosecutor")
    world.cases = {
        "district": _case(district, people["own head"], people["own assistant"], people["own clerk"]),
        "region": _case(region, people["higher head"], officer, people["higher clerk"]),
    }
    return world


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a register that has no version of its own."""

    id: Any
    version: int = 1


def _file(held: Appointment) -> StoredFile:
    return store(BytesIO(PDF + str(held.id).encode()), "paper.pdf", by=actor_of(held, MONDAY))


def _session(held: Appointment) -> str:
    client = Client()
    assert held.person.user is not None
    client.force_login(held.person.user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _case(office: Office, head: Appointment, officer: Appointment, clerk: Appointment) -> Case:
    by = {
        "head": actor_of(head, MONDAY),
        "officer": actor_of(officer, MONDAY),
        "clerk": actor_of(clerk, MONDAY),
    }
    appeal = appeals.register(entry=ENTRY, by=by["clerk"], on=MONDAY)
    matter = _matter(by, officer)
    body = make_body()
    draft = acts.Draft(
        kind="representation", language="ru", addressee=body, wording=WORDING, violations=matter[1]
    )
    act = acts.draft(matter_id=matter[0].id, draft=draft, by=by["officer"], on=MONDAY)
    asked = acts.Asked(addressee=body, ground="Обращение", text="Копия", language="ru")
    measure = acts.request(matter_id=matter[0].id, asked=asked, by=by["officer"], on=MONDAY)
    matter[0].refresh_from_db()
    registered = seals.Registered("seal", "№ 1", "Прокуратура", clerk.id)
    seal = seals.register(seal=registered, by=by["clerk"], on=MONDAY)
    order = orders.draft(draft=ORDER, by=by["officer"], on=MONDAY)
    place, visit, held = _custody(by, office, officer)
    writ, bailiff = _enforcement(by, office)
    pretrial_rows = _pretrial(by, office, officer)
    case, review, hearing = _court(by, office)
    inspection = _inspection(by, matter[0], body, officer)
    treaty, treaty_check, treaty_request, treaty_part = _treaties(by, office, body)
    norm, duty = _norms(by["head"], office, officer)
    council, session, decision = _sitting(by["head"])
    reviewed, analysis = _legality(by, office, officer)
    entered = officials.Entered(body, "850725400331", "Ким Олег", "Аким")
    official = officials.enter(entered=entered, by=by["head"], on=MONDAY)
    rows = {
        "supervised": body,
        "protected": _hurt(by, matter[0], office),
        "supervised-bodies": body,
        "officials": official,
        "persons": _person(by["head"], body),
        "plans": _plan(by["head"], officer),
        "reports": reports.draft(drafted=AUGUST, by=by["head"], on=MONDAY),
        "assignments": _assignment(office),
        "councils": council,
        "sessions": session,
        "decisions": decision,
        "legal-acts": reviewed,
        "analyses": analysis,
        "courtcases": case,
        "reviews": review,
        "hearings": hearing,
        "covert": demanded(by["head"]),
        "records": records_begun(by["head"], body),
        "places": place,
        "visits": visit,
        "held": held,
        **pretrial_rows,
        "writs": writ,
        "exchanges": _exchange(by["head"], body),
        "applications": _application(by["head"], matter[0]),
        "norms": norm,
        "laid-duties": duty,
        "proposals": trust.propose(aim="trust", title="Звонить", why="Понятнее", by=by["clerk"], on=MONDAY),
        "offences": called(by["head"], body, office.code),
        "treaty-checks": treaty_check,
        "treaty-requests": treaty_request,
        "treaty-parts": treaty_part,
        "treaties": treaty,
        "bailiffs": bailiff,
        "appeals": appeal,
        "matters": matter[0],
        "acts": act,
        "measures": measure,
        "inspections": inspection,
        "orders": order,
        "seals": seal,
    }
    matter[0].refresh_from_db()
    ids = {name: str(row.id) for name, row in rows.items()}
    held = {"people": str(officer.person_id), "appointments": str(officer.id), "bodies": str(body.id)}
    known = {
        **{"matter_id": ids["matters"], "assignee_id": str(head.id), "appointment_id": held["appointments"]},
        **{"person_id": held["people"], "office_id": str(office.id), "parent": office.code},
        **{"applicant_id": str(appeal.applicants.get().id)},
        **{"officers": [str(officer.id)]},
        **{"bailiff_id": str(bailiff.id), "to_bailiff_id": str(bailiff.id), "act_id": str(act.id)},
        **{"check_id": str(writ.id), "discrepancy_id": str(writ.id), "treaty_id": str(treaty.id)},
        **{"executor_id": str(officer.id), "controller_id": str(officer.id)},
        **{"holder_id": str(officer.id), "to_id": str(officer.id), "officer_id": str(officer.id)},
        **{"reviewer_id": str(officer.id), "author_id": str(officer.id)},
        **{"norm_id": str(duty.norm_id)},
        **{"edition_id": str(reviewed.editions.get().id)},
        **{f"{name[:-1]}_id": ids[name] for name in ("sanctions", "instructions", "complaints")},
    }
    versions = {name: row.version for name, row in rows.items()}
    return Case(office.code, {**ids, **held}, versions, known)


def _person(head: Actor, body: Any) -> Any:
    """The card of a person whom the office alone knows."""
    numbers = (f"85072540{n:03d}" for n in range(500, 999))
    free = (one for one in numbers if check_digit(one) is not None)
    iin = next(f"{one}{check_digit(one)}" for one in free if not _known(f"{one}{check_digit(one)}"))
    officials.enter(entered=officials.Entered(body, iin, "Пак Игорь", "Кассир"), by=head, on=MONDAY)
    return persons.look_up(iin=iin, by=head, on=MONDAY).person


def _known(iin: str) -> bool:
    return Official.objects.filter(iin=iin).exists()


def _exchange(head: Actor, body: Any) -> Any:
    """A request sent to a body, its reply awaited."""
    said = ("О розыске", "Закон, статья 7", "Просим сообщить", MONDAY)
    exchanged = exchange.Exchanged("sent", "request", body, *said, due_on=MONDAY)
    return exchange.enter(exchanged=exchanged, by=head, on=MONDAY)


def _application(head: Actor, matter: Any) -> Any:
    """An application to court out of the matter."""
    said = ("minors", "Ким О.", "Школа", "Суд", "Закон", "Отменить приказ")
    row = applications.apply(matter_id=matter.id, applied=applications.Applied(*said), by=head, on=MONDAY)
    matter.refresh_from_db()
    return row


def _norms(head: Actor, office: Office, officer: Appointment) -> tuple[Any, Any]:
    """A norm of the centre that waits for approval, and a duty by another one laid on the officer."""
    top = Office.objects.get(parent=None)
    columns = {
        **{"kind": "duty", "title_ru": "Просвещение", "title_kk": "Ағарту", "act": "Закон", "gist": "Лекции"},
        **{"edition": "2022", "valid_from": MONDAY, "office": top, "entered_on": MONDAY},
        "entered_by_id": head.appointment_id,
    }
    norm = Norm.objects.create(status="draft", article=f"1 {office.code}", **columns)
    approval = {"decision": "127", "decided_on": MONDAY, "approved_on": MONDAY}
    by_law = Norm.objects.create(
        status="approved",
        article=f"2 {office.code}",
        approved_by_id=head.appointment_id,
        **approval,
        **columns,
    )
    laid = laying.Laid(by_law.id, officer.id, "Лекция", MONDAY)
    return norm, laying.lay(laid=laid, by=head, on=MONDAY)


def _assignment(office: Office) -> Any:
    above = Appointment.objects.get(office=office.parent, heads=True)
    given = assignments.Given(office.code, "Проверить сборы", MONDAY + timedelta(days=20))
    return assignments.give(given=given, by=actor_of(above, MONDAY), on=MONDAY)


def _hurt(by: Mapping[str, Actor], matter: Matter, office: Office) -> ProtectedPerson:
    matter.refresh_from_db()
    hurt = matters.Protected(kind="adult", name=f"Ким {office.code}", right="labour")
    return matters.record_protected(
        matter_id=matter.id, version=matter.version, protected=hurt, by=by["head"], on=MONDAY
    )


def _legality(by: Mapping[str, Actor], office: Office, officer: Appointment) -> tuple[Any, Any]:
    kato = office.territories.get().kato
    row = legality.enter(entered=legal_act(kato=kato), wording=TEXT, by=by["clerk"], on=MONDAY)
    legality.give(
        act_id=row.id,
        version=row.version,
        kind="conformity",
        reviewer_id=officer.id,
        due_on=MONDAY,
        by=by["head"],
        on=MONDAY,
    )
    row.refresh_from_db()
    ordered = legality.Ordered(
        *("Сборы", "Какие сборы введены", MONDAY.replace(month=1), MONDAY, "own_initiative", officer.id),
        due_on=MONDAY,
        kato=kato,
    )
    return row, legality.order(ordered=ordered, by=by["head"], on=MONDAY)


def _court(by: Mapping[str, Actor], office: Office) -> tuple[Any, Any, Any]:
    """A criminal case in court would hide the steps before it: each kind of card as it is opened."""
    who, kato = {"by": by["head"], "on": MONDAY}, office.territories.get().kato
    here = {"kato": kato, "court": f"Суд {office.code}"}
    case = court.open_case(entered=court.Entered(at(**here), ground="state_interest"), **who)
    sitting = court.Sitting(TEN)
    hearing = court.set_hearing(model=type(case), pk=case.id, version=case.version, sitting=sitting, **who)
    case.refresh_from_db()
    return case, court.open_review(entered=looked(at=at(**here)), **who), hearing


def _custody(by: Mapping[str, Actor], office: Office, officer: Appointment) -> tuple[Any, Any, Any]:
    kato = office.territories.get().kato
    place = custody.register(entered=entered(kato=kato), by=by["head"], on=MONDAY)
    visit = custody.plan(
        place_id=place.id, officer_id=officer.id, planned_on=MONDAY, by=by["head"], on=MONDAY
    )
    return place, visit, custody.find(place_id=place.id, found=found(), by=by["head"], on=MONDAY)


def _enforcement(by: Mapping[str, Actor], office: Office) -> tuple[Any, Any]:
    """A writ of the office's own, in its territory, with a private bailiff of its own."""
    kato = office.territories.get().kato
    bailiff = enforcement.enter(licensed=licensed(kato=kato, licence=office.code), by=by["clerk"], on=MONDAY)
    given = writ_entered(bailiff, kato=kato, number=office.code)
    return enforcement.register(entered=given, by=by["clerk"], on=MONDAY), bailiff


def _plan(head: Actor, officer: Appointment) -> Any:
    """A draft of the office's plan with a measure of the officer."""
    drafted = plans.Drafted("office", "quarter", date(2026, 7, 1), "План")
    plan = plans.draft(drafted=drafted, by=head, on=MONDAY)
    measure = plans.Measure("Проверить", "8.4", MONDAY, "", officer.id)
    plans.add(plan_id=plan.id, version=1, measure=measure, by=head, on=MONDAY)
    plan.refresh_from_db()
    return plan


def _sitting(head: Actor) -> tuple[Any, Any, Any]:
    """A council, a session whose agenda is in preparation, and a decision of one that was held."""
    body = make_body(f"Управление полиции {head.office_code}", kind="law_enforcement")
    council = with_council(head, body)
    item = called_session(head, "council")
    decision = decided(heard(item, head), item, head, body=body)
    act(item.session, coordination.sign, head, language="ru")
    session = coordination.plan(organ="council", planned=planned(), by=head, on=MONDAY)
    coordination.propose(session_id=session.id, topic="О сборах", by=head, on=MONDAY)
    for row in (council, session, decision):
        row.refresh_from_db()
    return council, session, decision


def _pretrial(by: Mapping[str, Actor], office: Office, officer: Appointment) -> dict[str, Any]:
    """A case of the office's own with what waits in it, and a shift of the head."""
    kato, erdr = office.territories.get().kato, f"26101003100{sum(office.code.encode()):04}"
    case = pretrial.register(taken=taken(kato=kato, erdr=erdr), by=by["head"], on=MONDAY)

    def now() -> dict[str, Any]:
        case.refresh_from_db()
        return {"case_id": case.id, "version": case.version, "by": by["head"], "on": MONDAY}

    pretrial.assign(assignee_id=officer.id, **now())
    complained = pretrial.Complained("other", "Ким", "Бездействие", MONDAY)
    rows = {
        "sanctions": pretrial.ask_sanction(asked=asked(measure="search"), **now()),
        "instructions": pretrial.instruct(days=5, said=SAID, **now()),
        "complaints": pretrial.take_complaint(complained=complained, **now()),
    }
    begins = clock.now()
    hours = shifts.Hours(by["head"].appointment_id, begins, begins + timedelta(hours=12))
    shift = shifts.set_shift(hours=hours, by=by["head"], on=MONDAY)
    case.refresh_from_db()
    return {"investigations": case, "shifts": shift, **{name: _Row(row.id) for name, row in rows.items()}}


def _treaties(by: Mapping[str, Actor], office: Office, body: Any) -> tuple[Any, Any, Any, Any]:
    """A treaty of the centre, a check by it, a request the office prepared, a part that it carries out."""
    top = Office.objects.get(parent=None)
    treaty = Treaty.objects.first() or Treaty.objects.create(
        **{"office": top, "region_id": top.region_id, "status": "concluded", "kind": "other"},
        **{"title_ru": "Договор", "title_kk": "Шарт", "partner_kind": "state", "partner": "Узбекистан"},
        **{"entered_on": MONDAY, "concluded_on": MONDAY, "basis": "Закон"},
    )
    begun = treaties.Begun(treaty.id, body, "own_initiative", "Сроки", MONDAY)
    check = treaties.begin_check(begun=begun, by=by["head"], on=MONDAY)
    row = treaty_asked(way="outgoing", foreign_no="")
    prepared = treaties.register_request(asked=row, by=by["clerk"], on=MONDAY)
    number = 900 + Request.objects.filter(office=top).count()  # above what the counter gives
    above = Request.objects.create(
        **{"office": top, "region_id": top.region_id, "status": "in_work", "way": "incoming"},
        **{"kind": "procedural_request", "year": 2026, "number": number, "number_text": f"ХС-{number}"},
        **{"country": "Узбекистан", "foreign_body": "Прокуратура", "foreign_no": str(number)},
        **{"person": "Рахимов Алишер", "asked": "Допросить", "registered_on": MONDAY},
    )
    part = Part.objects.create(
        **{"request": above, "office": office, "region_id": office.region_id, "no": 1, "status": "given"},
        **{
            "task": "Допросить",
            "given_on": MONDAY,
            "due_on": MONDAY,
            "given_by_id": by["head"].appointment_id,
        },
    )
    return treaty, check, prepared, part


def _inspection(by: Mapping[str, Actor], matter: Any, body: Any, officer: Appointment) -> Any:
    """Each office inspects a body of its own: one that two inspect is the work of other tests."""
    words = ("Обращение", "Закон", "Закупки", "ru")
    inspected = make_body(f"{body.name_ru} {by['head'].office_code}")
    draft = inspections.Draft(inspected, "appeal", *words, MONDAY, [officer.id])
    row = inspections.draft(matter_id=matter.id, draft=draft, by=by["officer"], on=MONDAY)
    return inspections.sign(inspection_id=row.id, version=1, by=by["head"], on=MONDAY)


def _matter(by: Mapping[str, Actor], officer: Appointment) -> tuple[Any, list[Any]]:
    opening = matters.Opening(kind="own_initiative", direction="legality_of_acts", title="О сборе")
    matter = matters.open(opening=opening, by=by["head"], on=MONDAY)
    matter = matters.assign(matter_id=matter.id, version=1, assignee_id=officer.id, by=by["head"], on=MONDAY)
    violated = matters.Violated(
        norm="Статья 31",
        what="Сбор",
        violator_kind="body",
        violator_name="Акимат",
        rights_of="indefinite",
        committed_on=date(2026, 8, 3),
    )
    found = matters.record_violation(
        matter_id=matter.id, version=matter.version, violated=violated, by=by["officer"], on=MONDAY
    )
    matter.refresh_from_db()
    return matter, [found.id]
