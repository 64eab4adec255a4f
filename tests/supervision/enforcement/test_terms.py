"""The term of a check of a bailiff: begun, prolonged by the office above, about to end (L.3.5, L.1.2)."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm
from qadaga.common import clock
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.day.waiting import everything
from qadaga.law.calendar import DAY
from qadaga.matters.models import Term
from qadaga.matters.prolonging import Longer
from qadaga.supervision.enforcement import selectors, services
from qadaga.supervision.enforcement.clockwork import warn
from qadaga.supervision.enforcement.models import Check, Writ
from tests.casework import MONDAY, Town, make_town
from tests.enforcement import make_writ
from tests.parallel import at_once
from tests.pretrial import TEN

pytestmark = pytest.mark.clause("L.3.5", "L.1.2")
DUE = MONDAY + 20 * DAY
LONGER = Longer(DUE + 15 * DAY, "awaiting_documents", "Оценка имущества будет через неделю.")


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def at(town: Town, writ: Writ, name: str = "assistant", on: date = MONDAY) -> dict[str, Any]:
    writ.refresh_from_db()
    return {"writ_id": writ.id, "version": writ.version, "by": town.actor(name, on), "on": on}


def begun(town: Town, due_on: date | None = DUE) -> Writ:
    writ = make_writ(town)
    services.begin_check(ground="appeal", about="money", due_on=due_on, **at(town, writ))
    writ.refresh_from_db()
    return writ


def sorts(town: Town, name: str) -> set[str]:
    return {row.sort for row in everything(town.actor(name), MONDAY)}


def test_a_check_runs_by_its_term_which_nobody_sets_longer(town: Town) -> None:
    writ = make_writ(town)
    for due in (MONDAY, MONDAY + 60 * DAY):
        with pytest.raises(InvalidInput) as wrong:
            services.begin_check(ground="appeal", about="money", due_on=due, **at(town, writ))
        assert wrong.value.fields[0].field == "due_on"
    services.begin_check(ground="appeal", about="money", **at(town, writ))
    check, term = Check.objects.get(), Term.objects.get(subject_id=writ.id)
    writ.refresh_from_db()
    assert (term.rule, term.subject_kind, term.state) == ("enforcement_check", "enforcement_case", "running")
    assert check.due_on == writ.due_on == term.due_on == MONDAY + 30 * DAY
    said = {"outcome": "lawful", "findings": "Всё законно.", "told_how": "Под роспись"}
    services.finish_check(**said, **at(town, writ))
    term.refresh_from_db()
    assert (term.state, term.ended_on) == ("finished", MONDAY)
    with pytest.raises(Conflict) as closed:
        services.ask_prolong(longer=LONGER, **at(town, writ))
    assert closed.value.code == "no_check"


def test_the_head_of_the_office_above_prolongs_it_with_reasons(town: Town) -> None:
    writ = begun(town)
    for until in (DUE, DUE + 60 * DAY):
        with pytest.raises(InvalidInput) as wrong:
            services.ask_prolong(longer=Longer(until, LONGER.ground, "Нужно"), **at(town, writ))
        assert wrong.value.fields[0].field == "until"
    with pytest.raises(Conflict) as nothing:
        services.prolong(agree=True, decision="Да", **at(town, writ, "region_head"))
    services.ask_prolong(longer=LONGER, **at(town, writ))
    with pytest.raises(Conflict) as twice:
        services.ask_prolong(longer=LONGER, **at(town, writ))
    assert (nothing.value.code, twice.value.code) == ("nothing_asked", "asked_already")
    assert "check_prolong" in sorts(town, "region_head")
    assert "check_prolong" not in sorts(town, "head")
    with pytest.raises(NotPermitted) as own:
        services.prolong(agree=True, decision="Да", **at(town, writ, "head"))
    assert {missing.citation.clause for missing in own.value.ruling.missing} == {"L.1.2"}
    services.prolong(agree=True, decision="Обоснованно", **at(town, writ, "region_head"))
    check, term = Check.objects.get(), Term.objects.get(subject_id=writ.id)
    writ.refresh_from_db()
    assert check.due_on == writ.due_on == term.due_on == LONGER.until
    asked = check.prolongations.get()
    assert (asked.agreed, asked.applied_on, asked.decision) == (True, MONDAY, "Обоснованно")
    assert "check_prolong" not in sorts(town, "region_head")
    assert len(selectors.writ_parts(writ)["term_events"]) == 2


def test_a_refusal_leaves_the_term_and_a_late_wish_or_consent_changes_nothing(town: Town) -> None:
    writ = begun(town)
    services.ask_prolong(longer=LONGER, **at(town, writ))
    services.prolong(agree=False, decision="Срока довольно", **at(town, writ, "region_head"))
    writ.refresh_from_db()
    assert writ.due_on == DUE
    services.ask_prolong(longer=LONGER, **at(town, writ))
    late = DUE + DAY
    with pytest.raises(Conflict) as consent:
        services.prolong(agree=True, decision="Да", **at(town, writ, "region_head", late))
    services.prolong(agree=False, decision="Срок истёк", **at(town, writ, "region_head", late))
    with pytest.raises(Conflict) as wish:
        services.ask_prolong(longer=LONGER, **at(town, writ, "assistant", late))
    assert consent.value.code == wish.value.code == "term_over"


def test_everybody_hears_that_the_term_is_about_to_end_until_the_check_does(town: Town) -> None:
    writ = begun(town)
    assert warn(TEN) is None
    with clock.frozen(TEN + timedelta(days=18)):
        assert warn(clock.now()) == "terms about to end: 1"
        assert warn(clock.now()) is None
        on = MONDAY + 18 * DAY
        services.ask_prolong(longer=LONGER, **at(town, writ, "assistant", on))
        services.prolong(agree=True, decision="Обоснованно", **at(town, writ, "region_head", on))
    alarm = Alarm.objects.get(duty="duty.watch_checks")
    assert (alarm.subject_id, alarm.ended_at is not None) == (writ.id, True)


@pytest.mark.django_db(transaction=True)
def test_the_term_is_asked_to_be_longer_once_at_the_same_moment(transactional_db: None) -> None:
    town = make_town()
    writ = begun(town)
    asked = [at(town, writ, name) for name in ("assistant", "head")]
    answers = at_once([lambda one=one: services.ask_prolong(longer=LONGER, **one) for one in asked])
    assert len([answer for answer in answers if isinstance(answer, Exception)]) == 1
