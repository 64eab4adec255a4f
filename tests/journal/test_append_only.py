"""The database refuses every change; what a superuser changes all the same is found and named."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from qadaga.common.ids import new_id
from qadaga.journal import audit, services
from qadaga.journal.models import ChainKind

DAY = date(2026, 3, 2)


@pytest.fixture
def office(db: None) -> UUID:
    """An office with six entries."""
    office_id = new_id()
    for number in range(6):
        with transaction.atomic():
            services.record(
                office_id=office_id,
                action="act.sign",
                subject_kind="act",
                subject_id=new_id(),
                by=None,
                ruling={"edition": "127-2017"},
                on=DAY,
                data={"number": number},
            )
    return office_id


@pytest.fixture
def superuser(office: UUID) -> Iterator[UUID]:
    """The office, with the triggers out of the way, as someone with the database's keys could put them."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield office
        cursor.execute("SET LOCAL session_replication_role = origin")


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def faults(office_id: UUID) -> list[tuple[str, int, int]]:
    return [(f.code, f.seq, f.last) for f in audit.verify(office_id, ChainKind.WORK).faults]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET action = 'act.draft'",
        "UPDATE journal_entry SET action = 'act.draft' WHERE false",
        "DELETE FROM journal_entry",
        "DELETE FROM journal_chain",
        "UPDATE journal_chain SET seq = seq - 1",
        "UPDATE journal_chain SET hash = decode(repeat('00', 32), 'hex')",
        "UPDATE journal_chain SET seq = seq + 1, kind = 1",
        "TRUNCATE journal_entry",
        "TRUNCATE journal_chain",
    ],
)
def test_a_change_is_refused(office: UUID, statement: str) -> None:
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        sql(statement)
    assert faults(office) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE journal_entry SET action = 'act.draft' WHERE seq = 3", ("changed", 3, 3)),
        ("""UPDATE journal_entry SET data = '{"number": 9}' WHERE seq = 3""", ("changed", 3, 3)),
        ("UPDATE journal_entry SET at = at + interval '1 microsecond' WHERE seq = 6", ("changed", 6, 6)),
        ("UPDATE journal_entry SET ruling = NULL WHERE seq = 1", ("changed", 1, 1)),
        ("UPDATE journal_entry SET by_office_id = office_id WHERE seq = 2", ("changed", 2, 2)),
        ("DELETE FROM journal_entry WHERE seq = 4", ("removed", 4, 4)),
        ("DELETE FROM journal_entry WHERE seq >= 5", ("removed", 5, 6)),
        ("DELETE FROM journal_entry", ("removed", 1, 6)),
        ("UPDATE journal_entry SET seq = 8 - seq WHERE seq IN (1, 7)", ("removed", 1, 1)),
        ("DELETE FROM journal_chain", ("inserted", 1, 6)),
        ("UPDATE journal_chain SET seq = 4", ("inserted", 5, 6)),
        ("UPDATE journal_chain SET hash = decode(repeat('00', 32), 'hex')", ("head", 6, 6)),
    ],
)
def test_tampering_is_found_and_named(superuser: UUID, statement: str, found: tuple[str, int, int]) -> None:
    sql(statement)
    assert found in faults(superuser)


def test_rows_that_changed_places_are_named(superuser: UUID) -> None:
    sql("UPDATE journal_entry SET seq = -seq WHERE seq IN (2, 5)")
    sql("UPDATE journal_entry SET seq = 7 + seq WHERE seq < 0")
    assert {seq for _, seq, _ in faults(superuser)} == {2, 5}


def test_an_inserted_row_is_named(superuser: UUID) -> None:
    sql("UPDATE journal_entry SET seq = -seq - 1 WHERE seq >= 3")
    sql("UPDATE journal_entry SET seq = -seq WHERE seq < 0")
    sql(
        "INSERT INTO journal_entry"
        ' (office_id, kind, seq, at, "on", action, subject_kind, subject_id, data, hash)'
        " SELECT office_id, kind, 3, at, \"on\", 'act.serve', subject_kind, subject_id, data, hash"
        " FROM journal_entry WHERE seq = 2"
    )
    assert faults(superuser) == [("inserted", 3, 3)]


def test_a_chain_without_its_head_is_still_verified(superuser: UUID) -> None:
    sql("DELETE FROM journal_chain")
    (report,) = audit.verify_all()
    assert [fault.code for fault in report.faults] == ["inserted"]


def test_only_the_chosen_office_is_verified(office: UUID) -> None:
    assert [report.entries for report in audit.verify_all(office)] == [6]
    assert list(audit.verify_all(new_id())) == []
