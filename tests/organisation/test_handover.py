"""Open work passes in one act, nothing is left without an owner, and what bars a receiver is named."""

from datetime import date

import pytest

from qadaga.authority import NotPermitted
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.matters import services as matters
from qadaga.matters.models import ComplainedOf, Matter
from qadaga.organisation import dismissals
from qadaga.organisation.handover import services
from qadaga.organisation.handover.models import HandOver
from qadaga.organisation.handover.selectors import ownerless_drafts, ownerless_matters
from qadaga.organisation.handover.services import Passing, field_name
from qadaga.organisation.handover.work import open_work
from qadaga.organisation.pressing import pressing
from tests.casework import MONDAY, Town, assigned_matter, draft_protest, make_town, open_matter
from tests.parallel import at_once

pytestmark = pytest.mark.django_db
OCTOBER = date(2026, 10, 1)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


def _pass(town: Town, passing: Passing, *, by: str = "head", complete: bool = False) -> HandOver:
    return services.make(
        by=town.actor(by), on=MONDAY, giver_id=town.assistant.id, passing=passing, complete=complete
    )


def _ownerless(town: Town) -> list[object]:
    office = town.district.id
    return [*ownerless_matters(office, MONDAY), *ownerless_drafts(office, MONDAY)]


def _all_to(receiver: object) -> Passing:
    return Passing("dismissal", to_all=receiver.id)


def test_matters_and_drafts_pass_in_one_act_with_what_goes_with_them(town: Town) -> None:
    matter = assigned_matter(town)
    draft = draft_protest(town, matter)
    done = _pass(town, _all_to(town.second))
    matter.refresh_from_db()
    draft.refresh_from_db()
    assert (matter.assignee_id, draft.author_id) == (town.second.id, town.second.id)
    assert {(item.kind, item.receiver_id) for item in done.items.all()} == {
        ("matter", town.second.id),
        ("draft", town.second.id),
    }
    assert matter.moves.order_by("-id")[0].power == "work.hand_over"
    recorded = Entry.objects.filter(action="work.hand_over").values_list("subject_kind", flat=True)
    assert sorted(recorded) == ["act", "appointment", "matter"]
    assert open_work(town.assistant.id, MONDAY) == []


def test_each_item_may_have_its_own_receiver(town: Town) -> None:
    one, two = assigned_matter(town), assigned_matter(town, title="Второе")
    receivers = {("matter", one.id): town.second.id, ("matter", two.id): town.head.id}
    _pass(town, Passing("leave", receivers=receivers), complete=True)
    assert [row.assignee_id for row in Matter.objects.order_by("id")] == [town.second.id, town.head.id]


def test_a_leave_may_pass_a_part_and_an_end_may_not(town: Town) -> None:
    one, two = assigned_matter(town), assigned_matter(town, title="Второе")
    part = Passing("leave", receivers={("matter", one.id): town.second.id})
    with pytest.raises(InvalidInput) as refused:
        _pass(town, part, complete=True)
    assert [fault.field for fault in refused.value.fields] == [field_name(("matter", two.id))]
    _pass(town, part)
    assert len(open_work(town.assistant.id, MONDAY)) == 1


def test_a_receiver_who_is_complained_of_or_in_conflict_is_refused_item_by_item(town: Town) -> None:
    one, two = assigned_matter(town), assigned_matter(town, title="Второе")
    ComplainedOf.objects.create(matter=one, person=town.second.person)
    matters.declare_conflict(matter_id=two.id, reason="Родство", by=town.actor("second"), on=MONDAY)
    with pytest.raises(InvalidInput) as refused:
        _pass(town, _all_to(town.second))
    found = {(fault.field, fault.data["mark"]) for fault in refused.value.fields}
    assert found == {
        (field_name(("matter", one.id)), "assignee_complained_of"),
        (field_name(("matter", two.id)), "assignee_conflict"),
    }
    assert not HandOver.objects.exists()


@pytest.mark.parametrize(
    ("receiver", "mark"), [("clerk", "assignee_employee"), ("neighbour", "assignee_other_office")]
)
def test_only_an_officer_of_the_office_takes_over(town: Town, receiver: str, mark: str) -> None:
    assigned_matter(town)
    with pytest.raises(InvalidInput) as refused:
        _pass(town, _all_to(getattr(town, receiver)))
    assert refused.value.fields[0].data["mark"] == mark


