"""A transaction given up as a whole has no savepoints inside; any other has."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from qadaga.database.whole import part, whole

pytestmark = pytest.mark.django_db(transaction=True)


def _savepoints(taken: CaptureQueriesContext) -> int:
    return sum("SAVEPOINT" in one["sql"] for one in taken.captured_queries)


def _break() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO accounts_submission (user_id, token) VALUES (NULL, NULL)")


def test_inside_a_whole_transaction_a_part_takes_no_savepoint() -> None:
    with CaptureQueriesContext(connection) as taken, whole(), part():
        pass
    assert _savepoints(taken) == 0


def test_inside_any_other_transaction_a_part_is_a_savepoint_and_its_error_can_be_survived() -> None:
    with CaptureQueriesContext(connection) as taken, transaction.atomic():
        with pytest.raises(IntegrityError), part():
            _break()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    assert _savepoints(taken) == 3, "set, gone back to, released"


def test_alone_a_part_is_a_transaction() -> None:
    with part():
        assert connection.in_atomic_block
    assert not connection.in_atomic_block


def test_an_error_in_a_part_ends_the_whole_and_leaves_the_next_transaction_sound() -> None:
    with pytest.raises(IntegrityError), whole(), part():
        _break()
    with transaction.atomic(), CaptureQueriesContext(connection) as taken, part():
        pass
    assert _savepoints(taken) == 2
