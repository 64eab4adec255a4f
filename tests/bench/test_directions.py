"""The made-up rows of the directions: every column that a row needs is made, and none that is not there."""

import pytest
from django.apps import apps

from bench.directions import SHARES, TABLES

MODELS = {model._meta.db_table: model for model in apps.get_models()}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_the_columns_are_those_of_the_model(table: str) -> None:
    fields = MODELS[table]._meta.concrete_fields
    made = set(TABLES[table].split())
    assert made <= {field.column for field in fields}
    assert {field.column for field in fields if not field.null} <= made


def test_only_tables_that_are_made_have_a_share() -> None:
    assert set(SHARES) < set(TABLES)
