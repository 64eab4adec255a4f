"""Rows of several tables inserted by one statement."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from qadaga.accounts.models import Submission, User
from qadaga.database.inserting import insert
from qadaga.journal.models import Chain


@pytest.mark.django_db
def test_rows_of_two_tables_go_in_at_once() -> None:
    user = User.objects.create(username="inserted")
    sent = Submission(user=user, token=uuid4(), result="/there/", created_at=datetime(2026, 1, 5, tzinfo=UTC))
    sent.id = 10**9
    heads = [Chain(id=10**9 + n, office_id=uuid4(), kind=0, hash=b"\x00\xff" * 16) for n in range(2)]

    with CaptureQueriesContext(connection) as asked:
        insert([sent, *heads])

    assert len(asked) == 1
    assert Submission.objects.get(token=sent.token).result == "/there/"
    assert {bytes(row.hash) for row in Chain.objects.filter(id__in=[one.id for one in heads])} == {
        b"\x00\xff" * 16
    }
    assert not sent._state.adding


@pytest.mark.django_db
def test_one_row_that_is_refused_refuses_them_all() -> None:
    office = uuid4()
    heads = [Chain(id=10**9 + n, office_id=office, kind=0, hash=b"\x00" * 32) for n in range(2)]

    with pytest.raises(IntegrityError, match="journal_chain_one_head"), transaction.atomic():
        insert(heads)

    assert not Chain.objects.filter(office_id=office).exists()
    assert heads[0]._state.adding