def test_the_office_above_may_hand_over_and_an_assistant_or_a_neighbour_may_not(town: Town) -> None:
    assigned_matter(town)
    for name in ("second", "neighbour"):
        with pytest.raises(NotPermitted):
            _pass(town, _all_to(town.second), by=name)
    _pass(town, _all_to(town.second), by="region_head")


def test_a_post_does_not_end_while_work_is_open(town: Town) -> None:
    matter = assigned_matter(town)
    ending = {"by": town.actor("head"), "on": MONDAY, "appointment_id": town.assistant.id, "ends_on": OCTOBER}
    ending["ground"] = "№ 7"
    with pytest.raises(Conflict) as refused:
        dismissals.end(**ending)
    assert (refused.value.code, refused.value.data["count"]) == ("open_work", 1)
    dismissals.end(**ending, passing=_all_to(town.second))
    matter.refresh_from_db()
    town.assistant.refresh_from_db()
    assert (matter.assignee_id, town.assistant.ends_on) == (town.second.id, OCTOBER)


def test_a_refused_hand_over_leaves_the_post_as_it_was(town: Town) -> None:
    assigned_matter(town)
    with pytest.raises(InvalidInput):
        dismissals.end(
            by=town.actor("head"),
            on=MONDAY,
            appointment_id=town.assistant.id,
            ends_on=OCTOBER,
            ground="№ 7",
            passing=_all_to(town.clerk),
        )
    town.assistant.refresh_from_db()
    assert town.assistant.ends_on is None


def test_a_sudden_loss_leaves_work_that_the_head_sees_as_ownerless(town: Town) -> None:
    matter = assigned_matter(town)
    draft = draft_protest(town, matter)
    assert _ownerless(town) == []
    dismissals.end(
        by=town.actor("head"), on=MONDAY, appointment_id=town.assistant.id, ends_on=MONDAY, cause="death"
    )
    assert _ownerless(town) == [matter, draft]
    told = pressing(town.actor("head"), MONDAY, language="ru", below=False)
    assert [(row.sort, row.id, row.other) for row in told] == [
        ("matter", matter.id, town.assistant.id),
        ("draft", draft.id, town.assistant.id),
    ]
    _pass(town, Passing("lost", to_all=town.second.id))
    assert _ownerless(town) == []


def test_nothing_to_pass_and_an_unknown_reason_are_told(town: Town) -> None:
    with pytest.raises(InvalidInput, match="Nothing would pass"):
        _pass(town, _all_to(town.second))
    assigned_matter(town)
    with pytest.raises(InvalidInput, match="no such reason"):
        _pass(town, Passing("whim", to_all=town.second.id))


@pytest.mark.django_db(transaction=True)
def test_a_matter_given_while_the_post_ends_has_an_owner_all_the_same() -> None:
    town = make_town()
    matter = open_matter(town)
    head = town.actor("head")

    def give() -> object:
        return matters.assign(
            matter_id=matter.id, version=matter.version, assignee_id=town.assistant.id, by=head, on=MONDAY
        )

    def dismiss() -> object:
        return dismissals.end(
            by=head, on=MONDAY, appointment_id=town.assistant.id, ends_on=MONDAY, ground="№ 7"
        )

    given, ended = at_once([give, dismiss])
    assert isinstance(given, InvalidInput) != isinstance(ended, Conflict)
    matter.refresh_from_db()
    assert _ownerless(town) == []


@pytest.mark.django_db(transaction=True)
def test_two_hand_overs_of_one_officer_at_once_pass_everything_once() -> None:
    town = make_town()
    for title in ("Первое", "Второе", "Третье"):
        assigned_matter(town, title=title)
    head, above = town.actor("head"), town.actor("region_head")

    outcomes = at_once(
        [
            lambda: services.make(
                by=head, on=MONDAY, giver_id=town.assistant.id, passing=_all_to(town.second)
            ),
            lambda: services.make(
                by=above, on=MONDAY, giver_id=town.assistant.id, passing=_all_to(town.head)
            ),
        ]
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["HandOver", "InvalidInput"]
    assert len(set(Matter.objects.values_list("assignee", flat=True))) == 1


def test_nobody_with_that_id_gives_nothing(town: Town) -> None:
    with pytest.raises(NotFound):
        services.make(
            by=town.actor("head"), on=MONDAY, giver_id=town.district.id, passing=_all_to(town.second)
        )
