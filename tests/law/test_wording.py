"""Words: every refusal and every step can be said in the three languages, with titles for ids."""

import re
from datetime import date

import pytest

from qadaga.law import calendar, competence, terms, wording
from qadaga.law.model import Citation, Missing
from tests.law.golden_tables import rows
from tests.law.test_terms import event

MISSING = {(m.code, m.message): m for row in rows() for m in competence.decide(row.facts, row.on).missing}


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_refusal_is_said_without_placeholders_or_ids(language: str) -> None:
    said = {str(missing): wording.sentence(missing, language) for missing in MISSING.values()}
    assert said
    assert {one: words for one, words in said.items() if re.search(r"%\(|_|@", words)} == {}


def test_ids_are_said_by_their_titles_in_the_language() -> None:
    citation = Citation("O", "O.15", "O@2017-11-03")
    missing = Missing(
        "posts", {"needs": ("@heads", "registry_clerk"), "post": "assistant"}, citation, "%(needs)s|%(post)s"
    )
    upper = {"the head of the office": "РУКОВОДИТЕЛЬ"}
    said = wording.sentence(missing, "ru", lambda msgid: upper.get(msgid, msgid))
    assert said == "РУКОВОДИТЕЛЬ, работник канцелярии|помощник прокурора"


def test_a_day_is_said_as_people_write_it() -> None:
    citation = Citation("O", "O.15", "")
    missing = Missing("no_norm", {"on": "2017-11-02", "since": ""}, citation, "%(on)s %(since)s")
    assert wording.sentence(missing).startswith("02.11.2017")


def test_every_step_of_a_long_ledger_can_be_said() -> None:
    texts = ["start:2024-12-20", "suspend:2025-01-10", "resume:2025-03-20", "end:2025-03-28"]
    ledger = terms.due([event(text) for text in texts], "appeal_consider", calendar.kazakhstan())
    said = [wording.step(step, "ru") for step in ledger.steps]
    assert not any("%(" in text or "{" in text for text in said)
    assert any("Наурыз мейрамы" in text for text in said)
    assert any("as recorded" in text for text in said)


def test_a_clause_is_said_with_its_title() -> None:
    citation = Citation("O", "O.15", "O@2017-11-03")
    assert wording.clause(citation, "ru") == "O.15 Подпись исходящих документов"
    assert wording.clause(Citation("X", "X.1", ""), "ru") == "X.1"
    assert wording.title("posts", "nobody", "ru") == "nobody"


def test_a_term_error_tells_its_day_as_people_write_it() -> None:
    with pytest.raises(terms.TermError) as raised:
        terms.due(
            [terms.Event("start", date(2025, 3, 10)), terms.Event("prolong", date(2025, 4, 7))],
            "appeal_consider",
            calendar.kazakhstan(),
        )
    assert "03.04.2025" in str(raised.value)


def test_a_post_is_called_as_its_office_calls_it() -> None:
    assert wording.post_called("district_prosecutor", "city", "ru") == "прокурор города"
    assert wording.post_called("district_prosecutor", "district", "ru") == "прокурор района"
    assert wording.post_called("assistant", "city", "kk") == "прокурордың көмекшісі"
    assert wording.post_called("nobody", "city", "ru") == "nobody"
