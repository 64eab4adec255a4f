"""One row with what it points to: the same as the mapper gives, in one query, within the scope only."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.acts.models import Act
from qadaga.acts.selectors.card import _RELATED as ACT_RELATED
from qadaga.appeals.models import Appeal
from qadaga.authority.one import read_one
from qadaga.authority.scope import NATION, NOTHING, Scope
from qadaga.common.errors import NotFound
from qadaga.offices.models import Office
from tests.intake import Registry, make_appeal, make_registry

pytestmark = pytest.mark.django_db
RELATED = ("office__parent", "body", "registered_by__person", "matter__holder")


@pytest.fixture
def registry(db: None) -> Registry:
    return make_registry()


def test_it_is_what_the_mapper_gives(registry: Registry) -> None:
    appeal = make_appeal(registry)
    wanted = Appeal.objects.select_related(*RELATED).get(pk=appeal.pk)
    found = read_one(Appeal, RELATED, NATION, appeal.pk)
    names = [field.attname for field in Appeal._meta.concrete_fields]
    assert {name: getattr(found, name) for name in names} == {name: getattr(wanted, name) for name in names}
    with CaptureQueriesContext(connection) as queries:
        assert found.office.parent == wanted.office.parent
        assert found.registered_by.person.name == wanted.registered_by.person.name
        assert (found.body, found.matter) == (wanted.body, wanted.matter)
    # The mapper's own row was asked for all of it beforehand, and so was ours.
    assert len(queries) == 0


def test_one_query(registry: Registry) -> None:
    appeal = make_appeal(registry)
    with CaptureQueriesContext(connection) as queries:
        read_one(Appeal, RELATED, NATION, str(appeal.pk))
    assert len(queries) == 1


def test_outside_the_scope_it_is_not_there(registry: Registry) -> None:
    appeal = make_appeal(registry)
    own = Scope(offices=frozenset({appeal.office_id}))
    above = Scope(regions=frozenset({appeal.region_id}))
    assert read_one(Appeal, (), own, appeal.pk) == read_one(Appeal, (), above, appeal.pk) == appeal
    for scope in (NOTHING, Scope(offices=frozenset({uuid4()})), Scope(regions=frozenset({uuid4()}))):
        with pytest.raises(NotFound):
            read_one(Appeal, (), scope, appeal.pk)


@pytest.mark.parametrize("key", ["", "nothing", "0", None, uuid4()])
def test_no_key_is_not_there(key: object) -> None:
    with pytest.raises(NotFound):
        read_one(Appeal, (), NATION, key)


def test_a_list_of_rows_is_no_relation() -> None:
    with pytest.raises(TypeError, match="leads to no single row"):
        read_one(Appeal, ("applicants",), NATION, uuid4())


def test_a_row_that_points_back_is_read_with_it() -> None:
    # No act of that key: the statement itself, with the one-to-one row of what the act protests, must hold.
    with pytest.raises(NotFound):
        read_one(Act, ACT_RELATED, NATION, uuid4())
    assert Office.objects.count() == 0
