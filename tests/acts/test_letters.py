"""Letters of measures: numbered and frozen with what they belong to, made again from what was said."""

from typing import Any

import pytest

from qadaga.acts import services as acts
from qadaga.acts.letters import paper
from qadaga.acts.letters.choices import LetterKind
from qadaga.acts.letters.models import Letter
from qadaga.acts.letters.paper import Said
from qadaga.acts.models import Measure
from qadaga.acts.services import sending
from qadaga.law import citing, competence
from qadaga.matters.models import Matter
from tests.casework import MONDAY, Town, assigned_matter, issued_request, make_body


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


def letter_of(measure: Measure) -> Letter:
    return Letter.objects.select_related("pdf", "office", "signer").get(subject_id=measure.id)


@pytest.mark.clause("O.8.2")
def test_a_request_goes_out_by_a_letter_under_its_number(town: Town, matter: Matter) -> None:
    measure = issued_request(town, matter, days=10)
    letter = letter_of(measure)
    assert (letter.number_text, letter.office, letter.signer) == (
        measure.number_text,
        measure.office,
        town.assistant,
    )
    assert (letter.signed_on, letter.days, letter.kind) == (MONDAY, 10, "request")
    assert competence.same(letter.ruling)
    assert letter.pdf.mime == "application/pdf"
    assert letter.sha256 == letter.pdf.sha256
    assert "O.8.2" in letter.norms
    assert letter.norm.endswith("(подпункт 2 пункта 8)")


@pytest.mark.clause("O.8.d5")
def test_a_letter_of_a_matter_closed_to_the_outside_names_no_matter(
    town: Town, matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = []
    monkeypatch.setattr(sending.letters, "write", lambda _of, said, _step: named.append(said.matter))
    issued_request(town, matter)
    Matter.objects.filter(pk=matter.pk).update(direction="covert")
    issued_request(town, Matter.objects.get(pk=matter.pk), text="Второй документ")
    assert named == [matter.number_text, ""]


@pytest.mark.clause("O.8.5", "O.8.8")
def test_what_is_ordered_from_others_goes_out_the_same_way(town: Town, matter: Matter) -> None:
    head = town.actor("head")
    said: dict[str, Any] = {"addressee": make_body(), "why": "Дело", "text": "Снять", "language": "kk"}
    imposed = {"what": "Запрет", "imposed_by": "Начальник", "imposed_on": MONDAY}
    made = [
        acts.require_check(
            matter_id=matter.id, order=acts.Order(ground="case_supervised", **said), by=head, on=MONDAY
        ),
        acts.order_examination(
            matter_id=matter.id,
            order=acts.Order(ground="case_supervised", expert="Ким", **said),
            by=head,
            on=MONDAY,
        ),
        acts.demand_lifting(
            matter_id=matter.id,
            order=acts.Order(ground="restriction_unlawful", **said, **imposed),
            by=head,
            on=MONDAY,
        ),
    ]
    letters = [letter_of(measure) for measure in made]
    assert [letter.kind for letter in letters] == ["check", "examination", "lifting"]
    assert [letter.number for letter in letters] == [1, 2, 3]
    assert {letter.language for letter in letters} == {"kk"}


def test_the_row_says_the_whole_norm_that_the_paper_names(
    town: Town, matter: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    norm = "Закон, статья 1; " * 60
    monkeypatch.setattr(citing, "printed", lambda _cited, _language: norm)
    assert letter_of(issued_request(town, matter)).norm == norm


def test_a_note_of_findings_has_no_addressee_and_no_letter(town: Town, matter: Matter) -> None:
    acts.findings(
        matter_id=matter.id,
        ground="Дело",
        note="Сбор взимался",
        language="ru",
        by=town.actor("head"),
        on=MONDAY,
    )
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("rule", "days", "term"),
    [
        ("document_request", None, "5 рабочих дней"),
        ("document_request", 1, "1 рабочий день"),
        ("lifting_demand", 12, "12 рабочих дней"),
        ("referral_control", None, "1 месяц"),
        ("referral_control", 22, "22 дня"),
        ("", None, ""),
    ],
)
def test_the_term_is_said_in_words(rule: str, days: int | None, term: str) -> None:
    said = Said(
        LetterKind.CHECK, "ru", "Акимат", "дело под надзором", "пункт 8", "Проверить", rule=rule, days=days
    )
    assert paper._term(said) == term


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_worded_in_both_languages(kind: LetterKind) -> None:
    words = paper._wording()[kind]
    assert all(set(words[part]) == {"ru", "kk"} for part in ("title", "asks"))
    assert words["asks"]["ru"] != words["asks"]["kk"]
