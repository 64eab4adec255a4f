"""The term of an act and of a request changed through pages; an act that leaves the court."""

from collections.abc import Callable
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qadaga.acts import services as acts
from qadaga.acts.models import Act, TermChange
from qadaga.common import clock
from tests.casework import MONDAY, PDF, Town, assigned_matter, issued_request, served_protest
from tests.web.cards.test_walk import hidden, send, step_of

Browse = Callable[[str], Client]
LATER = MONDAY + timedelta(days=20)


def test_the_head_prolongs_and_the_clerk_tells_the_addressee(town: Town, browse: Browse) -> None:
    act = served_protest(town, assigned_matter(town))
    head, clerk = browse("head"), browse("clerk")
    page = head.get(step_of("acts", act, "prolong-term")).text
    assert "17.09.2026" in page
    done = send(head, step_of("acts", act, "prolong-term"), until="2026-10-01", reason="Сложный вопрос")
    assert done.status_code == 302, done.text
    card = head.get(f"/acts/{act.id}/").text
    assert "01.10.2026" in card
    assert "Сложный вопрос" in card
    row = TermChange.objects.get()
    told = send(
        clerk, step_of("acts", act, "tell-term"), change=str(row.id), told_on="2026-09-07", way="post"
    )
    assert told.status_code == 302, told.text
    row.refresh_from_db()
    assert row.told_on == MONDAY
    assert "tell-term" not in head.get(f"/acts/{act.id}/").text


def test_too_late_is_said_on_the_field_and_what_was_typed_stays(town: Town, browse: Browse) -> None:
    act = served_protest(town, assigned_matter(town))
    head = browse("head")
    with clock.frozen(LATER):
        answer = send(head, step_of("acts", act, "prolong-term"), until="2026-10-20", reason="Просят ещё")
    assert answer.status_code == 422
    assert "17.09.2026" in answer.text
    assert "Просят ещё" in answer.text


def test_the_assistant_reads_why_not(town: Town, browse: Browse) -> None:
    act = served_protest(town, assigned_matter(town))
    answer = browse("assistant").get(step_of("acts", act, "prolong-term"))
    assert answer.status_code == 403
    assert "O.14.1" in answer.text


def test_a_request_stands_still_and_its_card_offers_to_let_it_run(town: Town, browse: Browse) -> None:
    measure = issued_request(town, assigned_matter(town))
    head = browse("head")
    card = head.get(f"/measures/{measure.id}/").text
    assert "prolong-term" not in card
    served = {"way": "post", "served_on": "2026-09-07", "proof_ref": "вх. 7"}
    send(browse("assistant"), f"/measures/{measure.id}/serve/", **served)
    assert "suspend-term" in head.get(f"/measures/{measure.id}/").text
    send(head, f"/measures/{measure.id}/suspend-term/", reason="Карантин")
    card = head.get(f"/measures/{measure.id}/").text
    assert "resume-term" in card
    assert "suspend-term" not in card
    send(head, f"/measures/{measure.id}/resume-term/", reason="Снят")
    assert "suspend-term" in head.get(f"/measures/{measure.id}/").text


def test_the_decision_of_the_court_stands_on_the_card_with_its_file(town: Town, browse: Browse) -> None:
    act = served_protest(town, assigned_matter(town))
    with clock.frozen(LATER):
        acts.to_court(
            act_id=act.id,
            version=act.version,
            court="Суд",
            reason="Молчат",
            by=town.actor("head", LATER),
            on=LATER,
        )
        client = browse("assistant")
        url = step_of("acts", act, "court-decision")
        page = client.get(url)
        paper = SimpleUploadedFile("decision.pdf", PDF, "application/pdf")
        values = {"outcome": "granted_part", "decided_on": LATER.isoformat(), "number": "2-1", "file": paper}
        short = client.post(url, {**hidden(page.text), **values})
        assert short.status_code == 422
        paper.seek(0)
        done = client.post(url, {**hidden(short.text), **values, "summary": "Пункт 2 оставлен"})
        assert done.status_code == 302, done.text
        act = Act.objects.get(pk=act.pk)
        assert act.status == "granted_part"
        card = client.get(f"/acts/{act.id}/").text
        assert "Пункт 2 оставлен" in card
        file = act.court_decisions.get().file
        given = client.get(f"/acts/{act.id}/files/{file.id}/")
        assert given.status_code == 200
        given.close()
