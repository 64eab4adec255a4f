"""Court work of several people at the same moment: nobody sits twice, nobody waits for each other forever."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
from django.db import connection, transaction

from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.court import services
from qadaga.court.models import Case, Hearing
from tests.casework import MONDAY, Town, make_town
from tests.courtwork import TEN, make_case, make_hearing
from tests.parallel import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("O.8.3", "O.7.2")]


@pytest.fixture
def town() -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(TEN):
        yield


def named(town: Town, case: Case, by: str = "head") -> Case:
    case.refresh_from_db()
    values: dict[str, Any] = {"model": Case, "pk": case.id, "version": case.version}
    return services.assign(**values, officer_id=town.assistant.id, by=town.actor(by), on=MONDAY)  # type: ignore[return-value]  # of the model given


def test_one_prosecutor_is_given_one_of_two_hearings_of_the_same_hour(town: Town) -> None:
    cases = [make_case(town, number=number) for number in ("2-1/2026", "2-2/2026")]
    for case in cases:
        make_hearing(town, case)
    answers = at_once(
        [partial(named, town, case, by) for case, by in zip(cases, ("head", "deputy"), strict=True)]
    )
    refused = [answer for answer in answers if isinstance(answer, InvalidInput)]
    assert [[fault.code for fault in one.fields] for one in refused] == [["busy"]]
    assert Hearing.objects.filter(officer=town.assistant).count() == 1


def test_whoever_ends_a_hearing_waits_for_the_card_with_nothing_in_hand(town: Town) -> None:
    case = make_case(town)
    hearing = make_hearing(town, case)
    ended = services.Ended("postponed", "Адвокат болен")
    end = partial(
        services.end_hearing, hearing_id=hearing.id, version=1, ended=ended, by=town.actor("head"), on=MONDAY
    )
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        other = Thread(target=_alone, args=(end,))
        other.start()
        _until_it_waits()
        Hearing.objects.filter(pk=hearing.pk).update(room="зал 1")  # what naming an officer does
    other.join(timeout=30)
    hearing.refresh_from_db()
    assert (hearing.status, hearing.room) == ("postponed", "зал 1")


def _alone(work: Callable[[], object]) -> None:
    try:
        work()
    finally:
        connection.close()


def _until_it_waits() -> None:
    deadline = monotonic() + 20
    here = "wait_event_type = 'Lock' AND datname = current_database()"
    sql = f"SELECT count(*) FROM pg_stat_activity WHERE {here}"
    while monotonic() < deadline:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees the first answer only
            cursor.execute(sql)
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("nobody waits for the card")
