"""What ends a post or an acting period ends every power at once: proven on parallel connections."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from qadaga.acts import services as acts
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.authority import NotPermitted, admit
from qadaga.authority.actor import Actor
from qadaga.common.errors import Conflict, QadagaError
from qadaga.journal.audit import verify_all
from qadaga.matters import services as matters
from qadaga.matters.models import MatterMove
from qadaga.organisation import absences, dismissals
from qadaga.staff.models import Absence, ActingHead, Appointment
from tests.casework import draft_protest
from tests.intake import ENTRY, MONDAY, Registry, make_appeal, make_registry, open_for
from tests.parallel import at_once
from tests.staffing import make_actor, name_acting, send_away

pytestmark = pytest.mark.django_db(transaction=True)
EARLIER = MONDAY - timedelta(days=30)


@pytest.fixture
def registry() -> Registry:
    return make_registry()


def end_post(appointment: Appointment) -> None:
    Appointment.objects.filter(pk=appointment.pk).update(ends_on=MONDAY)


def registering(by: Actor) -> Callable[[], Appeal]:
    return partial(appeals.register, entry=ENTRY, by=by, on=MONDAY)


def changes_of(registry: Registry) -> list[tuple[str, Callable[[Actor], object]]]:
    """Changes of every layer, and who makes each."""
    appeal = make_appeal(registry)
    matter = open_for(registry, make_appeal(registry))
    act = draft_protest(registry, matter)
    entry = appeals.MatterEntry(direction="legality_of_acts", title="О сборе")
    on = {"on": MONDAY}
    return [
        ("clerk", lambda by: appeals.register(entry=ENTRY, by=by, **on)),
        ("head", lambda by: appeals.open_matter(appeal_id=appeal.id, entry=entry, version=1, by=by, **on)),
        ("assistant", lambda by: acts.submit(act_id=act.id, version=act.version, by=by, **on)),
        (
            "assistant",
            lambda by: acts.findings(matter_id=matter.id, ground="О", note="О", language="ru", by=by, **on),
        ),
    ]


def test_a_post_that_ended_since_the_request_began_changes_nothing(registry: Registry) -> None:
    for who, change in changes_of(registry):
        appointment: Appointment = getattr(registry, who)
        by = registry.actor(who)
        end_post(appointment)
        with pytest.raises(NotPermitted) as refused:
            change(by)
        assert [missing.code for missing in refused.value.ruling.missing] == ["no_post"]
        Appointment.objects.filter(pk=appointment.pk).update(ends_on=None)
        change(registry.actor(who))


def test_a_change_waits_for_a_dismissal_under_way(registry: Registry) -> None:
    register = registering(registry.actor("clerk"))
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            end_post(registry.clerk)
            under_way = pool.submit(at_once, [register])
            with pytest.raises(TimeoutError):
                under_way.result(timeout=1)
        (outcome,) = under_way.result(timeout=60)
    assert isinstance(outcome, NotPermitted)
    assert not Appeal.objects.exists()


def test_a_dismissal_waits_for_a_change_under_way(registry: Registry) -> None:
    by = registry.actor("clerk")
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            appeals.register(entry=ENTRY, by=by, on=MONDAY)
            dismissing = pool.submit(at_once, [partial(end_post, registry.clerk)])
            with pytest.raises(TimeoutError):
                dismissing.result(timeout=1)
        dismissing.result(timeout=60)
    assert Appeal.objects.count() == 1


def test_other_offices_wait_for_nobody(registry: Registry) -> None:
    register = registering(registry.actor("other_clerk"))
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        end_post(registry.clerk)
        (outcome,) = pool.submit(at_once, [register]).result(timeout=60)
        assert isinstance(outcome, Appeal)


def test_changes_and_a_dismissal_let_go_together_leave_an_order(registry: Registry) -> None:
    by = registry.actor("clerk")
    outcomes = at_once([*[registering(by)] * 6, partial(end_post, registry.clerk)])
    done = [outcome for outcome in outcomes[:-1] if isinstance(outcome, Appeal)]
    assert all(isinstance(outcome, Appeal | NotPermitted) for outcome in outcomes[:-1])
    assert Appeal.objects.count() == len(done)
    assert not [report for report in verify_all() if report.faults]


@pytest.fixture
def acting(registry: Registry) -> Actor:
    """The deputy, who replaces the absent head."""
    send_away(registry.head.person, EARLIER)
    name_acting(registry.deputy, EARLIER)
    by = registry.actor("deputy")
    assert by.today.acting
    return by


def ending(registry: Registry) -> dict[str, Callable[[], object]]:
    """What ends an acting period: its own end, the head's return, the absence of whoever acts."""
    return {
        "ended": lambda: ActingHead.objects.update(ends_on=MONDAY),
        "head back": lambda: Absence.objects.update(ends_on=MONDAY),
        "away": lambda: send_away(registry.deputy.person, MONDAY),
    }


