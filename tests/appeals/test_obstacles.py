"""A matter stays open until each appeal considered in it has its outcome (APPC.76)."""

import pytest
from django.test import Client

from qadaga.accounts.models import User
from qadaga.appeals import services as appeals
from qadaga.appeals.models import Appeal
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.matters.selectors import matter_actions
from tests.api.calling import caller
from tests.intake import MONDAY, Registry, answer_sent, draft_for, make_appeal, open_for


@pytest.fixture
def case(registry: Registry) -> tuple[Appeal, Matter]:
    """An appeal in a matter of which nothing else is left to do."""
    appeal = make_appeal(registry)
    matter = open_for(registry, appeal)
    by = {"by": registry.actor("head"), "on": MONDAY}
    matters.set_tasks(matter_id=matter.id, version=version(matter), tasks=("protect_rights",), **by)
    for kind in ("violations", "removal", "protection", "liability"):
        outcome = "none" if kind == "violations" else "not_needed"
        matters.record_result(
            matter_id=matter.id, version=version(matter), kind=kind, outcome=outcome, note="Нет", **by
        )
    appeal.refresh_from_db()
    return appeal, matter


def version(matter: Matter) -> int:
    matter.refresh_from_db()
    return matter.version


def close(registry: Registry, matter: Matter) -> Matter:
    by = {"by": registry.actor("head"), "on": MONDAY}
    return matters.close(matter_id=matter.id, version=version(matter), conclusion="Нарушений нет", **by)


def reasons(registry: Registry, matter: Matter) -> list[tuple[str, str]]:
    with pytest.raises(NotPermitted) as refused:
        close(registry, matter)
    return [(one.data["mark"], one.citation.clause) for one in refused.value.ruling.missing]


def test_a_matter_does_not_close_over_an_unanswered_appeal(registry, case):
    appeal, matter = case
    assert reasons(registry, matter) == [("appeal_unanswered", "APPC.76")]
    draft_for(registry, appeal)
    assert reasons(registry, matter) == [("appeal_unanswered", "APPC.76")]
    Appeal.objects.filter(id=appeal.id).update(status="in_matter")


def test_it_closes_once_the_answer_is_sent(registry, case):
    appeal, matter = case
    answer_sent(registry, appeal)
    assert close(registry, matter).status == "closed"


def test_it_closes_once_the_appeal_is_withdrawn(registry, case):
    appeal, matter = case
    appeals.withdraw(
        appeal_id=appeal.id,
        reason="Отозвано",
        version=appeal.version,
        by=registry.actor("head"),
        on=MONDAY,
    )
    assert close(registry, matter).status == "closed"


def test_every_appeal_of_the_matter_counts(registry, case):
    appeal, matter = case
    second = make_appeal(registry)
    Appeal.objects.filter(id=second.id).update(matter=matter, status="in_matter")
    answer_sent(registry, appeal)
    assert reasons(registry, matter) == [("appeal_unanswered", "APPC.76")]


def test_the_panel_the_step_and_the_api_say_why(registry, case):
    appeal, matter = case
    by = registry.actor("head")
    (closing,) = (one for one in matter_actions(matter, by, MONDAY) if one.power == "matter.close")
    assert [one.data["mark"] for one in closing.ruling.missing] == ["appeal_unanswered"]
    others = [one for one in matter_actions(matter, by, MONDAY) if one.power != "matter.close"]
    assert all(one.data.get("mark") != "appeal_unanswered" for each in others for one in each.ruling.missing)
    with clock.frozen(MONDAY):
        program = caller(registry.head)
        user = User.objects.get(person=registry.head.person_id)
        user.language = "en"
        user.save()
        client = Client()
        client.force_login(user)
        card = client.get(f"/matters/{matter.id}/").text
        assert "waits for its outcome" in card
        assert appeal.number in card
        step = client.get(f"/matters/{matter.id}/close/")
        assert step.status_code == 403
        assert "76" in step.text
        answer = program.post(
            f"/matters/{matter.id}/close", {"conclusion": "Нет"}, version=version(matter)
        ).json()
        assert answer["ruling"]["missing"] or answer["missing"]
