"""Every step on an appeal, walked through its page by whoever may take it."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from qadaga.appeals.models import Answer, Appeal, Forwarding, MaterialsRequest
from qadaga.appeals.services import Addressee, forward
from qadaga.matters.models import Matter
from tests.intake import MONDAY, answer_sent, draft_for, make_appeal, open_for

MOST_QUERIES = 8


def take(client, appeal, slug, **form):
    """The page opens, and the form is sent with the version it was opened with."""
    url = reverse("appeals:step", args=[appeal.id, slug])
    assert client.get(url).status_code == 200
    appeal.refresh_from_db()
    return client.post(url, {"submission": str(uuid4()), "version": appeal.version, "seen": 0, **form})


def take_row(client, appeal, row, slug, **form):
    url = reverse("appeals:row_step", args=[appeal.id, row.id, slug])
    assert client.get(url).status_code == 200
    version = getattr(row, "version", appeal.version)
    return client.post(url, {"submission": str(uuid4()), "version": version, "seen": 0, **form})


def test_a_card_asks_few_questions_whoever_looks(sign_in, registry):
    appeal = make_appeal(registry)
    open_for(registry, appeal)
    draft_for(registry, appeal)
    for role in ("clerk", "head", "region_head"):
        client, url = sign_in(role), reverse("appeals:card", args=[appeal.id])
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        asked = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
        assert len(asked) <= MOST_QUERIES, "\n".join(sql[:160] for sql in asked)


def test_out_of_scope_is_404_for_every_page(sign_in, registry):
    appeal = make_appeal(registry)
    stranger = sign_in("neighbour")
    for name in ("card", "coupon", "answer", "correct", "challenge"):
        assert stranger.get(reverse(f"appeals:{name}", args=[appeal.id])).status_code == 404
    for slug in ("forward", "sign", "matter"):
        assert stranger.get(reverse("appeals:step", args=[appeal.id, slug])).status_code == 404
    assert stranger.post(reverse("appeals:preview", args=[appeal.id]), {"text": "x"}).status_code == 404


def test_the_panel_says_what_the_clerk_may_not_and_why(sign_in, registry):
    appeal = make_appeal(registry)
    page = sign_in("clerk").get(reverse("appeals:card", args=[appeal.id])).content.decode()
    assert reverse("appeals:step", args=[appeal.id, "withdraw"]) in page
    assert reverse("appeals:step", args=[appeal.id, "sign"]) not in page
    assert "O.15" in page
    refused = sign_in("deputy").get(reverse("appeals:step", args=[appeal.id, "sign"]))
    assert refused.status_code == 403
    assert b"O.15" in refused.content


def test_the_head_opens_a_matter(sign_in, registry):
    appeal = make_appeal(registry)
    done = take(sign_in("head"), appeal, "matter", direction="legality_of_acts", title="О сборе")
    matter = Matter.objects.get()
    assert done.url == reverse("matters:card", args=[matter.id])
    appeal.refresh_from_db()
    assert appeal.matter == matter


def test_forwarding_to_a_body_then_told_then_its_outcome(sign_in, registry):
    appeal = make_appeal(registry)
    head, clerk = sign_in("head"), sign_in("clerk")
    both_empty = take(head, appeal, "forward", ground="competent_body", reason="Полиция")
    assert both_empty.status_code == 422
    take(head, appeal, "forward", ground="competent_body", reason="Полиция", to_name="Полиция", control="on")
    forwarding = Forwarding.objects.get()
    today = MONDAY.isoformat()
    assert (
        take_row(clerk, appeal, forwarding, "forwarding-told", told_on=today, way="post").status_code == 302
    )
    outcome = {"outcome": "resolved", "outcome_on": today, "note": "Решено"}
    assert take_row(clerk, appeal, forwarding, "forwarding-outcome", **outcome).status_code == 302
    for kind in ("letter", "notice"):
        paper = head.get(reverse("appeals:row_paper", args=[appeal.id, kind, forwarding.id]))
        assert paper.content.startswith(b"%PDF-")
    assert "Решено" in head.get(reverse("appeals:card", args=[appeal.id])).content.decode()


def test_declined_prolonged_withdrawn_annulled(sign_in, registry):
    head, clerk = sign_in("head"), sign_in("clerk")
    declined, prolonged, withdrawn, annulled = (make_appeal(registry) for _ in range(4))
    take(head, declined, "decline", ground="no_substance", reason="Нет сути")
    wrong = take(head, prolonged, "prolong", ground="awaiting_documents", reason="x", until="2027-01-01")
    assert "can be prolonged to 09.11.2026 at most" in wrong.content.decode()
    take(head, prolonged, "prolong", ground="awaiting_documents", reason="Ждём", until="2026-10-20")
    take(clerk, withdrawn, "withdraw", reason="Просит заявитель")
    take(head, annulled, "annul", ground="registered_twice", reason="Дважды")
    statuses = [Appeal.objects.get(pk=one.pk).status for one in (declined, prolonged, withdrawn, annulled)]
    assert statuses == ["declined", "registered", "withdrawn", "annulled"]
    decision = prolonged.decisions.get()
    told = take_row(clerk, prolonged, decision, "decision-told", told_on="2026-09-07", way="email")
    assert told.status_code == 302
    for one in (prolonged, declined):
        paper = head.get(reverse("appeals:row_paper", args=[one.id, "decision", one.decisions.get().id]))
        assert paper.content.startswith(b"%PDF-")


def test_an_answer_from_draft_to_the_applicant(sign_in, registry):
    appeal = make_appeal(registry)
    head, clerk = sign_in("head", "kk"), sign_in("clerk")
    take(head, appeal, "draft", language="ru", outcome="granted", text="Сбор отменён.")
    paper = reverse("appeals:answer", args=[appeal.id])
    assert head.get(paper).content.startswith(b"%PDF-")
    take(head, appeal, "sign")
    assert b"".join(head.get(paper).streaming_content).startswith(b"%PDF-")
    take(clerk, appeal, "send", sent_on=MONDAY.isoformat(), way="post")
    assert Answer.objects.get().state == "sent"
    assert Appeal.objects.get().status == "answered"


def test_a_double_click_on_sign_signs_once(sign_in, registry):
    appeal = draft_for(registry, make_appeal(registry))
    head, token = sign_in("head"), str(uuid4())
    url = reverse("appeals:step", args=[appeal.id, "sign"])
    form = {"submission": token, "version": appeal.version}
    answers = [head.post(url, form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Answer.objects.get().number.endswith("/000001")


def test_the_preview_follows_the_typing_and_its_address_says_nothing(sign_in, registry):
    appeal = make_appeal(registry)
    head, clerk = sign_in("head"), sign_in("clerk")
    url = reverse("appeals:preview", args=[appeal.id])
    shown = head.post(url, {"text": "Сбор отменён.", "language": "kk"}).content.decode()
    frame = shown.split('src="')[1].split('"')[0]
    assert head.get(frame).content.startswith(b"%PDF-")
    assert clerk.get(frame).status_code == 404
    assert "iframe" not in head.post(url, {"text": " \0"}).content.decode()


def test_materials_asked_decided_shown(sign_in, registry):
    appeal = make_appeal(registry)
    head, clerk = sign_in("head"), sign_in("clerk")
    today = MONDAY.isoformat()
    applicant = str(appeal.applicants.get().id)
    take(clerk, appeal, "materials", applicant=applicant, what="Ответ", requested_on=today)
    row = MaterialsRequest.objects.get()
    missing = take_row(head, appeal, row, "materials-decide", decision="partly")
    assert missing.status_code == 422
    take_row(head, appeal, row, "materials-decide", decision="allowed")
    row.refresh_from_db()
    take_row(clerk, appeal, row, "materials-show", shown_on=today, note="Ознакомлена")
    paper = clerk.get(reverse("appeals:row_paper", args=[appeal.id, "materials", row.id]))
    assert paper.content.startswith(b"%PDF-")


def test_the_inbox_registers_what_was_forwarded_here(sign_in, registry):
    appeal = make_appeal(registry)
    to = Addressee(office_id=registry.other.id)
    forward(
        appeal_id=appeal.id,
        to=to,
        ground="competent_office",
        reason="Другой район",
        version=1,
        by=registry.actor("head"),
        on=MONDAY,
    )
    clerk = sign_in("other_clerk")
    page = clerk.get(reverse("appeals:inbox")).content.decode()
    assert appeal.number in page
    url = reverse("appeals:receive", args=[Forwarding.objects.get().id])
    done = clerk.post(url)
    assert Appeal.objects.get(office=registry.other).number in clerk.get(done.url).content.decode()
    assert clerk.post(url).status_code == 409
    assert clerk.get(url).status_code == 405
    assert appeal.number in sign_in("clerk").get(reverse("appeals:inbox")).content.decode()


def test_the_office_above_calls_the_matter_up(sign_in, registry):
    appeal = make_appeal(registry)
    matter = open_for(registry, appeal)
    appeal = answer_sent(registry, appeal)
    head = sign_in("region_head")
    url = reverse("appeals:challenge", args=[appeal.id])
    form = {
        "submission": str(uuid4()),
        "version": appeal.version,
        "kind": "complaint",
        "language": "ru",
        "way": "post",
        "arrived_on": MONDAY.isoformat(),
        "summary": "Не согласна",
        "rows": "0",
        "a0-name": "Ахметова",
        "a0-no_id_reason": "not_given",
    }
    head.post(url, form)
    challenge = Appeal.objects.get(challenges=appeal)
    assert take(head, challenge, "call-up", reason="Жалоба").status_code == 302
    matter.refresh_from_db()
    assert matter.holder == registry.region


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_pages_open_in_every_language(sign_in, registry, language):
    appeal = make_appeal(registry, arrived_on=date(2026, 9, 1))
    head = sign_in("head", language)
    for url in (
        reverse("appeals:new"),
        reverse("appeals:card", args=[appeal.id]),
        reverse("appeals:correct", args=[appeal.id]),
        reverse("appeals:inbox"),
    ):
        assert head.get(url).status_code == 200


def test_whoever_is_complained_of_reads_nothing_of_it(sign_in, registry):
    appeal = make_appeal(registry, official_id=registry.deputy.person_id)
    deputy = sign_in("deputy")
    for name in ("card", "coupon", "correct"):
        refused = deputy.get(reverse(f"appeals:{name}", args=[appeal.id]))
        assert refused.status_code == 403
        assert b"L.1.10" in refused.content
    assert sign_in("head").get(reverse("appeals:card", args=[appeal.id])).status_code == 200


def test_my_day_leads_to_what_waits_in_the_registry(sign_in):
    page = sign_in("clerk").get(reverse("home")).content.decode()
    assert reverse("appeals:inbox") in page
