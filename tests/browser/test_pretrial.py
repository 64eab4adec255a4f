"""An investigation from its ERDR number to a consent, a cancelled decision and the court."""

import pytest

from qadaga.common import clock
from qadaga.court.models import Case as Prosecution
from qadaga.organisation.shifts.models import Shift
from qadaga.supervision.pretrial.models import Case, Instruction, Party, Sanction
from tests.browser.conftest import NewPage
from tests.browser.test_thread import seats
from tests.casework import Town, make_town

pytestmark = pytest.mark.clause("L.3.2", "O.8.1", "O.7.3", "O.8.d3")


@pytest.fixture
def town(transactional_db: None) -> Town:
    return make_town()


def test_a_case_goes_from_its_number_to_court(town: Town, new_page: NewPage) -> None:
    today = clock.today().isoformat()
    seat = seats(town, new_page, "ru", 1440)
    head, officer = seat("head"), seat("assistant")
    said = {"norm": "УПК, статья 193", "reasons": "Доводы проверены."}
    case = {"erdr": "261010031000123", "registered_on": today, "articles": "188 ч. 2", "gist": "Кража."}
    body = {"body_name_ru": "Управление полиции", "body_kind": "law_enforcement"}
    head.do("/investigations/new/", **case, **body, kato="101000000", investigator="Сапаров")
    row = Case.objects.get()
    card = f"/investigations/{row.id}"
    head.do(f"{card}/assign/", assignee=str(town.assistant.id))
    officer.do(f"{card}/party/", role="suspect", name="Ким Олег", iin="850725400331")
    party = str(Party.objects.get().id)
    asked = {"measure": "search", "asked_on": today, "asked_by": "Сапаров", "why": "Вещи дома."}
    officer.do(f"{card}/ask-sanction/", party=party, **asked)
    waiting = str(Sanction.objects.get().id)
    head.do(f"{card}/sanction/", row=waiting, decision="granted", **said)
    officer.do(f"{card}/instruct/", days="5", **said)
    instruction = str(Instruction.objects.get().id)
    proof = {"way": "courier", "served_on": today, "proof_ref": "вх. 512"}
    officer.do(f"{card}/served/", row=instruction, **proof)
    decided = {"decision": "suspect", "decided_on": today, "decided_by": "Сапаров"}
    head.do(f"{card}/cancel/", **decided, ground="decision_unlawful", **said)
    shown = head.go(f"{card}/")
    assert "СЦ-dis-" in shown.locator("#sanctions").inner_text()
    assert "НҰ-dis-" in shown.locator("#instructions").inner_text()
    assert "вх. 512" in shown.locator("#instructions").inner_text()
    hours = {"starts_at": f"{today}T00:01", "ends_at": f"{today}T23:00"}
    head.do("/shifts/new/", officer=str(town.assistant.id), **hours)
    assert Shift.objects.count() == 1
    officer.do(f"{card}/course/", course="in_court", happened_on=today, said="Обвинительный акт")
    row.refresh_from_db()
    assert row.status == "in_court"
    head.do(f"/courtcases/of-investigation/{row.id}/", court="Городской суд")
    begun = Prosecution.objects.get()
    assert (begun.erdr, begun.accused.get().name) == (row.erdr, "Ким Олег")
    assert head.go(f"/courtcases/{begun.id}/").locator(f'a[href="{card}/"]').count() == 1
    assert head.go(f"{card}/").locator("#prosecutions").inner_text().count("Городской суд") == 1
    head.page.set_viewport_size({"width": 360, "height": 800})
    assert head.go(f"{card}/").evaluate("document.documentElement.scrollWidth") <= 360
