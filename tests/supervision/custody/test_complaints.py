"""A complaint of somebody held goes past the administration, and so does its answer (L.3.6)."""

from collections.abc import Iterator

import pytest
from django.db import IntegrityError, transaction

from qadaga.appeals import services as appeals
from qadaga.appeals.entry import HeldSpeaks, from_custody
from qadaga.appeals.models import Answer, Appeal
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, InvalidInput
from qadaga.supervision.custody import services
from qadaga.supervision.custody.models import Complaint, Place
from tests.casework import MONDAY, Town, make_town
from tests.custody import make_held, make_place
from tests.web.alarms.test_pages import reads, signed_in


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def place(town: Town) -> Place:
    return make_place(town)


def lodged(town: Town) -> Appeal:
    said = HeldSpeaks(
        language="ru", summary="Не кормят", name="Ким Олег", place="ИВС", no_id_reason="not_given"
    )
    return appeals.register(entry=from_custody(said, MONDAY), by=town.actor("clerk"), on=MONDAY)


def test_it_is_registered_from_the_card_of_the_person_held_and_listed_on_the_place(
    town: Town, place: Place
) -> None:
    held = make_held(town, place)
    client = signed_in(town, "head")
    address = f"/held/{held.id}/complaint/"
    assert 'value="Ким Олег"' in reads(client, address)[0]
    sent = {"handed": "sealed", "name": "Ким Олег", "language": "ru", "summary": "Не кормят"}
    bare = client.post(address, {**sent, "version": held.version})
    assert (bare.status_code, Appeal.objects.count()) == (422, 0)
    known = {**sent, "no_id_reason": "detained", "birth_date": "1990-05-04", "of_administration": "on"}
    assert client.post(address, {**known, "version": held.version}).status_code == 302
    appeal = Appeal.objects.get()
    assert (appeal.way, appeal.detained, appeal.body, appeal.office) == (
        "detention", True, place.body, town.district,
    )  # fmt: skip
    applicant = appeal.applicants.get()
    assert (applicant.name, applicant.no_id_reason) == ("Ким Олег", "detained")
    complaint = Complaint.objects.get()
    assert (complaint.held, complaint.appeal_id, complaint.handed) == (held, appeal.id, "sealed")
    for page in (f"/places/{place.id}/", f"/held/{held.id}/"):
        text, cost = reads(client, page)
        assert appeal.number in text
        assert cost <= 8
    card, cost = reads(client, f"/appeals/{appeal.id}/")
    assert place.name_ru in card
    assert cost <= 8
    other = Place.objects.get()
    given = {"appeal_id": appeal.id, "number": appeal.number, "by": town.actor("head"), "on": MONDAY}
    with pytest.raises(AlreadyDone):
        services.record_complaint(**given, place_id=other.id, held_id=None, handed="sealed")


def test_an_appeal_that_complains_of_the_reader_is_not_listed_to_them(town: Town, place: Place) -> None:
    said = HeldSpeaks(
        language="ru", summary="На прокурора", name="Ким", place="ИВС", no_id_reason="not_given"
    )
    appeal = appeals.register(entry=from_custody(said, MONDAY), by=town.actor("clerk"), on=MONDAY)
    Appeal.objects.filter(id=appeal.id).update(official=town.deputy.person)
    given = {"appeal_id": appeal.id, "number": appeal.number, "by": town.actor("clerk"), "on": MONDAY}
    elsewhere = make_held(town, make_place(town, name_ru="Другой"))
    with pytest.raises(InvalidInput):
        services.record_complaint(**given, place_id=place.id, held_id=elsewhere.id, handed="opened")
    services.record_complaint(**given, place_id=place.id, held_id=None, handed="opened")
    assert appeal.number not in reads(signed_in(town, "deputy"), f"/places/{place.id}/")[0]
    assert appeal.number in reads(signed_in(town, "assistant"), f"/places/{place.id}/")[0]


def test_its_answer_never_goes_through_the_administration(town: Town) -> None:
    appeal = lodged(town)
    given = {"appeal_id": appeal.id, "by": town.actor("head"), "on": MONDAY}
    entry = appeals.AnswerEntry(language="ru", outcome="granted", text="Питание проверено.")
    appeals.draft_answer(**given, entry=entry, version=1)
    appeals.sign_answer(**given, version=2)
    with pytest.raises(NotPermitted) as refused:
        appeals.send_answer(**given, sent_on=MONDAY, way="administration", version=3)
    assert [gap.citation.clause for gap in refused.value.ruling.missing] == ["L.3.6"]
    appeals.send_answer(**given, sent_on=MONDAY, way="in_person", version=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.update(sent_way="administration")