@pytest.mark.parametrize("how", ["ended", "head back", "away"])
def test_whoever_ceased_to_act_for_the_head_decides_nothing(
    registry: Registry, acting: Actor, how: str
) -> None:
    matter = open_for(registry, make_appeal(registry), assign=False)
    assign = partial(
        matters.assign, matter_id=matter.id, version=matter.version, assignee_id=registry.assistant.id
    )
    ending(registry)[how]()
    with pytest.raises((NotPermitted, Conflict)):
        appeals.sign_answer(appeal_id=make_appeal(registry).id, version=1, by=acting, on=MONDAY)
    with pytest.raises(Conflict) as sent_back:
        assign(by=acting, on=MONDAY)
    assert sent_back.value.code == "standing_changed"
    assert not MatterMove.objects.filter(matter=matter, power="matter.assign").exists()
    assign(by=registry.actor("deputy"), on=MONDAY)  # as a deputy, on a page that says so


def test_an_act_is_not_signed_by_whoever_acted_a_moment_ago(registry: Registry, acting: Actor) -> None:
    act = draft_protest(registry, open_for(registry, make_appeal(registry)))
    acts.submit(act_id=act.id, version=1, by=registry.actor("assistant"), on=MONDAY)
    acts.agree(act_id=act.id, version=2, by=registry.actor("deputy"), on=MONDAY)
    Absence.objects.update(ends_on=MONDAY)
    with pytest.raises(QadagaError):
        acts.sign(act_id=act.id, version=3, by=acting, on=MONDAY)
    act.refresh_from_db()
    assert act.signed_on is None


def test_two_changes_of_one_office_s_staff_wait_for_each_other_without_a_deadlock(registry: Registry) -> None:
    top = registry.region.parent
    officer = make_actor(top, "staff_officer", on=MONDAY)
    ends = {"by": officer, "on": MONDAY, "ends_on": MONDAY, "ground": "№ 7"}
    away = {"by": officer, "on": MONDAY, "kind": "leave", "starts_on": MONDAY}
    outcomes = at_once(
        [
            partial(dismissals.end, appointment_id=registry.deputy.id, **ends),
            partial(dismissals.end, appointment_id=registry.assistant.id, **ends),
            partial(absences.record, appointment_id=registry.clerk.id, **away),
            partial(absences.record, appointment_id=registry.head.id, **away),
            registering(registry.actor("clerk")),
        ]
    )
    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]


def test_it_costs_a_change_one_statement_and_a_reading_none(registry: Registry) -> None:
    by = registry.actor("clerk")
    with CaptureQueriesContext(connection) as queries:
        appeals.register(entry=ENTRY, by=by, on=MONDAY)
    sent = [query["sql"] for query in queries]
    assert len([sql for sql in sent if "authority_hold" in sql]) == 1
    assert not [sql for sql in sent if "staff_appointment a" in sql]
    with CaptureQueriesContext(connection) as queries, pytest.raises(NotPermitted):
        admit(by, "act.sign", on=MONDAY)
    assert len(queries) == 0


def test_a_change_in_the_staff_that_left_the_actor_as_it_was_is_no_hindrance(registry: Registry) -> None:
    by = registry.actor("clerk")
    end_post(registry.assistant)
    assert appeals.register(entry=ENTRY, by=by, on=MONDAY).number
    assert appeals.register(entry=replace(ENTRY, kind="application"), by=by, on=MONDAY).number
