"""An act of an akimat is entered, reviewed, protested, suspended, kept and cancelled; an analysis is made."""

from datetime import timedelta

import pytest

from qadaga.acts import services as acts
from qadaga.acts.models import Act
from qadaga.common import clock
from qadaga.supervision.legality.choices import Point
from qadaga.supervision.legality.models import Analysis, LegalAct
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, make_body, make_town
from tests.legality import fresh, make_legal_act, protested
from tests.staffing import make_appointment

pytestmark = pytest.mark.clause("L.3.1", "O.7.1", "L.1.12")


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def test_an_act_goes_from_the_register_to_a_protest(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    seat = seats(town, new_page, "ru", 1440)
    clerk, head, assistant = seat("clerk"), seat("head"), seat("assistant")
    clerk.do(
        "/legal-acts/new/",
        **{"issuer": "akimat", "nature": "normative", "number": "А-12", "adopted_on": "2026-08-03"},
        **{"title": "О сборе за въезд", "kato": "101000000", "source": "published"},
        **{"body_name_ru": "Акимат города", "body_name_kk": "Қала әкімдігі", "body_kind": "executive"},
        **{"starts_on": "2026-08-13", "text": "1. Установить сбор за въезд."},
    )
    row = LegalAct.objects.get()
    card = f"/legal-acts/{row.id}/"
    assert "Ждут оценки" in head.go("/legal-acts/queue/").locator("#waiting").inner_text()
    week = (today + timedelta(days=7)).isoformat()
    head.do(f"{card}give/", kind="conformity", reviewer=str(town.assistant.id), due_on=week)
    assistant.do(f"{card}check/", **{f"point_{point}": "kept" for point in Point.values})
    assistant.do(
        f"{card}find/", point="law", part="пункт 1", norm="Налоговый кодекс, статья 189", what="Сбора нет."
    )
    assistant.do(f"{card}conclude/", verdict="contrary", conclusion="Сбор вне закона.")
    assert "O.15" in assistant.refused(f"{card}protest/")
    head.do(f"{card}protest/")
    assistant.do(f"{card}draft/", language="ru", heading="Протест на постановление")
    act = Act.objects.get()
    assert (act.kind, act.violations.count()) == ("protest", 1)
    assert "Налоговый кодекс" in assistant.go(card).locator("#contradictions").inner_text()
    assert str(act) in assistant.go(card).locator("#summary").inner_text()


@pytest.mark.clause("O.8.8")
def test_a_protested_act_is_suspended_and_followed(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    row, act = protested(town, on=today)
    for service, who in ((acts.submit, "assistant"), (acts.agree, "deputy"), (acts.sign, "head")):
        act = Act.objects.get(id=act.id)
        service(act_id=act.id, version=act.version, by=town.actor(who, today), on=today)
    seat = seats(town, new_page, "kk", 360)
    head, clerk = seat("head"), seat("clerk")
    head.do(
        f"/acts/{act.id}/suspend-effect/",
        **{"scope": "part", "part": "1-тармақ", "ground": "rights_at_risk", "starts_on": today.isoformat()},
    )
    clerk.do(
        f"/acts/{act.id}/serve/",
        **{"way": "courier", "served_on": today.isoformat(), "recipient": "Әкімдік", "proof_ref": "5"},
    )
    page = head.go(f"/legal-acts/{row.id}/")
    assert "1-тармақ" in page.locator("#fate").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    follow = f"/legal-acts/{row.id}/follow/"
    assert "Енгізілген акт" in head.tries(follow, kind="kept", became_on=today.isoformat(), paper="№ 8")
    head.do(follow, kind="cancelled", became_on=today.isoformat(), paper="Қаулы № 15")
    assert fresh(row).status == "cancelled"


def test_an_act_of_the_government_is_for_the_prosecutor_general(town: Town, new_page: NewPage) -> None:
    make_appointment(town.region.parent, "prosecutor_general")
    body = make_body("Правительство", kind="government")
    row = make_legal_act(town, on=clock.today(), issuer="government", body=body, kato=None)
    head = seats(town, new_page, "ru", 1440)("head")
    assert "L.3.1" in head.refused(f"/legal-acts/{row.id}/give/")
    head.do(f"/legal-acts/{row.id}/pass-up/", reason="Акт Правительства")
    assert fresh(row).holder == town.region.parent


def test_an_analysis_is_written_approved_and_told(town: Town, new_page: NewPage) -> None:
    today = clock.today()
    seat = seats(town, new_page, "ru", 1440)
    head, assistant, clerk = seat("head"), seat("assistant"), seat("clerk")
    head.do(
        "/analyses/new/",
        **{"subject": "Сборы", "question": "Какие введены", "starts_on": "2026-01-01"},
        **{"ends_on": "2026-07-01", "kato": "101000000", "ground": "own_initiative"},
        **{"author": str(town.assistant.id), "due_on": today.isoformat()},
    )
    row = Analysis.objects.get()
    card = f"/analyses/{row.id}/"
    assistant.do(f"{card}source/", kind="acts", reference="Реестр актов", shows="Три сбора")
    assistant.do(f"{card}finding/", norm="НК, статья 189", what="Сборы вне закона", times="3")
    assistant.do(f"{card}proposal/", what="Отменить", executor="Акимат")
    assistant.do(f"{card}submit/", conclusion="Сборы незаконны.")
    head.do(f"{card}approve/")
    clerk.do(
        f"{card}tell/",
        **{"body_name_ru": "Маслихат", "body_name_kk": "Мәслихат", "body_kind": "representative"},
        **{"told_on": today.isoformat(), "way": "post", "reference": "Исх. 4"},
    )
    text = clerk.go(card).locator("main").inner_text()
    assert "ТЛ-dis-2026/000001" in text
    assert "Маслихат" in text
