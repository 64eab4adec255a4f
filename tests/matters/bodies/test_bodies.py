"""One body, one record: duplicates merged and parted, history in the scope, repeats, officials."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from qadaga.acts.supervised import SUPERVISED
from qadaga.authority import NotPermitted
from qadaga.authority.lists import asking
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.journal.models import Entry
from qadaga.matters import services as matters
from qadaga.matters.bodies import merging, officials, selectors
from qadaga.matters.bodies.models import Merge, Violated
from qadaga.matters.models import Body
from tests.casework import MONDAY, Town, add_violation, assigned_matter, make_body, make_town
from tests.parallel import at_once

pytestmark = pytest.mark.clause("O.7.1", "O.6.2")
BIN, OTHER_BIN, IIN = "230140001236", "230140000008", "850725400331"


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def merge(town: Town, survivor: Body, duplicate: Body, by: str = "region_head", version: int = 1) -> Merge:
    return merging.merge(
        survivor_id=survivor.id,
        duplicate_id=duplicate.id,
        version=version,
        reason="Одно юридическое лицо",
        by=town.actor(by),
        on=MONDAY,
    )


def part(town: Town, made: Merge, version: int, by: str = "region_head") -> Merge:
    return merging.part(merge_id=made.id, version=version, reason="Ошибка", by=town.actor(by), on=MONDAY)


def card(town: Town, body: Body, who: str = "head") -> selectors.Card:
    return selectors.read_card(town.actor(who), MONDAY, body.id)


def listed(town: Town, who: str = "head", **values: object) -> list[str]:
    scope = scope_of(town.actor(who), MONDAY)
    checked = asking.checked(SUPERVISED, values)
    page = asking.fetch(SUPERVISED, scope, checked, asking.asked(checked), today=MONDAY)
    return [row["number_ru"] for row in page.rows]


def test_a_merge_shows_both_together_and_parting_restores_exactly(town: Town) -> None:
    first, second = make_body("ТОО «Асем»", bin=BIN), make_body("Асем")
    for body in (first, second):
        add_violation(town, assigned_matter(town, body=body), violator_body=body, violator_name="")
    assert [row.id for row in card(town, first).alike] == [second.id]
    assert listed(town, alike=True) == ["Асем", "ТОО «Асем»"]
    made = merge(town, first, second)
    assert listed(town) == ["ТОО «Асем»"]
    assert make_body("Асем") == first
    past = selectors.history(scope_of(town.actor("head"), MONDAY), card(town, first), MONDAY)
    assert len(past.lines["matters"]) == len(past.violations) == 2
    assert [row.repeated for row in past.violations] == [True, False]
    assert listed(town, repeats=True) == ["ТОО «Асем»"]
    part(town, made, 2)
    with pytest.raises(AlreadyDone):
        part(town, made, 3)
    past = selectors.history(scope_of(town.actor("head"), MONDAY), card(town, first), MONDAY)
    assert (len(past.lines["matters"]), len(past.violations)) == (1, 1)
    assert listed(town, repeats=True) == []
    assert set(Entry.objects.filter(subject_kind="body").values_list("action", flat=True)) == {
        "body.merge",
        "body.part",
    }


def test_history_and_counts_end_where_the_scope_does(town: Town) -> None:
    body = make_body()
    for _ in range(2):
        add_violation(town, assigned_matter(town, body=body), violator_body=body)
    found = card(town, body, "neighbour")
    past = selectors.history(scope_of(town.actor("neighbour"), MONDAY), found, MONDAY)
    assert (past.violations, past.lines["matters"]) == ([], [])
    assert listed(town, "neighbour", repeats=True) == []
    assert listed(town, "region_head", repeats=True) == ["Акимат города Семей"]
    assert listed(town, "neighbour") == ["Акимат города Семей"]


def test_whoever_is_complained_of_sees_nothing_of_that_matter(town: Town) -> None:
    body = make_body()
    matter = assigned_matter(town, body=body, complained_of=[town.second.person_id])
    add_violation(town, matter, violator_body=body)
    past = selectors.history(scope_of(town.actor("second"), MONDAY), card(town, body, "second"), MONDAY)
    assert (past.violations, past.lines["matters"]) == ([], [])


@pytest.mark.parametrize("by", ["head", "region_prosecutor"])
def test_only_leaders_of_the_region_and_above_decide(town: Town, by: str) -> None:
    with pytest.raises(NotPermitted):
        merge(town, make_body("Первый"), make_body("Второй"), by=by)


def test_bad_merges_are_refused_with_what_would_be_right(town: Town) -> None:
    first, second, third = make_body("Асем", bin=BIN), make_body("Асем-2", bin=OTHER_BIN), make_body("Асем-3")
    with pytest.raises(InvalidInput) as refused:
        merge(town, first, second)
    assert [fault.code for fault in refused.value.fields] == ["two_bins"]
    with pytest.raises(InvalidInput):
        merge(town, first, first)
    with pytest.raises(Stale):
        merge(town, first, third, version=7)
    merge(town, first, third)
    fourth = make_body("Асем-4")
    for survivor, duplicate in ((third, fourth), (fourth, third), (fourth, first)):
        survivor.refresh_from_db()
        with pytest.raises(Conflict):
            merge(town, survivor, duplicate, version=survivor.version)
    with pytest.raises(NotFound):
        merging.part(merge_id=first.id, version=1, reason="Нет", by=town.actor("region_head"), on=MONDAY)


def test_the_database_itself_allows_no_chain_and_no_circle(town: Town) -> None:
    first, second, third = (make_body(name) for name in ("Один", "Два", "Три"))
    Body.objects.filter(pk=second.pk).update(merged_into=first)
    for wrong, into in ((first, third), (third, second), (first, second), (third, third)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Body.objects.filter(pk=wrong.pk).update(merged_into=into)


@pytest.mark.django_db(transaction=True)
def test_merges_that_cross_leave_one() -> None:
    town = make_town()
    one, two, three = (make_body(name) for name in ("Один", "Два", "Три"))
    for works in (
        [partial(merge, town, one, two), partial(merge, town, two, one)],
        [partial(merge, town, one, two), partial(merge, town, two, three), partial(merge, town, three, one)],
    ):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM bodies_merge")
            cursor.execute("UPDATE matters_body SET merged_into_id = NULL, version = 1")
        done = at_once(works)
        assert sum(isinstance(one, Merge) for one in done) == 1
        assert all(isinstance(one, Merge | Conflict | Stale) for one in done)
        assert Body.objects.filter(merged_into__isnull=False).count() == 1


def test_an_official_is_entered_once_and_named_as_whoever_broke_a_norm(town: Town) -> None:
    body, head = make_body(), town.actor("head")
    entered = officials.Entered(body, IIN, "Ким Олег", "Заместитель акима")
    official = officials.enter(entered=entered, by=head, on=MONDAY)
    with pytest.raises(InvalidInput) as twice, transaction.atomic():
        officials.enter(entered=entered, by=head, on=MONDAY)
    assert [fault.field for fault in twice.value.fields] == ["iin"]
    with pytest.raises(NotPermitted):
        officials.enter(entered=entered, by=town.actor("clerk"), on=MONDAY)
    matter = assigned_matter(town, body=body)
    violation = add_violation(town, matter, violator_body=body)
    matter.refresh_from_db()
    said = {"matter_id": matter.id, "violation_id": violation.id, "version": matter.version}
    officials.name_violator(**said, official_id=official.id, by=town.actor("assistant"), on=MONDAY)
    assert Violated.objects.get().official == official
    found = selectors.history(scope_of(head, MONDAY), card(town, body), MONDAY).violations
    assert [(row.official_id, row.post) for row in found] == [(official.id, "Заместитель акима")]
    with pytest.raises(NotFound):
        selectors.read_official(town.actor("neighbour"), MONDAY, official.id)
    with pytest.raises(NotPermitted):
        selectors.read_official(town.actor("clerk"), MONDAY, official.id)
    stranger = make_body("Другой орган")
    other = officials.enter(
        entered=officials.Entered(stranger, IIN, "Ким Олег", "Начальник"), by=head, on=MONDAY
    )
    second = add_violation(town, matter, violator_body=body)
    matter.refresh_from_db()
    said = {"matter_id": matter.id, "violation_id": second.id, "version": matter.version}
    with pytest.raises(InvalidInput):
        officials.name_violator(**said, official_id=other.id, by=town.actor("assistant"), on=MONDAY)


def test_a_body_known_by_its_bin_is_found_under_the_record_that_stands(town: Town) -> None:
    first, second = make_body("Асем"), make_body("Асем-2", bin=BIN)
    merge(town, first, second)
    assert matters.register_body(kind="organisation", name_ru="Иначе", bin=BIN) == first
