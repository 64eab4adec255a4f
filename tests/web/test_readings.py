"""Whoever looks at a record, or at a paper or file of it, is in the journal of readings; once a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.acts import word
from qadaga.acts.models import Act, Measure
from qadaga.acts.services import Delivered, record_measure_reply, serve_request
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.common import clock
from qadaga.journal.models import ChainKind, Entry
from qadaga.matters.models import Attachment, Matter
from qadaga.matters.services import complains_of
from tests.api.calling import caller
from tests.casework import draft_protest, issued_request, make_file
from tests.intake import MONDAY, Registry, make_appeal, make_registry, open_for


@dataclass
class Case:
    """A record of every kind, with papers and files."""

    registry: Registry
    appeal: Appeal
    matter: Matter
    act: Act
    measure: Measure
    names: dict[str, Any]


def attached(kind: str, record: Any, by: Any) -> Any:
    file = make_file(f"{kind}.pdf")
    Attachment.objects.create(
        file=file, subject_kind=kind, subject_id=record.id, title=kind, added_on=MONDAY, added_by=by
    )
    return file.id


@pytest.fixture
def case(db: None) -> Any:
    """The records on a Monday."""
    with clock.frozen(MONDAY):
        registry = make_registry()
        appeal = make_appeal(registry)
        forwarding = appeals.forward(
            appeal_id=appeal.id,
            to=appeals.Addressee(name="Акимат"),
            part="О дороге",
            ground="part_competent_body",
            reason="Ведает акимат",
            version=1,
            by=registry.actor("head"),
            on=MONDAY,
        )
        appeal.refresh_from_db()
        matter = open_for(registry, appeal)
        act, measure = draft_protest(registry, matter), issued_request(registry, matter)
        by = {"by": registry.actor("assistant"), "on": MONDAY}
        measure = serve_request(
            measure_id=measure.id,
            version=1,
            delivered=Delivered("courier", MONDAY, proof_ref="вх. 7"),
            **by,
        )
        record_measure_reply(
            measure_id=measure.id,
            version=measure.version,
            replied_on=MONDAY,
            reply="Прислано",
            file=make_file("reply.pdf"),
            **by,
        )
        copy = word.ask(act_id=act.id, **by)
        word.write(copy.id)
        appeal.refresh_from_db()
        entry = appeals.AnswerEntry(language="ru", outcome="granted", text="Сбор отменён.")
        appeals.draft_answer(
            appeal_id=appeal.id, entry=entry, version=appeal.version, by=registry.actor("head"), on=MONDAY
        )
        records = {"appeal": appeal, "matter": matter, "act": act, "measure": measure}
        names = {name: record.id for name, record in records.items()}
        for name in ("appeal", "matter", "act"):
            names[f"{name}_file"] = attached(name, records[name], registry.clerk)
        names |= {"forwarding": forwarding.id, "copy": copy.id}
        yield Case(registry, appeal, matter, act, measure, names)


PAGES = [
    ("appeal", "/appeals/{appeal}/"),
    ("appeal", "/appeals/{appeal}/coupon.pdf"),
    ("appeal", "/appeals/{appeal}/answer.pdf"),
    ("appeal", "/appeals/{appeal}/papers/letter-{forwarding}.pdf"),
    ("appeal", "/appeals/{appeal}/files/{appeal_file}/"),
    ("appeal", "/appeals/{appeal}/correct/"),
    ("matter", "/matters/{matter}/"),
    ("matter", "/matters/{matter}/files/{matter_file}/"),
    ("matter", "/matters/{matter}/tasks/"),
    ("act", "/acts/{act}/"),
    ("act", "/acts/{act}/paper.pdf"),
    ("act", "/acts/{act}/files/{act_file}/"),
    ("act", "/acts/{act}/versions/1-1/"),
    ("act", "/acts/{act}/word/{copy}/file/"),
    ("measure", "/measures/{measure}/"),
    ("measure", "/measures/{measure}/reply-file/"),
]
ENDPOINTS = [
    ("appeal", "/appeals/{appeal}"),
    ("appeal", "/appeals/{appeal}/timeline"),
    ("appeal", "/appeals/{appeal}/coupon"),
    ("appeal", "/appeals/{appeal}/answer/pdf"),
    ("appeal", "/appeals/{appeal}/papers/letter/{forwarding}"),
    ("appeal", "/appeals/{appeal}/files/{appeal_file}"),
    ("matter", "/matters/{matter}"),
    ("matter", "/matters/{matter}/files/{matter_file}"),
    ("act", "/acts/{act}"),
    ("act", "/acts/{act}/pdf"),
    ("act", "/acts/{act}/versions"),
    ("act", "/acts/{act}/files/{act_file}"),
    ("measure", "/measures/{measure}"),
    ("measure", "/measures/{measure}/reply/file"),
]


def read_by(person_id: Any, before: int) -> list[tuple[str, Any]]:
    entries = Entry.objects.filter(kind=ChainKind.READS, person_id=person_id, id__gt=before)
    return list(entries.values_list("subject_kind", "subject_id"))


def newest() -> int:
    return Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0


def signed_in(case: Case, who: str) -> Client:
    person = getattr(case.registry, who).person
    person.user = User.objects.create_user(who, "korshau-bereke-2026")
    person.save()
    client = Client()
    client.force_login(person.user)
    return client


def test_a_page_or_paper_looked_at_is_a_reading(case: Case) -> None:
    client = signed_in(case, "head")
    assert _unrecorded(case, client.get, PAGES) == []


def test_an_answer_of_the_api_is_a_reading(case: Case) -> None:
    program = caller(case.registry.head)
    assert _unrecorded(case, program.get, ENDPOINTS) == []


def _unrecorded(case: Case, get: Any, addresses: list[tuple[str, str]]) -> list[Any]:
    """The addresses that did not answer, or whose answer is not exactly one reading of the record."""
    wrong = []
    for kind, address in addresses:
        before = newest()
        answer = get(address.format(**case.names))
        if answer.streaming:
            b"".join(answer.streaming_content)  # a file is closed when it has been sent
        read = read_by(case.registry.head.person_id, before)
        if (answer.status_code, read) != (200, [(kind, case.names[kind])]):
            wrong.append((address, answer.status_code, read))
    return wrong


def test_who_is_refused_has_read_nothing(case: Case) -> None:
    before = newest()
    Appeal.objects.filter(id=case.appeal.id).update(official=case.registry.deputy.person_id)
    assert signed_in(case, "deputy").get(f"/appeals/{case.appeal.id}/coupon.pdf").status_code == 403
    assert signed_in(case, "neighbour").get(f"/appeals/{case.appeal.id}/coupon.pdf").status_code == 404
    assert read_by(case.registry.deputy.person_id, before) == []
    assert read_by(case.registry.neighbour.person_id, before) == []


def test_the_steps_of_a_matter_show_nothing_to_whom_it_complains_of(case: Case) -> None:
    complains_of(case.matter, case.registry.deputy.person_id)
    deputy = signed_in(case, "deputy")
    for address in ("/matters/{matter}/conflict/", "/acts/{act}/agree/", "/measures/{measure}/reply/"):
        refused = deputy.get(address.format(**case.names))
        assert refused.status_code == 403, address
        assert "L.1.10" in refused.text
