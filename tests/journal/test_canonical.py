"""The form in which an entry is hashed: writer, database and verifier agree on it for any JSON value."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from qadaga.common.errors import InvalidInput
from qadaga.common.ids import new_id
from qadaga.journal import audit, services
from qadaga.journal.canonical import plain_data
from qadaga.journal.models import ChainKind, Entry

CODES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | CODES | st.dates() | st.uuids(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(CODES, inner, max_size=4),
    max_leaves=12,
)


class AnyData(HypothesisTestCase):
    """Whatever a service puts into `data` and `ruling`, the chain verifies after PostgreSQL had it."""

    @settings(max_examples=60)
    @given(st.dictionaries(CODES, VALUES, max_size=5), st.none() | st.dictionaries(CODES, VALUES, max_size=3))
    def test_verifies(self, data: dict[str, object], ruling: dict[str, object] | None) -> None:
        office = new_id()
        services.record_many(
            [
                services.draft(
                    office_id=office,
                    action="matter.open",
                    subject_kind="matter",
                    subject_id=new_id(),
                    by=services.JournalActor(new_id(), None, office),
                    ruling=ruling,
                    on=date(2026, 3, 2),
                    data=data,
                )
            ]
        )
        assert audit.verify(office, ChainKind.WORK).faults == ()
        assert Entry.objects.get(office_id=office).data == plain_data(data)


@pytest.mark.parametrize("value", [1.5, Decimal(1), b"x", object()])
def test_what_has_no_single_written_form_is_a_mistake_of_the_program(value: object) -> None:
    with pytest.raises(TypeError):
        plain_data({"value": value})


@pytest.mark.parametrize("value", ["x" * 201, "a\0b", "\ud800"])
def test_free_text_and_unwritable_text_are_refused(value: str) -> None:
    with pytest.raises(InvalidInput):
        plain_data({"value": value})


def test_ids_dates_and_sets_become_strings_and_sorted_lists() -> None:
    office = UUID("018f0000-0000-7000-8000-000000000000")
    assert plain_data({"a": office, "b": date(2026, 1, 2), "c": {"y", "x"}, "d": ("1",)}) == {
        "a": str(office),
        "b": "2026-01-02",
        "c": ["x", "y"],
        "d": ["1"],
    }
    assert plain_data({"at": datetime(2026, 1, 2, tzinfo=UTC)}) == {"at": "2026-01-02T00:00:00+00:00"}
