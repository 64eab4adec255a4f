"""The course of a matter through its pages, as the people of one office."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from qadaga.acts.models import Act
from qadaga.common import clock
from qadaga.matters.models import Matter, Violation
from tests.casework import (
    MONDAY,
    PDF,
    Town,
    assigned_matter,
    draft_protest,
    issued_request,
    make_body,
    open_matter,
    served_protest,
    signed_protest,
)

Browse = Callable[[str], Client]


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the page's form, as a browser would send them."""
    tags = re.findall(r"<input[^>]*type=\"hidden\"[^>]*>", page)
    pairs = [(re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in tags]
    return {name[1]: value[1] if value else "" for name, value in pairs if name}


def send(client: Client, url: str, **fields: object) -> object:
    """Open a form and send it filled in."""
    page = client.get(url)
    assert page.status_code == 200, page.text
    return client.post(url, {**hidden(page.text), **fields})


def step_of(kind: str, record: Matter | Act, slug: str) -> str:
    return f"/{kind}/{record.id}/{slug}/"


def test_the_whole_course_of_an_act(town: Town, browse: Browse) -> None:
    matter = open_matter(town, body=make_body())
    head, assistant, deputy, clerk = map(browse, ("head", "assistant", "deputy", "clerk"))
    send(head, step_of("matters", matter, "tasks"), tasks=["protect_rights", "remove_violations"])
    given = send(head, step_of("matters", matter, "assign"), assignee=str(town.assistant.id))
    assert given.status_code == 302, given.text
    found = send(
        assistant,
        step_of("matters", matter, "violation"),
        norm="Статья 31",
        what="Незаконный сбор",
        violator_kind="body",
        known_body=str(matter.body_id),
        body_kind="executive",
        rights_of="indefinite",
        causes="none",
        consequences="none",
    )
    assert found.status_code == 302, found.text
    violation = Violation.objects.get()
    drafted = send(
        assistant,
        step_of("matters", matter, "draft"),
        kind="protest",
        language="kk",
        known_body=str(matter.body_id),
        body_kind="executive",
        violations=[str(violation.id)],
        protested_title="Қаулы",
        protested_adopted_on="2026-08-03",
        heading="Заңсыз алым туралы",
        facts="Әкімдік алым белгіледі.",
        norms="31-бап.",
        demands="Қаулының күшін жою.",
    )
    assert drafted.status_code == 302, drafted.text
    act = Act.objects.get()
    assert assistant.get(f"/acts/{act.id}/paper.pdf").content.startswith(b"%PDF")
    assert send(assistant, step_of("acts", act, "submit")).status_code == 302
    assert (
        send(deputy, step_of("acts", act, "send-back"), remarks="Нормасын толықтыру керек").status_code == 302
    )
    edited = send(
        assistant,
        step_of("acts", act, "edit"),
        heading=act.heading,
        facts="Басқа.",
        norms="31.",
        demands="Жою.",
    )
    assert edited.status_code == 302
    assert "Басқа." in assistant.get(f"/acts/{act.id}/versions/1-2/").text
    assert send(assistant, step_of("acts", act, "submit")).status_code == 302
    assert send(deputy, step_of("acts", act, "agree")).status_code == 302
    assert send(head, step_of("acts", act, "sign")).status_code == 302
    act.refresh_from_db()
    assert act.sha256
    served = send(
        clerk,
        step_of("acts", act, "serve"),
        way="courier",
        served_on="2026-09-07",
        recipient="Кеңсе",
        proof=SimpleUploadedFile("proof.pdf", PDF),
    )
    assert served.status_code == 302, served.text
    assert (
        send(clerk, step_of("acts", act, "reply"), replied_on="2026-09-07", summary="Жойылды").status_code
        == 302
    )
    assert send(assistant, step_of("acts", act, "assess"), assessment="satisfied").status_code == 302
    gone = send(
        assistant,
        step_of("acts", act, "removal"),
        removed_on="2026-09-07",
        what="Қаулы жойылды",
        proof=SimpleUploadedFile("order.pdf", PDF),
    )
    assert gone.status_code == 302, gone.text
    for kind, outcome, note in (
        ("violations", "reached", ""),
        ("removal", "reached", ""),
        ("protection", "not_needed", "Белгісіз тұлғалар тобы"),
        ("liability", "none", "Ескерту жасалды"),
    ):
        stated = send(assistant, step_of("matters", matter, "result"), kind=kind, outcome=outcome, note=note)
        assert stated.status_code == 302, stated.text
    closed = send(head, step_of("matters", matter, "close"), conclusion="Бұзушылық жойылды")
    assert closed.status_code == 302, closed.text
    matter.refresh_from_db()
    assert matter.status == "closed"


def test_the_deputy_is_told_why_not_to_sign(town: Town, browse: Browse) -> None:
    act = draft_protest(town, assigned_matter(town))
    refused = browse("deputy").get(step_of("acts", act, "sign"))
    assert refused.status_code == 403
    assert "O.15" in refused.text


def test_the_neighbour_finds_nothing(town: Town, browse: Browse) -> None:
    matter = assigned_matter(town)
    act = draft_protest(town, matter)
    for url in (
        f"/matters/{matter.id}/",
        f"/acts/{act.id}/",
        step_of("acts", act, "sign"),
        f"/acts/{act.id}/paper.pdf",
    ):
        assert browse("neighbour").get(url).status_code == 404


def test_the_region_reads_what_its_district_holds(town: Town, browse: Browse) -> None:
    matter = assigned_matter(town)
    assert browse("region_head").get(f"/matters/{matter.id}/").status_code == 200


def test_a_change_made_meanwhile_is_shown_and_the_words_stay(town: Town, browse: Browse) -> None:
    act = draft_protest(town, assigned_matter(town))
    client, url = browse("assistant"), step_of("acts", act, "edit")
    mine = hidden(client.get(url).text)
    send(client, url, heading="Первое", facts="ф", norms="н", demands="т")
    late = client.post(url, {**mine, "heading": "Второе", "facts": "ф", "norms": "н", "demands": "т"})
    assert late.status_code == 412
    assert "Второе" in late.text
    assert "q-timeline" in late.text
    again = client.post(
        url, {**hidden(late.text), "heading": "Второе", "facts": "ф", "norms": "н", "demands": "т"}
    )
    assert again.status_code == 302
    act.refresh_from_db()
    assert act.heading == "Второе"


def test_a_double_click_on_sign_signs_once(town: Town, browse: Browse) -> None:
    act = signed_protest(town, assigned_matter(town))
    other = draft_protest(town, act.matter)
    assert browse("head").get(f"/acts/{other.id}/").status_code == 200
    client, url = browse("assistant"), step_of("acts", other, "submit")
    form = hidden(client.get(url).text)
    first, second = client.post(url, form), client.post(url, form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]


@pytest.mark.parametrize("field", ["heading", "facts"])
def test_what_cannot_be_stored_is_a_field_error(town: Town, browse: Browse, field: str) -> None:
    act = draft_protest(town, assigned_matter(town))
    values = {"heading": "х", "facts": "ф", "norms": "н", "demands": "т", field: "a\0b"}
    answer = send(browse("assistant"), step_of("acts", act, "edit"), **values)
    assert answer.status_code == 422


def test_a_reply_before_service_names_its_field(town: Town, browse: Browse) -> None:
    act = served_protest(town, assigned_matter(town))
    early = (MONDAY - timedelta(days=3)).isoformat()
    answer = send(browse("clerk"), step_of("acts", act, "reply"), replied_on=early, summary="ответ")
    assert answer.status_code == 422
    assert 'id="id_replied_on_error"' in answer.text


def test_a_request_is_served_and_answered(town: Town, browse: Browse) -> None:
    measure = issued_request(town, assigned_matter(town))
    url = f"/measures/{measure.id}/"
    unproven = send(browse("assistant"), f"{url}serve/", way="post", served_on="2026-09-07")
    assert unproven.status_code == 422
    proven = {"way": "post", "served_on": "2026-09-07", "proof_ref": "вх. 7"}
    served = send(browse("assistant"), f"{url}serve/", **proven)
    assert served.status_code == 302, served.text
    page = browse("assistant").get(url)
    assert "q-term" in page.text
    replied = send(browse("clerk"), f"{url}reply/", replied_on="2026-09-07", reply="Копия")
    assert replied.status_code == 302, replied.text


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("who", ["head", "assistant", "clerk", "region_head"])
def test_cards_take_few_queries_whoever_looks(town: Town, browse: Browse, who: str, language: str) -> None:
    matter = assigned_matter(town)
    act = served_protest(town, matter)
    measure = issued_request(town, matter)
    client = browse(who)
    for url in (f"/matters/{matter.id}/", f"/acts/{act.id}/", f"/measures/{measure.id}/"):
        client.get(url, headers={"accept-language": language})
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url, headers={"accept-language": language}).status_code == 200
        # The journal of readings is written in a transaction of its own; here that is a savepoint.
        asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        assert len(asked) <= 8, "\n".join(sql[:400] for sql in asked)


def test_the_clock_is_frozen_for_these_tests(monday: None) -> None:
    assert clock.today() == MONDAY


def test_a_declared_conflict_stands_on_the_card_and_somebody_else_comes_next(
    town: Town, browse: Browse
) -> None:
    matter = assigned_matter(town, tasks=("protect_rights",))
    send(browse("assistant"), step_of("matters", matter, "conflict"), reason="Родственник в акимате")
    card = browse("head").get(f"/matters/{matter.id}/").text
    assert "Родственник в акимате" in card
    first = re.search(r'class="btn btn-primary" href="(/[^"]+)"', card)
    assert first is not None
    assert first[1].endswith("/assign/")
