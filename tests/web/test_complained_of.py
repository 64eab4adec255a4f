"""Whoever an appeal complains of finds its line nowhere; everybody else of the office goes on finding it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from qadaga.accounts.models import User
from qadaga.acts.models import Act
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.appeals.rereading import entry_of
from qadaga.appeals.selectors import inbox_size, likely_earlier, to_tell
from qadaga.authority import barred
from qadaga.authority.lists import exports, pages
from qadaga.authority.lists.pages import Ask
from qadaga.authority.lists.register import Register
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.court import selectors as court
from qadaga.documents.storage import open_bytes
from qadaga.matters.models import ComplainedOf, Matter
from qadaga.matters.services import register_body
from qadaga.staff.models import Appointment
from qadaga.supervision.legality import selectors as legality
from qadaga.web.registers.listed import LISTED
from tests.api.calling import Caller, caller
from tests.casework import draft_protest
from tests.intake import MONDAY, PERSON, Registry, make_appeal, make_registry, open_for
from tests.matrix.world import World, make_world
from tests.staffing import actor_of


@dataclass
class Case:
    """An appeal about the deputy, its matter and an act drafted in it; beside them an appeal about nobody."""

    registry: Registry
    appeal: Appeal
    matter: Matter
    act: Act
    other: Appeal

    @property
    def marks(self) -> dict[str, str]:
        """What each register shows of the case."""
        return {
            "appeals": self.appeal.number,
            "matters": self.matter.number_text,
            "acts": self.act.heading,
        }


@pytest.fixture
def case(db: None) -> Any:
    """The case on a Monday."""
    with clock.frozen(MONDAY):
        registry = make_registry()
        body = register_body(kind="executive", name_ru="Акимат", name_kk="Әкімдік")
        other = make_appeal(registry, body_id=body.id)
        appeal = make_appeal(registry, official_id=registry.deputy.person_id, body_id=body.id)
        matter = open_for(registry, appeal)
        act = draft_protest(registry, matter)
        appeal.refresh_from_db()
        yield Case(registry, appeal, matter, act, other)


def signed_in(case: Case, who: str) -> Client:
    person = getattr(case.registry, who).person
    person.user = User.objects.create_user(who, "korshau-bereke-2026")
    person.save()
    client = Client()
    client.force_login(person.user)
    return client


@pytest.mark.parametrize(
    ("register", "query"),
    [
        ("appeals", ""),
        ("appeals", "?sort=due"),
        ("appeals", "?status=registered&status=in_matter"),
        ("matters", ""),
        ("matters", "?status=opened&status=in_work"),
        ("acts", ""),
        ("acts", "?status=draft&status=agreed"),
    ],
)
def test_no_register_shows_it(case: Case, register: str, query: str) -> None:
    mark, address = case.marks[register], f"/{register}/{query}"
    assert mark not in signed_in(case, "deputy").get(address).text
    assert mark in signed_in(case, "head").get(address).text


def test_an_office_above_goes_on_seeing_it_and_the_deputy_sees_the_rest(case: Case) -> None:
    assert case.appeal.number in signed_in(case, "region_head").get("/appeals/").text
    assert case.other.number in signed_in(case, "deputy").get("/appeals/").text


def test_the_registers_of_the_api_leave_it_out(case: Case) -> None:
    deputy, head = caller(case.registry.deputy), caller(case.registry.head)
    for register, record in (("appeals", case.appeal), ("matters", case.matter), ("acts", case.act)):
        for ask in (_listed, _searched):
            assert str(record.pk) not in ask(deputy, register)
            assert str(record.pk) in ask(head, register)


def _listed(program: Caller, register: str) -> list[str]:
    return [row["id"] for row in program.get(f"/{register}").json()["rows"]]


def _searched(program: Caller, register: str) -> list[str]:
    return [row["id"] for row in program.post(f"/{register}/search", {}).json()["rows"]]


@pytest.mark.parametrize("words", [PERSON.iin, "сбор", "Ахметова"])
def test_the_search_does_not_find_it(case: Case, words: str) -> None:
    found = caller(case.registry.deputy).post("/search", {"q": words}).json()["rows"]
    ids = {str(record.pk) for record in (case.appeal, case.matter, case.act)}
    assert not ids & {row["id"] for row in found}
    assert str(case.other.pk) in {row["id"] for row in found}
    assert ids & {
        row["id"] for row in caller(case.registry.head).post("/search", {"q": words}).json()["rows"]
    }


def test_the_word_index_does_not_find_it_either(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qadaga.authority.lists.sql.WINDOW", 1)
    found = caller(case.registry.deputy).post("/search", {"q": "сбор"}).json()["rows"]
    assert [row["id"] for row in found] == [str(case.other.pk)]


def test_a_filter_by_words_or_number_leads_past_it(case: Case) -> None:
    deputy = caller(case.registry.deputy)
    for asked in ({"words": "сбор"}, {"person": PERSON.iin}, {"body": str(case.appeal.body_id)}):
        rows = deputy.post("/appeals/search", asked).json()["rows"]
        assert [row["id"] for row in rows] == [str(case.other.pk)]
    assert deputy.post("/appeals/search", {"number": case.appeal.number}).json()["rows"] == []


def test_likely_earlier_appeals_leave_it_out(case: Case) -> None:
    def found(who: str) -> set[Any]:
        scope = scope_of(case.registry.actor(who), MONDAY)
        asked = {"numbers": [PERSON.iin], "names": [PERSON.name], "body_id": case.appeal.body_id}
        return {row.id for row in likely_earlier(scope, **asked)}

    assert found("deputy") == {case.other.id}
    assert found("clerk") == {case.other.id, case.appeal.id}


def test_an_export_leaves_it_out_and_does_not_count_it(case: Case) -> None:
    by, register = case.registry.actor("deputy"), LISTED["appeals"].register
    job = exports.request(register, values={}, ask=Ask(), office_id=None, by=by, on=MONDAY)
    exports.run(job.id, register)
    job.refresh_from_db()
    with open_bytes(job.file.sha256) as stream:
        sheet = load_workbook(stream).active
    numbers = [row[0].value for row in sheet.iter_rows(min_row=2)]
    assert numbers == [case.other.number]
    assert job.expected == 1


def test_my_day_does_not_hold_it(case: Case) -> None:
    page = signed_in(case, "deputy").get("/").text
    assert case.other.number in page
    assert not any(mark in page for mark in case.marks.values())


def test_what_was_forwarded_about_them_waits_for_somebody_else(case: Case) -> None:
    registry = case.registry
    about = make_appeal(registry, by="other_clerk", official_id=registry.clerk.person_id)
    forwarding = appeals.forward(
        appeal_id=about.id,
        to=appeals.Addressee(office_id=registry.district.id),
        ground="competent_office",
        reason="Другой район",
        version=1,
        by=registry.actor("neighbour"),
        on=MONDAY,
    )
    assert caller(registry.clerk).get("/appeals/to-register").json() == []
    assert len(caller(registry.assistant).get("/appeals/to-register").json()) == 1
    assert inbox_size(registry.actor("clerk")) == (0, False)
    assert inbox_size(registry.actor("assistant")) == (1, False)
    # The office that forwarded it has to tell the applicant: not of a case about whoever looks.
    assert inbox_size(registry.actor("other_clerk")) == (1, False)
    Appeal.objects.filter(id=about.id).update(official=registry.other_clerk.person_id)
    assert inbox_size(registry.actor("other_clerk")) == (0, False)
    assert to_tell(registry.actor("other_clerk")) == []
    assert len(to_tell(registry.actor("neighbour"))) == 1
    Appeal.objects.filter(id=about.id).update(official=registry.clerk.person_id)
    with pytest.raises(NotFound):
        appeals.receive(forwarding_id=forwarding.id, by=registry.actor("clerk"), on=MONDAY)


def test_a_card_leads_nowhere_to_it(case: Case) -> None:
    again = make_appeal(case.registry, repeats_id=case.appeal.id)
    card = reverse("appeals:card", args=[again.id])
    assert case.appeal.number not in signed_in(case, "deputy").get(card).text
    assert case.appeal.number in signed_in(case, "head").get(card).text


def test_nobody_registers_a_repetition_of_what_is_kept_from_them(case: Case) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_appeal(case.registry, by="deputy", repeats_id=case.appeal.id)
    assert [(one.field, one.code) for one in refused.value.fields] == [("repeats", "no_such_row")]


def test_a_correction_moves_the_bar_with_the_name(case: Case) -> None:
    assistant, deputy = case.registry.assistant.person_id, case.registry.deputy.person_id
    appeals.correct(
        appeal_id=case.appeal.id,
        entry=replace(entry_of(case.appeal), official_id=assistant),
        ground="new_information",
        reason="Названо другое лицо",
        version=case.appeal.version,
        by=case.registry.actor("head"),
        on=MONDAY,
    )
    complained = ComplainedOf.objects.filter(matter=case.matter).values_list("person_id", flat=True)
    assert set(complained) == {assistant}
    assert barred.ids(deputy, "appeal", "matter", "act") == frozenset()
    assert barred.ids(assistant, "appeal", "matter", "act") == {case.appeal.id, case.matter.id, case.act.id}


def test_a_list_costs_no_more_queries_for_it(case: Case) -> None:
    scope = scope_of(case.registry.actor("deputy"), MONDAY)
    for listed in LISTED.values():
        with CaptureQueriesContext(connection) as queries:
            pages.fetch(listed.register, scope, Ask(), today=MONDAY)
        assert len(queries) == 1


def test_every_register_says_whom_its_rows_are_kept_from() -> None:
    # A line of the register of people is a post held; orders and seals are the office's own.
    complains_of_nobody = {
        "person",
        "order",
        "seal",
        "custody_place",
        "session",
        "decision",
        "work_plan",
        "laid_duty",
        # A body is complained of, not of those who read; an official's line names nobody's work.
        *("body", "supervised_person"),
        "proposal",
        # These stand in no matter: see the test of every register that does.
        *("bailiff", "duty_shift", "operative_case", "period_report"),
        *("legality_analysis", "treaty", "treaty_check", "treaty_part", "treaty_request"),
    }
    kinds = {listed.register.kind for listed in LISTED.values()}
    assert kinds - complains_of_nobody <= barred.declared()


def test_the_bar_is_found_by_indexes(case: Case) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        kinds = ("appeal", "matter", "act", "measure", "legal_act", "court_case", "judicial_act", "hearing")
        for kind in (*kinds, "investigation", "sanction", "instruction", "case_complaint", "case_party"):
            cursor.execute(f"EXPLAIN {barred.ids_sql(kind)}", {"reader": case.registry.deputy.person_id})
            plan = "\n".join(row[0] for row in cursor.fetchall())
            assert "Seq Scan" not in plan, plan


# No list shows them to whom their matter complains of; but nothing holds a release up: the card is found.
OPEN_TO_ALL = {"held"}


def _stands_in(model: type[Model]) -> list[type[Model]]:
    """The models by which rows of the model stand in a matter: itself, or the card that they belong to."""
    owners = [
        model,
        *(field.related_model for field in model._meta.fields if field.name in ("case", "review")),
    ]
    return [one for one in owners if one and "matter" in {field.name for field in one._meta.fields}]


def _put_in(matter: Matter, model: type[Model]) -> None:
    """The rows of the district that stand in no matter yet stand in this one."""
    rows = model._default_manager.filter(office=matter.office_id, matter=None)
    rows.update(matter=matter, **({"status": "in_matter"} if model is Appeal else {}))


def test_every_register_of_every_direction_leaves_it_out(db: None) -> None:
    by_table = {model._meta.db_table: model for model in apps.get_models()}
    models = {name: by_table.get(listed.register.table) for name, listed in LISTED.items()}
    found = {name: _stands_in(model) for name, model in models.items() if model is not None}
    standing = {name: owners for name, owners in found.items() if owners}
    with clock.frozen(MONDAY):
        world = make_world()
        matter = Matter.objects.get(office__code="dis")
        for owner in {one for owners in standing.values() for one in owners}:
            _put_in(matter, owner)
        deputy = Appointment.objects.get(office=matter.office, post="deputy_district")
        ComplainedOf.objects.create(matter=matter, person_id=deputy.person_id)
        shown = {name: _seen(LISTED[name].register, deputy) for name in standing}
        head = Appointment.objects.get(office=matter.office, heads=True)
        others = {name: _seen(LISTED[name].register, head) for name in standing}
        opened = {name: _opens(world, name, rows) for name, rows in others.items() if name not in OPEN_TO_ALL}
        scope = scope_of(actor_of(deputy, MONDAY), MONDAY)
        counted = {
            name: pages.count(LISTED[name].register, scope, Ask(), today=MONDAY, most=9) for name in standing
        }
        week = court.hearings(actor_of(deputy, MONDAY), MONDAY, MONDAY, MONDAY, most=9)
        queue = legality.queue(actor_of(deputy, MONDAY), MONDAY)
    assert not [name for name, rows in others.items() if not rows], "nothing was there to be found"
    assert not [name for name, rows in shown.items() if rows]
    assert not [name for name, rows in counted.items() if rows]
    assert not [name for name, answer in opened.items() if answer not in (403, 404)], opened
    assert not week
    assert not any([*queue.waiting, *queue.reviewed, *queue.contrary, *queue.silent])


def _seen(register: Register, held: Appointment) -> list[UUID]:
    """What the officer finds in the register, in its first order; one query."""
    scope = register.seen(actor_of(held, MONDAY), MONDAY)
    with CaptureQueriesContext(connection) as queries:
        found = pages.fetch(register, scope, Ask(), today=MONDAY)
    assert len(queries) == 1
    return [row["id"] for row in found.rows]


def _opens(world: World, name: str, rows: list[UUID]) -> int:
    """What the deputy gets for the card of the first of the rows."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions["own deputy"]
    return client.get(LISTED[name].card_url().format(rows[0]), follow=True).status_code
