"""The same step by two people at the same moment: one wins, the other is told, the journal has one line.

Exchange, norms, assignments, proceedings of administrative offences; each on connections of their own.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, QadagaError, Stale
from qadaga.coordination.exchange import services as exchange
from qadaga.coordination.exchange.models import Exchange
from qadaga.journal.models import ChainKind, Entry
from qadaga.matters.norms import services as norms
from qadaga.matters.norms.models import MatterNorm, Norm
from qadaga.organisation.assignments import services as assignments
from qadaga.organisation.assignments.models import Assignment
from qadaga.supervision.offences import services as offences
from qadaga.supervision.offences.models import OffenceCase, ProceedingsResolution
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_town
from tests.norms import approved, entered, prosecutor_general
from tests.offences import DECIDED, called
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)
WEEK = timedelta(days=7)
TOLD = (AlreadyDone, Conflict, InvalidInput, Stale)


def one_wins(work: Callable[..., object], *who: Any) -> QadagaError:
    """Everybody does the work at once; the refusal of whoever lost. One journal line was added."""
    before = Entry.objects.filter(kind=ChainKind.WORK).count()
    answers = at_once([lambda one=one: work(one) for one in who])
    refused = [answer for answer in answers if isinstance(answer, QadagaError)]
    assert len(refused) == 1, answers
    assert isinstance(refused[0], TOLD)
    assert Entry.objects.filter(kind=ChainKind.WORK).count() == before + 1
    return refused[0]


@pytest.mark.clause("O.7.4")
def test_exchange(town: Town) -> None:
    body = make_body("Полиция", kind="law_enforcement")
    said = ("О розыске", "Закон, статья 7", "Просим сообщить", MONDAY)
    came = exchange.Exchanged("received", "request", body, *said, due_on=MONDAY + WEEK, reference="15-2")
    clerk = town.actor("clerk")
    one_wins(lambda by: exchange.enter(exchanged=came, by=by, on=MONDAY), clerk, clerk)
    row = Exchange.objects.get()
    answer = {"exchange_id": row.id, "version": 1, "reply": "Сообщаем", "replied_on": MONDAY, "on": MONDAY}
    leaders = (town.actor("head"), town.actor("deputy"))
    one_wins(lambda by: exchange.reply(**answer, by=by), *leaders)


@pytest.mark.clause("O.2", "O.9")
def test_norms(town: Town) -> None:
    general = prosecutor_general()
    one_wins(entered, general, general)
    norm = Norm.objects.get()
    order = {"norm_id": norm.id, "version": 1, "decision": "127", "decided_on": MONDAY, "on": MONDAY}
    one_wins(lambda by: norms.approve(**order, by=by), general, general)
    task, matter = approved(general, "task"), assigned_matter(town)
    served = {"matter_id": matter.id, "version": matter.version, "norm_id": task.id, "on": MONDAY}
    one_wins(lambda by: norms.serve(**served, by=by), town.actor("assistant"), town.actor("head"))
    assert MatterNorm.objects.count() == 1


@pytest.mark.clause("L.1.2", "O.13.1")
def test_assignments(town: Town) -> None:
    given = assignments.Given(to_office="dis", what="Проверить сборы", last_day=MONDAY + WEEK)
    row = assignments.give(given=given, by=town.actor("region_head"), on=MONDAY)
    told = {"assignment_id": row.id, "version": 1, "report": "Проверено", "on": MONDAY}
    one_wins(lambda by: assignments.report(**told, by=by), town.actor("head"), town.actor("deputy"))
    off = {"assignment_id": row.id, "version": 2, "on": MONDAY}
    above = town.actor("region_head")
    one_wins(lambda by: assignments.take_off(**off, by=by), above, above)
    assert Assignment.objects.get().status == "done"


@pytest.mark.clause("O.8.9")
def test_proceedings(town: Town) -> None:
    police = make_body("Управление полиции", kind="law_enforcement")
    leaders = (town.actor("head"), town.actor("deputy"))
    # Without a number of a case yet: only whom it is about tells that it is the same.
    named = offences.Named(police, "Статья 86")
    one_wins(lambda by: offences.open_new(named=named, decided=DECIDED, by=by, on=MONDAY), *leaders)
    case = called(leaders[0], police)
    given: dict[str, Any] = {"case_id": case.id, "by": leaders[0], "on": MONDAY}
    offences.receive(version=1, received_on=MONDAY, sheets=3, **given)
    found = offences.Checked("none", "unlawful", "КоАП, статья 741", "События нет.")
    offences.check(version=2, checked=found, **given)
    opening = {"case_id": case.id, "version": 3, "decided": DECIDED, "on": MONDAY}
    one_wins(lambda by: offences.open_proceedings(**opening, by=by), *leaders)
    assert ProceedingsResolution.objects.filter(case=case).count() == 1
    assert OffenceCase.objects.count() == 2


@pytest.fixture
def town() -> Town:
    with clock.frozen(MONDAY):
        return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Any:
    with clock.frozen(MONDAY):
        yield
