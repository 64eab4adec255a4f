"""Two people at once, on real connections: one change stands, the other is told, nothing happens twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction

from qadaga.acts import services as acts
from qadaga.acts.models import Act, ActVersion
from qadaga.authority import NotPermitted
from qadaga.common.errors import Stale
from qadaga.journal.audit import verify_all
from qadaga.journal.models import Entry
from qadaga.matters import services as matters
from qadaga.matters.models import Matter
from qadaga.staff.models import Appointment
from tests.casework import (
    MONDAY,
    Town,
    assigned_matter,
    draft_protest,
    make_file,
    make_town,
    open_matter,
    served_protest,
)
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town() -> Town:
    return make_town()


def agreed_protest(town: Town) -> Act:
    act = draft_protest(town, assigned_matter(town))
    acts.submit(act_id=act.id, version=1, by=town.actor("assistant"), on=MONDAY)
    return acts.agree(act_id=act.id, version=2, by=town.actor("deputy"), on=MONDAY)


def kinds(outcomes: list[object]) -> list[str]:
    return sorted(type(outcome).__name__ for outcome in outcomes)


def no_fault() -> bool:
    return not [report for report in verify_all() if report.faults]


def test_four_clicks_on_sign_make_one_signature(town: Town) -> None:
    act, head = agreed_protest(town), town.actor("head")
    outcomes = at_once([partial(acts.sign, act_id=act.id, version=3, by=head, on=MONDAY)] * 4)
    assert kinds(outcomes) == ["Act", "AlreadyDone", "AlreadyDone", "AlreadyDone"]
    assert Entry.objects.filter(action="act.sign").count() == 1
    assert Act.objects.get().number == 1
    assert no_fault()


def test_two_acts_signed_at_once_get_two_numbers_without_a_gap(town: Town) -> None:
    signed = [agreed_protest(town) for _ in range(4)]
    head = town.actor("head")
    outcomes = at_once([partial(acts.sign, act_id=act.id, version=3, by=head, on=MONDAY) for act in signed])
    assert kinds(outcomes) == ["Act"] * 4
    assert sorted(Act.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert no_fault()


def test_a_signature_and_a_sending_back_do_not_both_stand(town: Town) -> None:
    act = agreed_protest(town)
    outcomes = at_once(
        [
            partial(acts.sign, act_id=act.id, version=3, by=town.actor("head"), on=MONDAY),
            partial(
                acts.send_back,
                act_id=act.id,
                version=3,
                remarks="Ещё раз",
                by=town.actor("deputy"),
                on=MONDAY,
            ),
        ]
    )
    assert kinds(outcomes) == ["Act", "Stale"]
    act.refresh_from_db()
    assert (act.status, act.number is None) in {("signed", False), ("draft", True)}


def test_a_dismissal_that_comes_first_leaves_nothing_signed(town: Town) -> None:
    act, head = agreed_protest(town), town.actor("head")

    def dismiss() -> str:
        with transaction.atomic():
            Appointment.objects.filter(pk=town.head.id).update(ends_on=MONDAY)
        return "dismissed"

    outcomes = at_once([dismiss, partial(acts.sign, act_id=act.id, version=3, by=head, on=MONDAY)])
    assert outcomes[0] == "dismissed"
    act.refresh_from_db()
    signed = isinstance(outcomes[1], Act)
    assert signed or isinstance(outcomes[1], NotPermitted)
    assert (act.number is not None) is signed


def test_a_signature_waits_for_a_dismissal_under_way(town: Town) -> None:
    act, head = agreed_protest(town), town.actor("head")
    sign = partial(acts.sign, act_id=act.id, version=3, by=head, on=MONDAY)
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Appointment.objects.filter(pk=town.head.id).update(ends_on=MONDAY)
            signing = pool.submit(at_once, [sign])
            with pytest.raises(TimeoutError):
                signing.result(timeout=1)
        (outcome,) = signing.result(timeout=60)
    assert isinstance(outcome, NotPermitted)
    assert not Act.objects.filter(number__isnull=False).exists()


def test_two_assignments_at_once(town: Town) -> None:
    matter, head, deputy = open_matter(town), town.actor("head"), town.actor("deputy")
    give = partial(matters.assign, matter_id=matter.id, version=1, on=MONDAY)
    outcomes = at_once(
        [
            partial(give, assignee_id=town.assistant.id, by=head),
            partial(give, assignee_id=town.second.id, by=deputy),
        ]
    )
    assert kinds(outcomes) == ["Matter", "Stale"]
    won = next(outcome for outcome in outcomes if isinstance(outcome, Matter))
    assert Matter.objects.get().assignee_id == won.assignee_id
    assert Matter.objects.get().moves.count() == 2


def test_two_texts_saved_at_once_overwrite_nothing(town: Town) -> None:
    act = draft_protest(town, assigned_matter(town))
    by = town.actor("assistant")
    texts = [acts.Wording("О сборе", facts, "норма", "требую") for facts in ("первый", "второй")]
    outcomes = at_once(
        [partial(acts.save_draft, act_id=act.id, version=1, wording=one, by=by, on=MONDAY) for one in texts]
    )
    assert kinds(outcomes) == ["Act", "Stale"]
    assert list(ActVersion.objects.order_by("no").values_list("no", flat=True)) == [1, 2]
    stale = next(outcome for outcome in outcomes if isinstance(outcome, Stale))
    assert stale.current_version == 2


def test_a_reply_and_a_withdrawal_at_once(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    replied = acts.Replied(MONDAY, "Рассмотрено")
    outcomes = at_once(
        [
            partial(
                acts.record_reply,
                act_id=act.id,
                version=act.version,
                replied=replied,
                by=town.actor("clerk"),
                on=MONDAY,
            ),
            partial(
                acts.withdraw,
                act_id=act.id,
                version=act.version,
                reason="Отменён",
                by=town.actor("head"),
                on=MONDAY,
            ),
        ]
    )
    assert kinds(outcomes) in (["ActReply", "Stale"], ["Act", "Stale"])


def test_a_late_removal_confirmed_twice_counts_once(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    late = MONDAY + timedelta(days=90)
    step = {"act_id": act.id, "on": late}
    acts.record_reply(
        replied=acts.Replied(late, "Исполнено"), version=act.version, by=town.actor("clerk", late), **step
    )
    acts.assess_reply(
        assessment="satisfied", note="", version=act.version + 1, by=town.actor("assistant", late), **step
    )
    removed = acts.Removed(late, "Отменено", make_file(), True, True)
    confirm = partial(
        acts.confirm_removal,
        version=act.version + 2,
        removed=removed,
        by=town.actor("assistant", late),
        **step,
    )
    assert kinds(at_once([confirm, confirm])) == ["Act", "Stale"]
    assert Act.objects.get().removed_on == late


def test_many_matters_opened_at_once_are_numbered_one_after_another(town: Town) -> None:
    head = town.actor("head")
    opening = matters.Opening("appeal", "legality_of_acts", "О сборе")
    outcomes = at_once([partial(matters.open, opening=opening, by=head, on=MONDAY)] * 8)
    assert kinds(outcomes) == ["Matter"] * 8
    assert sorted(Matter.objects.values_list("number", flat=True)) == list(range(1, 9))
    assert no_fault()


def test_a_second_suspension_at_once_is_refused(town: Town) -> None:
    act = served_protest(town, assigned_matter(town))
    still = acts.Suspended("whole", "rights_at_risk", MONDAY)
    work = partial(
        acts.suspend_effect,
        act_id=act.id,
        version=act.version,
        suspended=still,
        by=town.actor("head"),
        on=MONDAY,
    )
    assert kinds(at_once([work, work])) == ["Stale", "Suspension"]
