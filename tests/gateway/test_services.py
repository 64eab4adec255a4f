"""A look-up needs a matter and a ground, is journalled before it goes out, limited, and read by few."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput
from qadaga.journal.models import Entry
from qadaga.law.records import Text
from qadaga.matters.models import Matter
from qadaga.supervision.gateway import records, services
from qadaga.supervision.gateway.models import LookUp
from qadaga.supervision.gateway.selectors import read_lookup
from qadaga.supervision.gateway.simulator import Simulator, serving
from tests.casework import MONDAY, Town, assigned_matter, make_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Town:
    return make_town()


@pytest.fixture
def matter(town: Town) -> Matter:
    return assigned_matter(town)


@pytest.fixture
def simulator(settings: Any) -> Iterator[Simulator]:
    with serving() as server:
        settings.QADAGA_GATEWAY_URL, settings.QADAGA_GATEWAY_SECONDS = server.url, 0.5
        yield server


def look(town: Town, matter: Matter, who: str = "assistant", **changes: Any) -> LookUp:
    asked = {"register": "persons", "number": "850725400331", "ground": "case_supervised"}
    question = services.Question(**{**asked, "purpose": "Адрес для вызова", **changes})
    return services.look_up(matter_id=matter.id, question=question, by=town.actor(who), on=MONDAY)


def test_the_answer_is_kept_with_its_hash_and_both_steps_are_journalled(
    town: Town, matter: Matter, simulator: Simulator
) -> None:
    made = look(town, matter)
    assert (made.status, made.sha256) == ("answered", sha256((made.answer or "").encode()).hexdigest())
    entries = Entry.objects.filter(subject_id=made.id, action="systems.consult").order_by("id")
    assert [entry.data.get("status") for entry in entries] == [None, "answered"]
    assert "850725400331" not in str([entry.data for entry in entries])


def test_each_kind_of_special_records_is_asked_on_its_own_and_on_its_days(
    town: Town, matter: Matter, simulator: Simulator
) -> None:
    convicted = look(town, matter, register="special", record="convicted")
    offences = look(town, matter, register="special", record="admin_offences")
    assert {convicted.status, offences.status} == {"answered"}
    assert convicted.answer != offences.answer
    assert look(town, matter, register="special", record="wanted").status == "nothing"
    for kind in ("", "horoscopes"):
        with pytest.raises(InvalidInput) as refused:
            look(town, matter, register="special", record=kind)
        assert [fault.field for fault in refused.value.fields] == ["record"]
    assert look(town, matter, record="wanted").record is None
    ended = records.RecordKind("old", Text("а", "а", "a"), date(2020, 1, 1), date(2020, 12, 31))
    assert [ended.holds(date(2020, 12, 31)), ended.holds(date(2021, 1, 1))] == [True, False]


@pytest.mark.clause("L.3.8", "O.8.6")
def test_special_records_are_consulted_by_a_power_of_their_own(
    town: Town, matter: Matter, simulator: Simulator
) -> None:
    made = look(town, matter, register="special", record="admin_offences", purpose="Проверка учёта")
    assert made.status == "answered"
    entries = Entry.objects.filter(subject_id=made.id, action="special_records.consult")
    assert entries.count() == 2
    with pytest.raises(NotPermitted):  # an appeal is no ground for it
        look(town, matter, register="special", record="admin_offences", ground="appeal_considered")
    with pytest.raises(NotPermitted):
        look(town, matter, "second", register="special", record="admin_offences")
    with pytest.raises(InvalidInput, match="number"):
        look(town, matter, register="special", record="admin_offences", number="230140001236")


def test_a_form_or_a_call_asks_only_after_its_own_transaction(
    town: Town,
    matter: Matter,
    simulator: Simulator,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]],
) -> None:
    question = services.Question("persons", "850725400331", "case_supervised", "Адрес")
    with django_capture_on_commit_callbacks(execute=True):
        made = services.ask(matter_id=matter.id, question=question, by=town.actor("assistant"), on=MONDAY)
        # Journalled, and nothing has gone out while the matter and the journal are locked.
        assert (made.status, LookUp.objects.get().status) == ("asked", "asked")
        assert Entry.objects.filter(subject_id=made.id).count() == 1
    assert LookUp.objects.get().status == "answered"
    assert Entry.objects.filter(subject_id=made.id).count() == 2


def test_a_question_whose_answer_was_lost_may_be_asked_again(
    town: Town, matter: Matter, simulator: Simulator
) -> None:
    question = services.Question("persons", "850725400331", "case_supervised", "Адрес")
    lost = services.ask(matter_id=matter.id, question=question, by=town.actor("assistant"), on=MONDAY)
    with pytest.raises(Conflict, match="asked"):
        look(town, matter)
    LookUp.objects.filter(id=lost.id).update(asked_at=lost.asked_at - services.LOST * 2)
    assert look(town, matter).status == "answered"


def test_a_register_that_lies_leaves_a_failed_look_up(
    town: Town, matter: Matter, simulator: Simulator
) -> None:
    simulator.mood = "hostile"
    made = look(town, matter)
    assert (made.status, made.fault, made.answer) == ("failed", "bad_answer", None)
    simulator.mood = ""
    assert look(town, matter).status == "answered"  # a failure may be asked again


def test_only_those_in_the_matter_read_the_answer(town: Town, matter: Matter, simulator: Simulator) -> None:
    made = look(town, matter)
    assert read_lookup(town.actor("head"), MONDAY, made.id) == made
    for who in ("clerk", "region_head"):
        with pytest.raises(NotPermitted):
            read_lookup(town.actor(who), MONDAY, made.id)


def test_no_ground_no_gateway_a_bad_number_twice_and_too_often_are_refused(
    town: Town, matter: Matter, simulator: Simulator, settings: Any, monkeypatch: Any
) -> None:
    with pytest.raises(NotPermitted):
        look(town, matter, ground="")
    with pytest.raises(InvalidInput, match="ground"):
        look(town, matter, ground="inspection_under_way")
    with pytest.raises(InvalidInput, match="number"):
        look(town, matter, number="850725400332")
    look(town, matter)
    with pytest.raises(Conflict) as twice:
        look(town, matter)
    monkeypatch.setattr(services, "MOST_AN_HOUR", 1)
    with pytest.raises(Conflict) as often:
        look(town, matter, number="050312600511")
    LookUp.objects.update(asked_at=LookUp.objects.get().asked_at - timedelta(hours=2))
    settings.QADAGA_GATEWAY_URL = ""
    with pytest.raises(Conflict) as none:
        look(town, matter, number="050312600511")
    assert [one.value.code for one in (twice, often, none)] == ["asked_already", "too_often", "no_gateway"]
