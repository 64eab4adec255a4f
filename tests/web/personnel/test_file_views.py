"""The personal file through its pages: shown, written, refused."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.offices.models import Office
from qadaga.organisation.personnel.models import FileEntry, GuaranteeRequest, RankHeld, ServicePeriod
from qadaga.staff.models import Appointment
from tests.casework import PDF
from tests.staffing import make_appointment
from tests.web.offices.conftest import SignIn

PERIOD = {
    "kind": "armed_forces",
    "organisation": "в/ч 0001",
    "starts_on": "2010-01-01",
    "ends_on": "01.01.2012",
    "evidence": "военный билет № 1",
}
RANK = {"rank": "lawyer_3", "ground": "rank_first", "starts_on": "2024-01-10", "order": "№ 5"}


def _at(held: Appointment, *parts: str) -> str:
    return "/".join(["/personnel", str(held.person_id), *parts, ""])


def _written(client: Client, held: Appointment, part: str, data: dict[str, Any]) -> Any:
    answer = client.post(_at(held, *part.split("/")), data)
    assert (answer.status_code, answer.headers.get("Location")) == (302, _at(held))
    return client.get(_at(held)).content.decode()


def test_a_period_and_a_rank_show_in_the_sums_line_by_line(client: Client, assistant: Appointment) -> None:
    paper = SimpleUploadedFile("билет.pdf", PDF)
    assert "в/ч 0001" in _written(client, assistant, "period", {**PERIOD, "file": paper})
    page = _written(client, assistant, "confer", RANK)
    period = ServicePeriod.objects.get(person=assistant.person)
    assert (period.ends_on, period.file.name) == (date(2012, 1, 1), "билет.pdf")
    assert RankHeld.objects.get(person=assistant.person).ground == "№ 5"
    assert "юрист 3 класса" in page
    assert "Стаж службы построчно" in page
    assert "2 года" in page


def test_a_withdrawn_period_is_gone_from_the_page(client: Client, assistant: Appointment) -> None:
    _written(client, assistant, "period", PERIOD)
    period = ServicePeriod.objects.get(person=assistant.person)
    assert "в/ч 0001" not in _written(client, assistant, f"period/{period.id}/withdraw", {})


def test_a_rank_out_of_its_time_is_refused_with_its_clause(client: Client, assistant: Appointment) -> None:
    _written(client, assistant, "confer", RANK)
    early = {**RANK, "rank": "lawyer_2", "ground": "rank_term", "starts_on": "2024-02-01"}
    answer = client.post(_at(assistant, "confer"), early)
    assert answer.status_code == 403
    assert "L.2.4" in answer.content.decode()


def test_a_rank_is_taken_away(client: Client, assistant: Appointment) -> None:
    _written(client, assistant, "confer", RANK)
    away = {"rank": "", "ground": "rank_sentence", "starts_on": "2025-01-10", "order": "№ 6"}
    _written(client, assistant, "reduce", away)
    assert RankHeld.objects.get(person=assistant.person).ended_how == "rank_sentence"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("education", {}),
        ("award", {}),
        ("penalty", {}),
        ("attestation", {}),
        ("probation", {"ends_on": "2026-05-01"}),
        ("military", {}),
        ("leave", {"days": "30"}),
    ],
)
def test_an_entry_of_every_kind_is_written_and_withdrawn(
    client: Client, assistant: Appointment, kind: str, more: dict[str, str]
) -> None:
    _written(client, assistant, f"entry/{kind}", {"title": "Запись", "made_on": "2026-01-12", **more})
    row = FileEntry.objects.get(kind=kind)
    _written(client, assistant, f"entry/{row.id}/withdraw", {})
    row.refresh_from_db()
    assert row.withdrawn_on is not None


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(
    client: Client, assistant: Appointment
) -> None:
    answer = client.post(_at(assistant, "period"), {**PERIOD, "ends_on": "2009-01-01"})
    assert answer.status_code == 422
    assert "в/ч 0001" in answer.content.decode()
    assert list(answer.context["form"].errors) == ["ends_on"]


def test_a_guarantee_is_asked_by_the_person_and_decided_by_the_head(
    district: Office, head: Appointment, assistant: Appointment, sign_in: SignIn
) -> None:
    own = sign_in(district, "self", assistant)
    _written(own, assistant, "guarantee", {"sort": "housing", "text": "Прошу жильё"})
    row = GuaranteeRequest.objects.get()
    decided = {"granted": "yes", "outcome": "Выделено"}
    assert own.post(_at(assistant, "guarantee", str(row.id)), decided).status_code == 403
    page = _written(sign_in(district, "head", head), assistant, f"guarantee/{row.id}", decided)
    assert "Выделено" in page


def test_a_colleague_is_refused_and_a_stranger_finds_nothing(
    district: Office, region: Office, assistant: Appointment, sign_in: SignIn
) -> None:
    assert sign_in(district, "prosecutor").get(_at(assistant)).status_code == 403
    boss = make_appointment(region, "regional_prosecutor")
    assert (
        sign_in(district, "head2", make_appointment(district, "district_prosecutor"))
        .get(_at(boss))
        .status_code
        == 404
    )


@pytest.mark.parametrize("part", ["entry/song", "nothing"])
def test_an_address_of_nothing_is_not_found(client: Client, assistant: Appointment, part: str) -> None:
    assert client.get(_at(assistant, *part.split("/"))).status_code == 404


def test_every_form_opens(client: Client, assistant: Appointment) -> None:
    for part in ("confer", "period", "entry/award", "entry/leave"):
        assert client.get(_at(assistant, *part.split("/"))).status_code == 200


def test_the_file_costs_the_same_however_much_it_holds(client: Client, assistant: Appointment) -> None:
    client.get(_at(assistant))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(_at(assistant))
    for year in range(2000, 2010):
        ServicePeriod.objects.create(
            person=assistant.person,
            kind="courts",
            organisation="суд",
            ground="приказ",
            starts_on=date(year, 1, 1),
            ends_on=date(year + 1, 1, 1),
        )
    with CaptureQueriesContext(connection) as many:
        client.get(_at(assistant))
    assert len(many) == len(few)


def test_the_list_of_ranked_posts_is_shown_to_everybody_and_changed_by_the_first_level(
    district: Office, top: Office, assistant: Appointment, sign_in: SignIn
) -> None:
    page = sign_in(district, "prosecutor").get("/personnel/ranks/").content.decode()
    assert "государственный советник высшего класса" in page
    assert "L.2.4" in page
    change = {
        "post": "registry_clerk",
        "ladder": "class",
        "listed": "yes",
        "starts_on": "2026-01-01",
        "act": "Указ № 900",
        "act_on": "2025-12-20",
    }
    assert sign_in(district, "staff_officer").post("/personnel/ranks/change/", change).status_code == 403
    by = sign_in(top, "staff_officer")
    assert by.get("/personnel/ranks/change/").status_code == 200
    assert by.post("/personnel/ranks/change/", {**change, "act": ""}).status_code == 422
    assert by.post("/personnel/ranks/change/", change).status_code == 302
    ceiling = {"post": "registry_clerk", "rank": "lawyer_1", "starts_on": "2026-01-01"}
    assert by.post("/personnel/ranks/ceiling/", ceiling).status_code == 302
    assert "Указ № 900" in by.get("/personnel/ranks/").content.decode()
