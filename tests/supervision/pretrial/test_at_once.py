"""Investigations of several people at the same moment: one decides, one appeal is one complaint."""

from collections.abc import Iterator
from functools import partial

import pytest

from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, InvalidInput, Stale
from qadaga.common.ids import new_id
from qadaga.supervision.pretrial import services
from qadaga.supervision.pretrial.models import Case, Complaint, Sanction
from tests.casework import MONDAY, Town, make_town
from tests.parallel import at_once
from tests.pretrial import ERDR, SAID, TEN, asked, make_case, who

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("L.3.2", "O.8.1")]


@pytest.fixture
def town() -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def test_of_two_who_decide_the_same_sanction_one_does(town: Town) -> None:
    case = make_case(town)
    row = services.ask_sanction(asked=asked(measure="search"), **who(town, case))
    deciding = [
        partial(
            services.decide_sanction, sanction_id=row.id, grant=grant, said=SAID, **who(town, case, leader)
        )
        for grant, leader in ((True, "head"), (False, "deputy"))
    ]
    answers = at_once(deciding)
    assert len([one for one in answers if isinstance(one, Sanction)]) == 1
    assert len([one for one in answers if isinstance(one, Stale | AlreadyDone)]) == 1
    assert Sanction.objects.exclude(status="asked").count() == 1


def test_an_appeal_is_a_complaint_in_one_case_whoever_comes_first(town: Town) -> None:
    cases = [make_case(town), make_case(town, erdr=ERDR[:-1] + "4")]
    complained = services.Complained("other", "Ким", "Не допросил", MONDAY, (new_id(), "ЖТ-dis-2026/000001"))

    def take(case: Case) -> Complaint:
        return services.take_complaint(complained=complained, **who(town, case, "head"))

    answers = at_once([partial(take, case) for case in cases])
    refused = [answer for answer in answers if isinstance(answer, InvalidInput)]
    assert [[fault.field for fault in one.fields] for one in refused] == [["appeal"]]
    assert Complaint.objects.count() == 1
