"""The form of a registration: works without JavaScript, keeps what was typed, is done once."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from qadaga.appeals.models import Appeal
from qadaga.journal.models import Entry
from qadaga.matters.models import Attachment
from qadaga.matters.services import register_body
from tests.intake import MONDAY, PERSON, answer_sent, make_appeal

FORM = {
    "kind": "complaint",
    "language": "ru",
    "way": "post",
    "arrived_on": MONDAY.isoformat(),
    "summary": "Взимают сбор за въезд.",
    "attachments_note": "Квитанция на одном листе",
    "rows": ["0"],
    "a0-kind": "person",
    "a0-name": PERSON.name,
    "a0-iin": PERSON.iin,
}
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def send(client, name="new", args=(), **changes):
    form = {"submission": str(uuid4()), **FORM, **changes}
    return client.post(reverse(f"appeals:{name}", args=args), form)


def test_the_page_opens_with_one_applicant(sign_in):
    page = sign_in("clerk").get(reverse("appeals:new"))
    assert page.status_code == 200
    assert page.content.count(b'name="rows"') == 1
    assert b'value="2026-09-07"' in page.content


def test_a_registration_leads_to_its_card_and_coupon(sign_in):
    clerk = sign_in("clerk")
    answer = send(clerk, uploads=[SimpleUploadedFile("квитанция.pdf", PDF, "application/pdf")])
    appeal = Appeal.objects.get()
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("appeals:card", args=[appeal.id]))
    card = clerk.get(answer.url).content.decode()
    assert appeal.number in card
    assert appeal.coupon in card
    assert "квитанция.pdf" in card
    assert Attachment.objects.get().subject_id == appeal.id
    coupon = clerk.get(reverse("appeals:coupon", args=[appeal.id]))
    assert coupon.content.startswith(b"%PDF-")


def test_the_same_form_sent_twice_registers_once(sign_in):
    clerk, token = sign_in("clerk"), str(uuid4())
    first, second = (send(clerk, submission=token) for _ in range(2))
    assert first.url == second.url
    assert Appeal.objects.count() == 1


def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(sign_in):
    answer = send(sign_in("clerk"), **{"a0-iin": "850725400332", "summary": "Сбор"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "the last digit does not agree" in page
    for typed in ("850725400332", "Сбор", "Квитанция на одном листе", PERSON.name):
        assert typed in page
    assert not Appeal.objects.exists()


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize("field", ["summary", "a0-name", "body", "repeats"])
def test_bad_text_is_a_field_error_and_never_a_fault(sign_in, field, bad):
    data = {**FORM, "submission": str(uuid4()), field: bad}
    body = "&".join(f"{name}={_quoted(one)}" for name, value in data.items() for one in _each(value))
    answer = sign_in("clerk").generic(
        "POST", reverse("appeals:new"), body.encode(), "application/x-www-form-urlencoded"
    )
    assert answer.status_code == 422
    assert not Appeal.objects.exists()


def _each(value):
    return value if isinstance(value, list) else [value]


def _quoted(value: str) -> str:
    return "".join(f"%{byte:02X}" for byte in value.encode("utf-8", "surrogatepass"))


def test_applicants_come_and_go_without_javascript(sign_in):
    clerk = sign_in("clerk")
    two = send(clerk, add="1")
    assert two.status_code == 200
    assert two.content.count(b'name="rows"') == 2
    assert b"q-error" not in two.content
    assert PERSON.name in two.content.decode()
    one = send(clerk, rows=["0", "1"], remove="0", **{"a1-name": "Второй"})
    assert one.content.count(b'name="rows"') == 1
    assert "Второй" in one.content.decode()
    assert not Appeal.objects.exists()


def test_a_fault_of_the_second_applicant_stands_in_the_second_row(sign_in):
    answer = send(sign_in("clerk"), rows=["0", "3"], **{"a3-name": "Ким"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_a3-iin_error"' in page
    assert 'id="id_a0-iin_error"' not in page


def test_a_body_of_the_register_is_recognised_by_name_or_bin(sign_in):
    body = register_body(kind="executive", name_ru="Акимат города", bin="230140001236")
    clerk = sign_in("clerk")
    send(clerk, body="акимат ГОРОДА")
    send(clerk, body="2301 4000 1236")
    send(clerk, body="Чужой орган")
    bodies = list(Appeal.objects.order_by("id").values_list("body", "body_name"))
    assert bodies == [(body.id, ""), (body.id, ""), (None, "Чужой орган")]


def test_likely_earlier_appeals_show_and_can_be_named_as_repeated(sign_in, registry):
    earlier = make_appeal(registry)
    clerk = sign_in("clerk")
    shown = clerk.post(reverse("appeals:earlier"), FORM).content.decode()
    assert earlier.number in shown
    assert "Same number" in shown
    send(clerk, repeats=str(earlier.id))
    assert Appeal.objects.exclude(pk=earlier.pk).get().repeats_id == earlier.id


def test_earlier_appeals_out_of_scope_do_not_show(sign_in, registry):
    make_appeal(registry, by="other_clerk")
    shown = sign_in("clerk").post(reverse("appeals:earlier"), FORM).content.decode()
    assert "ЖТ-oth" not in shown


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"a0-iin": "850725400331"}, "Born 25.07.1985"),
        ({"a0-iin": "850725400332"}, "does not agree"),
        ({"a7-bin": "230140001236"}, "The number is right"),
        ({"a0-iin": ""}, ""),
        ({"a0-iin": "1\0"}, ""),
    ],
)
def test_a_number_is_checked_while_it_is_typed(sign_in, sent, said):
    answer = sign_in("clerk").post(reverse("appeals:number"), sent)
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_suggestions_and_rows_for_the_script(sign_in):
    register_body(kind="executive", name_ru="Акимат города", bin="230140001236")
    clerk = sign_in("clerk")
    assert "Акимат города" in clerk.post(reverse("appeals:bodies"), {"body": "акимат"}).content.decode()
    assert b'value="5"' in clerk.post(reverse("appeals:row"), {"rows": ["0", "4"]}).content
    assert clerk.post(reverse("appeals:removed_row")).content == b""
    assert clerk.get(reverse("appeals:earlier")).status_code == 405


def test_an_administrator_is_told_why_not(sign_in, registry):
    registry.clerk.post = "it_administrator"
    registry.clerk.save()
    answer = sign_in("clerk").get(reverse("appeals:new"))
    assert answer.status_code == 403
    assert b"O.13.2" in answer.content


def correction(appeal, **changes):
    return {"version": "1", "ground": "clerical_error", "reason": "Описка", "way": "email", **changes}


def test_a_correction_keeps_the_number(sign_in, registry):
    appeal = make_appeal(registry)
    clerk = sign_in("clerk")
    page = clerk.get(reverse("appeals:correct", args=[appeal.id])).content.decode()
    assert PERSON.iin in page
    answer = send(clerk, "correct", [appeal.id], **correction(appeal))
    assert answer.status_code == 302
    appeal.refresh_from_db()
    assert (appeal.way, appeal.version) == ("email", 2)


def test_two_people_never_overwrite_each_other(sign_in, registry):
    appeal = make_appeal(registry)
    clerk, head = sign_in("clerk"), sign_in("head")
    send(clerk, "correct", [appeal.id], **correction(appeal))
    late = send(head, "correct", [appeal.id], **correction(appeal, way="box"))
    page = late.content.decode()
    assert late.status_code == 412
    assert "box" in page
    assert "email" in page
    assert 'name="version" value="2"' in page
    appeal.refresh_from_db()
    assert appeal.way == "email"


def test_a_challenge_is_registered_from_the_answered_appeal(sign_in, registry):
    appeal = answer_sent(registry, make_appeal(registry))
    clerk = sign_in("region_clerk")
    assert clerk.get(reverse("appeals:challenge", args=[appeal.id])).status_code == 404
    head = sign_in("region_head")
    assert PERSON.name in head.get(reverse("appeals:challenge", args=[appeal.id])).content.decode()
    answer = send(head, "challenge", [appeal.id], version=str(appeal.version), summary="Не согласна.")
    assert answer.status_code == 302
    assert Appeal.objects.get(challenges=appeal).office == registry.region


def test_a_reading_of_the_card_is_journalled(sign_in, registry):
    appeal = make_appeal(registry)
    sign_in("head").get(reverse("appeals:card", args=[appeal.id]))
    assert Entry.objects.filter(action="card.read", subject_id=appeal.id).count() == 1


def test_a_correction_loses_neither_the_body_nor_an_official_who_left(sign_in, registry):
    body = register_body(kind="executive", name_ru="Акимат", bin="230140001236")
    register_body(kind="executive", name_ru="Акимат")
    left = registry.assistant
    appeal = make_appeal(registry, body_id=body.id, official_id=left.person_id)
    left.ends_on = MONDAY
    left.save()
    answer = send(
        sign_in("clerk"),
        "correct",
        [appeal.id],
        **correction(appeal, body="Акимат", official=str(left.person_id)),
    )
    assert answer.status_code == 302
    appeal.refresh_from_db()
    assert (appeal.body, appeal.body_name, appeal.official_id) == (body, "", left.person_id)
