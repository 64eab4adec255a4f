"""`import staff` and `import service`: every row by the law, all rows or none, again nothing."""

from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from threading import Event
from time import sleep

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from qadaga.accounts.models import User
from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import InvalidInput
from qadaga.common.identifiers import check_digit
from qadaga.journal import audit
from qadaga.journal.models import Entry
from qadaga.organisation.careers.models import EntryCheck
from qadaga.organisation.personnel.importing import running
from qadaga.organisation.personnel.importing.running import Brought, bring_in
from qadaga.organisation.personnel.models import ServicePeriod
from qadaga.organisation.staffing import services
from qadaga.organisation.staffing.models import StaffingTable
from qadaga.staff.models import Appointment, Person
from tests.ordering import signed_order
from tests.organisation.conftest import TODAY
from tests.organisation.personnel.conftest import Personnel
from tests.parallel import at_once
from tests.staffing import make_actor, make_appointment, make_office, make_person

HEAD = [
    "ИИН",
    "Фамилия",
    "Имя",
    "Отчество",
    "Прокуратура",
    "Должность",
    "Назначен с",
    "Приказ",
    "Личное дело",
]
STAFFING = ["Прокуратура", "Должность", "Сотрудник", "Единиц", "Ставка", "С", "Приказ"]
PERIODS = ["ИИН", "Вид периода", "Место", "С", "По", "Документ"]


def iin(number: int) -> str:
    """A valid number of somebody born on 25 July 1985."""
    for serial in range(10 * number, 10 * number + 10):
        eleven = f"8507253{serial:04}"
        digit = check_digit(eleven)
        if digit is not None:
            return f"{eleven}{digit}"
    raise AssertionError("one of ten is always possible")


def people(count: int) -> list[list[str]]:
    post = ["d", "помощник прокурора", "06.01.2025", "№ 1-к", "личное дело"]
    return [[iin(n), f"Сотрудник{n}", "Болат", "", *post] for n in range(count)]


