"""The papers of an appeal say what the rows say; the coupon says nothing personal."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qadaga.appeals import papers
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Answer
from qadaga.documents import render
from tests.intake import MONDAY, PERSON, draft_for, make_appeal


@pytest.fixture
def printed(monkeypatch) -> list[tuple[str, dict[str, Any]]]:
    """Forms and data given to the printer, each really printed."""
    seen: list[tuple[str, dict[str, Any]]] = []
    real = render.pdf

    def pdf(template, data):
        seen.append((template, dict(data)))
        return real(template, data)

    monkeypatch.setattr(render, "pdf", pdf)
    return seen


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_coupon_carries_its_numbers_and_nobodys_data(registry, printed, language):
    appeal = make_appeal(registry)
    assert papers.coupon(appeal, language).startswith(b"%PDF-")
    ((template, data),) = printed
    assert template == "coupon"
    assert (data["number"], data["code"], data["due"]) == (appeal.number, appeal.coupon, appeal.due_on)
    assert PERSON.iin not in str(data)
    assert "Ахметова" not in str(data)


def test_the_same_coupon_is_the_same_bytes(registry):
    appeal = make_appeal(registry)
    assert papers.coupon(appeal, "ru") == papers.coupon(appeal, "ru")


def test_a_draft_bears_that_word_and_a_signed_answer_where_to_challenge_it(registry, printed):
    appeal = draft_for(registry, make_appeal(registry))
    row = Answer.objects.get()
    papers.answer(appeal, row, appeal.applicants.all(), None)
    appeals.sign_answer(appeal_id=appeal.id, version=appeal.version, by=registry.actor("head"), on=MONDAY)
    (_, draft), (_, signed) = printed
    assert draft["draft"]
    assert not signed["draft"]
    assert signed["number"] == "ШҚ-dis-2026/000001"
    assert signed["challenge_to"] == registry.region.name_ru
    assert signed["challenge_until"] == date(2026, 12, 7)
    assert signed["signer_name"] == registry.head.person.short_name


def test_an_appeal_in_another_language_is_answered_in_russian(registry):
    assert papers.language_of(make_appeal(registry, language="en")) == "ru"
    assert papers.language_of(make_appeal(registry, language="kk")) == "kk"


def test_a_representative_is_written_to_in_place_of_whom_they_stand_for(registry, printed):
    stands = replace(PERSON, representative_name="Сатпаев М. О.", authority_document="доверенность 5")
    appeal = draft_for(registry, make_appeal(registry, applicants=(stands,)))
    papers.answer(appeal, Answer.objects.get(), appeal.applicants.all(), None)
    assert printed[0][1]["addressee"] == ["Сатпаев М. О.", PERSON.address]
