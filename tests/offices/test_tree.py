"""The tree of a day: names and lines of that day, closed offices left out, one query."""

from datetime import date

import pytest

from qadaga.offices.models import Office, OfficeName, Subordination
from qadaga.offices.tree import tree
from tests.staffing import make_office

BEFORE, JULY = date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def top(db: None) -> Office:
    return make_office("t", "general")


def test_the_tree_is_that_of_the_day(top: Office, django_assert_num_queries: object) -> None:
    one, two = make_office("r1", "region", top), make_office("r2", "region", top)
    district = make_office("d", "district", one)
    Subordination.objects.filter(office=district).update(ends_on=JULY)
    Subordination.objects.create(office=district, parent=two, starts_on=JULY)
    OfficeName.objects.filter(office=two).update(ends_on=JULY)
    OfficeName.objects.create(office=two, name_ru="Новая", name_kk="Жаңа", name_en="New", starts_on=JULY)

    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django
        before = tree(BEFORE)
    after = tree(JULY)

    assert [node.code for node in before.line(district.id)] == ["t", "r1", "d"]
    assert [node.code for node in after.line(district.id)] == ["t", "r2", "d"]
    assert [node.code for node in after.below[top.id]] == ["r1", "r2"]
    assert [node.code for node in after.below[None]] == ["t"]
    new = after.nodes[two.id]
    assert (new.name_in("ru"), new.name_in("kk"), new.name_in("en")) == ("Новая", "Жаңа", "New")


def test_an_office_that_did_not_exist_is_not_in_it(top: Office) -> None:
    closed = make_office("r", "region", top)
    Office.objects.filter(pk=closed.pk).update(closed_on=JULY)
    assert closed.id in tree(BEFORE).nodes
    assert closed.id not in tree(JULY).nodes
    assert tree(JULY).line(closed.id) == []