def table(path: Path, head: list[str], rows: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return table(tmp_path / "staff.xlsx", HEAD, people(5))


def test_people_are_registered_and_appointed_and_again_nothing(personnel: Personnel, file: Path) -> None:
    found = bring_in(file, "staff", by=personnel.staff, on=TODAY)
    assert (found.rows, found.added, found.known, found.faults) == (5, 5, 0, [])
    held = Appointment.objects.get(person__iin=iin(3))
    assert (held.post, held.office, held.starts_on) == (
        "assistant",
        personnel.service.office,
        date(2025, 1, 6),
    )
    assert Entry.objects.filter(action="appointment.make").count() == 5
    again = bring_in(file, "staff", by=personnel.staff, on=TODAY)
    assert (again.added, again.known) == (0, 5)
    assert Appointment.objects.filter(person__iin__isnull=False).count() == 5


def test_a_dry_run_says_what_would_be_and_writes_nothing(personnel: Personnel, file: Path) -> None:
    entries = Entry.objects.count()
    found = bring_in(file, "staff", by=personnel.staff, on=TODAY, dry_run=True)
    assert (found.added, found.faults) == (5, [])
    assert not Person.objects.filter(iin__isnull=False).exists()
    assert Entry.objects.count() == entries


def test_one_faulty_row_and_nothing_is_imported(personnel: Personnel, tmp_path: Path) -> None:
    rows = people(6)
    rows[1][0] = "850725400332"
    rows[2][4] = "нигде"
    rows[3][5] = "министр"
    rows[4][6] = "31.02.2025"
    rows[5][4] = "r"
    path = table(tmp_path / "staff.xlsx", HEAD, rows)
    found = bring_in(path, "staff", by=personnel.staff, on=TODAY)
    assert [(fault.line, fault.column) for fault in found.faults] == [
        (3, "иин"),
        (4, "прокуратура"),
        (5, "должность"),
        (6, "назначен с"),
        (7, ""),
    ]
    assert "[L.1.2]" in found.faults[-1].reason
    assert not Person.objects.filter(iin__isnull=False).exists()


def test_the_first_post_needs_the_paper_of_entry(personnel: Personnel, tmp_path: Path) -> None:
    rows = people(1)
    rows[0][8] = ""
    found = bring_in(table(tmp_path / "s.xlsx", HEAD, rows), "staff", by=personnel.staff, on=TODAY)
    assert len(found.faults) == 1
    assert not Person.objects.filter(iin__isnull=False).exists()


def test_periods_come_in_by_the_iin(personnel: Personnel, file: Path, tmp_path: Path) -> None:
    bring_in(file, "staff", by=personnel.staff, on=TODAY)
    army = [iin(0), "Вооружённые силы", "в/ч 1", "01.01.2005", "01.01.2007", "военный билет"]
    court = [iin(1), "courts", "суд", "2010-01-01", "2012-01-01", "приказ"]
    path = table(tmp_path / "p.xlsx", PERIODS, [army, court])
    found = bring_in(path, "service", by=personnel.staff, on=TODAY)
    assert (found.added, found.faults) == (2, [])
    assert set(ServicePeriod.objects.values_list("kind", flat=True)) == {"armed_forces", "courts"}
    assert bring_in(path, "service", by=personnel.staff, on=TODAY).known == 2
    stranger = [iin(77), "суды", "суд", "2010-01-01", "", "приказ"]
    wrong = [iin(0), "цирк", "цирк", "2010-01-01", "2009-01-01", ""]
    path = table(tmp_path / "q.xlsx", PERIODS, [stranger, wrong])
    found = bring_in(path, "service", by=personnel.staff, on=TODAY)
    assert [(fault.line, fault.column) for fault in found.faults] == [(2, "иин"), (3, "вид")]


def test_nobody_without_the_power_imports_and_no_other_file_is_taken(
    personnel: Personnel, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(NotPermitted):
        bring_in(file, "staff", by=make_actor(personnel.service.office, "assistant", on=TODAY), on=TODAY)
    (tmp_path / "x.csv").write_text("Один;Два\n1;2\n", encoding="utf-8")
    with pytest.raises(InvalidInput):
        bring_in(tmp_path / "x.csv", "staff", by=personnel.staff, on=TODAY)


def test_the_command_writes_the_error_file_and_ends_with_one(
    personnel: Personnel, file: Path, tmp_path: Path
) -> None:
    person = Person.objects.get(id=personnel.staff.person_id)
    person.user = User.objects.create_user("staff", None, language="ru")
    person.save()
    out = StringIO()
    with clock.frozen(TODAY):
        call_command("import_", "staff", str(file), "--as", "staff", "--dry-run", stdout=out)
        assert not Person.objects.filter(iin__isnull=False).exists()
        call_command("import_", "staff", str(file), "--as", "staff", stdout=out)
        assert Person.objects.filter(iin__isnull=False).count() == 5
        rows = people(1)
        rows[0][5] = "министр"
        bad = table(tmp_path / "bad.xlsx", HEAD, rows)
        with pytest.raises(CommandError):
            call_command("import_", "staff", str(bad), "--as", "staff", stdout=out)
    errors = (tmp_path / "bad.xlsx.errors.csv").read_text(encoding="utf-8-sig")
    assert errors.splitlines()[1].startswith("2;должность;")


def test_staffing_tables_come_in_office_by_office(personnel: Personnel, tmp_path: Path) -> None:
    general = make_actor(personnel.service.top, "prosecutor_general", on=TODAY)
    order = signed_order(general, TODAY, kind="staffing")
    services.set_limit(
        by=general,
        on=TODAY,
        office_id=personnel.service.office.id,
        positions=9,
        starts_on=TODAY,
        order_id=order.id,
    )
    since, number = TODAY.isoformat(), str(order.number_text)
    rows = [
        ["d", "прокурор района", "", "1", "", since, number],
        ["d", "помощник прокурора", "сотрудник", "4", "1", since, number],
        ["d", "специалист кадровой службы", "да", "1", "0,5", since, number],
    ]
    path = table(tmp_path / "t.xlsx", STAFFING, rows)
    found = bring_in(path, "staffing", by=general, on=TODAY)
    assert (found.added, found.faults) == (3, [])
    kept = StaffingTable.objects.get(office=personnel.service.office)
    assert sum(line.positions for line in kept.lines.all()) == 6
    assert bring_in(path, "staffing", by=general, on=TODAY).known == 3
    wrong = [
        [*rows[0][:3], "много", *rows[0][4:]],
        ["d2", "прокурор района", "", "1", "2", since, number],
        ["r", "прокурор области", "", "1", "", since, "нет такого"],
        ["t", "Генеральный Прокурор", "", "1", "", since, number],
        ["t", "помощник прокурора", "", "1", "", since, number],
        ["t", "прокурор города", "", "1", "", since, number],
    ]
    found = bring_in(table(tmp_path / "w.xlsx", STAFFING, wrong), "staffing", by=general, on=TODAY)
    assert [(fault.line, fault.column) for fault in found.faults] == [
        (2, "единиц"),
        (3, "ставка"),
        (4, "приказ"),
        (7, "должность"),
    ]
    assert StaffingTable.objects.count() == 1


def test_rows_that_only_follow_each_other_and_one_fault_among_many(
    personnel: Personnel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody new stands in two rows, for two posts: taken together they clash, one by one they do not."""
    rows = people(8)
    rows.append([*rows[2][:4], "d", "старший помощник прокурора", "01.03.2025", "№ 2-к", "личное дело"])
    head = [*HEAD, "Назначен по"]
    rows = [[*row, "01.03.2025" if n == 2 else ""] for n, row in enumerate(rows)]
    rows[5][4] = "нигде"
    bad = bring_in(table(tmp_path / "a.xlsx", head, rows), "staff", by=personnel.staff, on=TODAY)
    assert [(fault.line, fault.column) for fault in bad.faults] == [(7, "прокуратура")]
    assert not Person.objects.filter(iin__isnull=False).exists()
    rows[5][4] = "d"
    path = table(tmp_path / "b.xlsx", head, rows)
    monkeypatch.setattr(running, "AT_ONCE", 4)
    found = bring_in(path, "staff", by=personnel.staff, on=TODAY)
    assert (found.rows, found.added, found.faults) == (9, 9, [])
    assert Appointment.objects.filter(person__iin=iin(2)).count() == 2
    assert EntryCheck.objects.count() == 8
    assert not [report for report in audit.verify_all() if report.faults]
    assert bring_in(path, "staff", by=personnel.staff, on=TODAY).known == 9


def test_many_rows_cost_few_questions(personnel: Personnel, tmp_path: Path) -> None:
    path = table(tmp_path / "staff.xlsx", HEAD, people(40))
    with CaptureQueriesContext(connection) as asked:
        bring_in(path, "staff", by=personnel.staff, on=TODAY)
    assert len(asked) <= 40
    with CaptureQueriesContext(connection) as again:
        bring_in(path, "staff", by=personnel.staff, on=TODAY)
    assert len(again) <= 18


def test_the_last_place_of_a_table_is_given_once_within_a_file(personnel: Personnel, tmp_path: Path) -> None:
    general = make_actor(personnel.service.top, "prosecutor_general", on=TODAY)
    office = personnel.service.office
    order = signed_order(general, TODAY, kind="staffing")
    there = Appointment.objects.filter(office=office).count()
    services.set_limit(
        by=general, on=TODAY, office_id=office.id, positions=there + 2, starts_on=TODAY, order_id=order.id
    )
    found = bring_in(table(tmp_path / "s.xlsx", HEAD, people(3)), "staff", by=personnel.staff, on=TODAY)
    assert [(fault.line, "[O.5]" in fault.reason) for fault in found.faults] == [(4, True)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("O.10")
def test_a_death_noted_while_a_list_is_brought_in_is_seen_by_one_of_the_two(tmp_path: Path) -> None:
    top = make_office("t", "general")
    region = make_office("r", "region", top)
    make_office("d", "district", region)
    staff = make_actor(top, "staff_officer", on=TODAY)
    # Served in another office: nothing but the card itself stands between the two.
    kept = make_appointment(
        make_office("d2", "district", region), "assistant", make_person("Сотрудник", iin=iin(0))
    )
    rows = people(1)
    rows[0][6] = "13.07.2026"
    path = table(tmp_path / "staff.xlsx", HEAD, rows)
    locked, done = Event(), Event()

    def die() -> None:
        with transaction.atomic():
            Person.objects.select_for_update(no_key=True).get(id=kept.person_id)
            locked.set()
            # By now the import waits for the card; without the lock it would be through, and wrong.
            assert _until(lambda: done.is_set() or _somebody_waits())
            Person.objects.filter(id=kept.person_id).update(died_on=date(2026, 7, 1))

    def bring() -> Brought:
        assert locked.wait(30)
        try:
            return bring_in(path, "staff", by=staff, on=TODAY)
        finally:
            done.set()

    _died, found = at_once([die, bring])
    assert isinstance(found, Brought)
    assert ([fault.line for fault in found.faults], found.added) == ([2], 0)
    assert "2026" in found.faults[0].reason  # the day of death
    assert Appointment.objects.filter(person=kept.person_id).count() == 1
    connection.close()


def _until(true: Callable[[], bool]) -> bool:
    for _ in range(600):
        if true():
            return True
        sleep(0.05)
    return False


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # else a transaction sees the first answer only
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database())"
        )
        return bool(cursor.fetchone()[0])
