"""Identifiers of rows."""

from uuid import UUID

from qadaga.common.ids import new_id


def test_ids_are_standard_version_seven_and_grow() -> None:
    made = [new_id() for _ in range(2000)]
    assert all(type(one) is UUID and one.version == 7 for one in made)
    assert made == sorted(set(made))
