"""Every condition that a register offers to tick is one that the database answers, by an index."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from qadaga.authority.lists import asking, pages
from qadaga.authority.lists.filters import Flag
from qadaga.authority.scope import NATION, Scope
from qadaga.common import clock
from qadaga.web.registers.listed import LISTED
from qadaga.web.registers.states import built_in

FLAGS = [
    (name, one.name)
    for name, listed in LISTED.items()
    for one in listed.register.filters
    if isinstance(one, Flag)
]
SCOPES = (
    NATION,
    Scope(regions=frozenset({UUID(int=1)})),
    Scope(offices=frozenset({UUID(int=1), UUID(int=2)})),
)


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "flag"), FLAGS)
def test_a_ticked_condition_is_answered(name: str, flag: str) -> None:
    ask = asking.asked({flag: True})
    assert pages.fetch(LISTED[name].register, NATION, ask, today=clock.today()).rows == []


@pytest.mark.django_db
def test_the_views_of_every_register_are_found_by_indexes() -> None:
    scanned = []
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for name, listed in LISTED.items():
            for one, state in built_in(listed.register) if not listed.register.table.startswith("\n") else ():
                for scope in (replace(scope, post=UUID(int=3)) for scope in SCOPES):
                    text = pages.explain_text(listed.register, scope, state.ask(scope), today=clock.today())
                    cursor.execute(f"EXPLAIN {text}")
                    plan = "\n".join(row[0] for row in cursor.fetchall())
                    if f"Seq Scan on {listed.register.table} " in plan:
                        scanned.append((name, one.name, scope, plan))
    assert not scanned, scanned[0]


def test_whose_a_row_is_leads_by_an_index_in_the_first_order() -> None:
    by_table = {model._meta.db_table: model for model in apps.get_models()}
    missing = []
    for name, listed in LISTED.items():
        register = listed.register
        for column in (one for one in register.mine if "%(mine)s" not in one):
            model = by_table[register.table]
            known = {
                tuple(model._meta.get_field(field).attname for field in index.fields)
                for index in model._meta.indexes
            }
            if (column, register.sorts[0].column, "id") not in known:
                missing.append((name, column))
    assert not missing
