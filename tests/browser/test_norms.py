"""Other tasks, functions, rights and duties by norms of the register; the trust of people: in a browser."""

from datetime import timedelta

import pytest

from qadaga.acts.models import Measure
from qadaga.appeals.trust.figures import quarter_of
from qadaga.appeals.trust.models import Proposal
from qadaga.common import clock
from qadaga.court.applications.models import Application
from qadaga.matters.norms.models import LaidDuty, Norm
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seat_of, seats
from tests.casework import assigned_matter, make_town
from tests.intake import answer_sent, make_appeal, open_for
from tests.norms import approved
from tests.staffing import actor_of, make_appointment


@pytest.mark.clause("O.2", "O.6.4", "O.7.2", "O.7.5", "O.8.11", "O.8.d8")
def test_a_norm_is_approved_and_a_matter_a_right_and_a_duty_rest_on_it(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    general = make_appointment(town.region.parent, "prosecutor_general")
    for kind in ("task", "function", "right"):
        approved(actor_of(general, today), kind, today)
    top = seat_of(general, "general", new_page, "ru", 1440)
    names = {"title_ru": "Вести правовое просвещение", "title_kk": "Құқықтық ағарту жүргізу"}
    law = {"act": "Закон № 155-VII", "article": "статья 7", "edition": "05.11.2022", "gist": "Лекции"}
    top.do("/norms/new/", kind="duty", **names, **law, valid_from="2022-11-05")
    norm = Norm.objects.get(article="статья 7")
    top.do(f"/norms/{norm.id}/approve/", decision="127", decided_on=today.isoformat())
    matter = assigned_matter(town, on=today)
    head, clerk = seats(town, new_page, "ru", 1440)("head"), seats(town, new_page, "kk", 360)("clerk")
    for kind in ("task", "function"):
        served = Norm.objects.get(kind=kind)
        head.do(f"/matters/{matter.id}/serves/", norm=str(served.id))
    body = {"body_name_ru": "Лицензиар", "body_kind": "executive"}
    said = {"why": "Нарушены условия", "text": "Приостановить лицензию"}
    head.do(f"/matters/{matter.id}/use-right/", norm=str(Norm.objects.get(kind="right").id), **body, **said)
    measure = Measure.objects.get()
    assert "статья 9 (right)" in head.go(f"/measures/{measure.id}/").locator("#summary").inner_text()
    assert "статья 9 (task)" in head.go(f"/matters/{matter.id}/").locator("#norms").inner_text()
    asked = {"person": "Жильцы", "defendant": "Акимат", "court": "Суд", "norm": "ГПК, статья 54"}
    head.do(f"/matters/{matter.id}/to-court/", ground="indefinite_circle", **asked, claim="Отменить сбор")
    row = Application.objects.get()
    decided = {"decided_on": today.isoformat(), "decision": "Принято"}
    clerk.do(f"/applications/{row.id}/outcome/", outcome="accepted", **decided)
    due = (today + timedelta(days=5)).isoformat()
    head.do("/laid-duties/new/", norm=str(norm.id), executor=str(town.clerk.id), what="Лекция", due_on=due)
    duty = LaidDuty.objects.get()
    assert "Құқықтық" in clerk.go(f"/laid-duties/{duty.id}/").locator("main").inner_text()
    clerk.do(f"/laid-duties/{duty.id}/fulfil/", outcome="Дәріс оқылды")
    assert clerk.go("/norms/").evaluate("document.documentElement.scrollWidth") <= 360
    duty.refresh_from_db()
    assert duty.status == "closed"


@pytest.mark.clause("O.8.7", "O.8.d7")
def test_what_people_think_is_asked_and_the_head_reviews_the_quarter(
    transactional_db: None, new_page: NewPage
) -> None:
    town, today = make_town(), clock.today()
    appeal = make_appeal(town, on=today)  # type: ignore[arg-type]  # a town has the registry's people
    open_for(town, appeal, on=today)  # type: ignore[arg-type]  # the same
    head, clerk = seats(town, new_page, "ru", 1440)("head"), seats(town, new_page, "kk", 360)("clerk")
    hour = (clock.local(clock.now()) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    head.do(f"/appeals/{appeal.id}/summon/", name="Ким О.", about="О сборе", place="Каб. 4", called_at=hour)
    head.do(f"/appeals/{appeal.id}/explain/", appearance="explained", explanation="Сбор ввёл акимат")
    assert "Сбор ввёл" in head.go(f"/appeals/{appeal.id}/").locator("#summonses").inner_text()
    answer_sent(town, appeal, on=today)  # type: ignore[arg-type]  # the same
    said = {"satisfaction": "not", "source": "handed", "said_on": today.isoformat()}
    assert clerk.tries(f"/appeals/{appeal.id}/opinion/", **said)
    clerk.do(f"/appeals/{appeal.id}/opinion/", **said, words="Жауап түсініксіз")
    clerk.do("/proposals/new/", aim="trust", title="Қоңырау шалу", why="Жауап түсініксіз")
    row = Proposal.objects.get()
    decision = {"accepted": "yes", "decision": "Звонить", "due_on": today.isoformat()}
    head.do(f"/proposals/{row.id}/decide/", **decision)
    head.do(f"/proposals/{row.id}/done/", outcome="Звоним")
    head.do(
        "/trust/review/",
        quarter=quarter_of(today).isoformat(),
        conclusion="Ответы сложны",
        decision="Писать проще",
    )
    page = head.go("/trust/")
    assert "Жауап түсініксіз" in page.locator("#opinions").inner_text()
    assert "0 из 1" in page.locator("#reviews").inner_text()
    assert clerk.go("/trust/").evaluate("document.documentElement.scrollWidth") <= 360
