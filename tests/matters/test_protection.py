"""People whose rights were hurt: restored, told, reconciled with the four results; late ones ring (L.1.3)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from qadaga.authority import NotPermitted
from qadaga.authority.alarms.models import Alarm
from qadaga.authority.lists import pages
from qadaga.authority.scope import scope_of
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput, NotFound, Stale
from qadaga.matters import services as matters
from qadaga.matters.clockwork import watch_untold
from qadaga.matters.models import Matter, ProtectedPerson, Term
from qadaga.matters.protected_register import PROTECTED
from qadaga.matters.selectors import figures, matter_parts
from qadaga.matters.selectors.protected import read_protected
from qadaga.matters.services import protection
from tests.casework import MONDAY, Town, add_violation, assigned_matter, make_body, make_town

pytestmark = pytest.mark.clause("L.1.3", "O.8.d1")
THURSDAY = date(2026, 9, 10)


@pytest.fixture
def town(db: None) -> Town:
    return make_town()


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def record(town: Town, matter: Matter, **columns: object) -> ProtectedPerson:
    matter.refresh_from_db()
    values = {"kind": "adult", "name": "Ким Олег", "right": "labour", **columns}
    protected = matters.Protected(**values)  # type: ignore[arg-type]  # as Protected has them
    given = {"version": matter.version, "by": town.actor("assistant"), "on": MONDAY}
    return matters.record_protected(matter_id=matter.id, protected=protected, **given)


def restore(town: Town, row: ProtectedPerson, by: str = "assistant") -> ProtectedPerson:
    given = {"version": row.version, "by": town.actor(by), "on": MONDAY}
    return protection.restore(protected_id=row.id, restored="Выплачено", restored_on=MONDAY, **given)


def tell(town: Town, row: ProtectedPerson, by: str = "assistant", **changes: object) -> ProtectedPerson:
    said = {"told_on": MONDAY, "told_how": "письмом", "version": row.version, "on": MONDAY, **changes}
    return protection.tell(protected_id=row.id, by=town.actor(by), **said)  # type: ignore[arg-type]  # as it takes


def result(town: Town, matter: Matter, outcome: str) -> None:
    matter.refresh_from_db()
    given = {"version": matter.version, "by": town.actor("assistant"), "on": MONDAY}
    matters.record_result(matter_id=matter.id, kind="protection", outcome=outcome, note="Ждут", **given)


def test_from_hurt_to_told_the_word_is_owed_and_the_results_reconcile(town: Town) -> None:
    body, matter = make_body(), assigned_matter(town)
    violation = add_violation(town, matter, violator_body=body)
    row = record(town, matter, violation_id=violation.id)
    assert (row.status, row.hurt_by, row.due_on) == ("hurt", body, None)
    counted = figures(matter_parts(matter))
    assert (counted.protected, counted.hurt, counted.told) == (0, 1, 0)
    for wrong in ("reached", "partly", "not_needed"):
        with pytest.raises(InvalidInput):
            result(town, matter, wrong)
    with pytest.raises(Conflict):
        tell(town, row)
    row = restore(town, row)
    assert (row.status, row.due_on) == ("restored", THURSDAY)
    with pytest.raises(AlreadyDone):
        restore(town, row)
    result(town, matter, "reached")
    for field, changes in (("told_on", {"told_on": MONDAY - timedelta(1)}), ("told_how", {"told_how": ""})):
        with pytest.raises(InvalidInput) as refused:
            tell(town, row, **changes)
        assert [fault.field for fault in refused.value.fields] == [field]
    with pytest.raises(Stale):
        tell(town, row, version=1)
    row = tell(town, row)
    assert (row.status, row.due_on, row.told_how) == ("told", None, "письмом")
    assert Term.objects.get(subject_id=row.id).state == "finished"
    counted = figures(matter_parts(matter))
    assert (counted.protected, counted.hurt, counted.told) == (1, 0, 1)
    with pytest.raises(AlreadyDone):
        tell(town, row)


def test_a_group_partly_restored_is_reached_in_part_only(town: Town) -> None:
    matter = assigned_matter(town)
    record(town, matter, kind="group", count=5, restored="Выплачено", restored_on=MONDAY)
    record(town, matter)
    with pytest.raises(InvalidInput):
        result(town, matter, "reached")
    result(town, matter, "partly")


def test_people_are_told_also_once_the_matter_is_closed(town: Town) -> None:
    matter = assigned_matter(town)
    rows = [record(town, matter, restored="Дело", restored_on=MONDAY), record(town, matter)]
    closed = {"status": "closed", "closed_on": MONDAY, "closed_by": town.head, "tasks": ["coordinate"]}
    Matter.objects.filter(pk=matter.pk).update(**closed)
    assert tell(town, rows[0]).status == "told"
    with pytest.raises(Conflict):
        restore(town, rows[1])


def test_who_is_not_told_in_time_rings_until_told(town: Town) -> None:
    row = record(town, assigned_matter(town), restored="Выплачено", restored_on=MONDAY)
    late = datetime.combine(THURSDAY + timedelta(days=1), datetime.min.time(), clock.ZONE)
    assert watch_untold(late - timedelta(hours=1)) is None
    assert watch_untold(late) == "people not told: 1"
    assert watch_untold(late) is None
    alarm = Alarm.objects.get(duty="duty.tell_protected")
    assert (alarm.subject_id, alarm.office) == (row.id, town.district)
    tell(town, row, on=THURSDAY + timedelta(days=1))
    alarm.refresh_from_db()
    assert alarm.ended_power == "protected.tell"


def test_names_are_read_by_the_officers_of_the_line_only(town: Town) -> None:
    matter = assigned_matter(town, complained_of=[town.second.person_id])
    row = record(town, matter)
    assert read_protected(town.actor("region_head"), MONDAY, row.id).name == "Ким Олег"
    for who, error in (("neighbour", NotFound), ("clerk", NotPermitted), ("second", NotPermitted)):
        with pytest.raises(error):
            read_protected(town.actor(who), MONDAY, row.id)
    with pytest.raises(NotPermitted):
        restore(town, row, by="second")


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("restored_on", {"restored": "Выплачено"}),
        ("restored", {"restored_on": MONDAY}),
        ("restored_on", {"told_on": MONDAY, "told_how": "письмом"}),
        ("right", {"right": "any"}),
        ("source", {"source": "street"}),
        ("count", {"count": 2}),
    ],
)
def test_bad_records_are_refused_on_their_field(town: Town, field: str, columns: dict[str, object]) -> None:
    with pytest.raises(InvalidInput) as refused:
        record(town, assigned_matter(town), **columns)
    assert [fault.field for fault in refused.value.fields] == [field]


def test_the_list_names_a_body_and_no_person(town: Town) -> None:
    matter = assigned_matter(town)
    for kind, name in (("official", "Ахметова Д. С."), ("person", "Ким О."), ("body", "Акимат")):
        violation = add_violation(town, matter, violator_kind=kind, violator_name=name)
        record(town, matter, violation_id=violation.id, name=f"Пострадавший от {kind}")
    found = pages.fetch(PROTECTED, scope_of(town.actor("head"), MONDAY), pages.Ask(), today=MONDAY).rows
    assert sorted(row["hurt_by_ru"] or "" for row in found) == ["", "", "Акимат"]
