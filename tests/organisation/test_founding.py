"""Founding the real structure: complete, once only, journalled, never over what people changed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from qadaga.journal.models import Entry
from qadaga.law import catalogue
from qadaga.offices import selectors
from qadaga.offices.models import Office, Unit
from qadaga.offices.structure import plan
from qadaga.organisation.founding import found

TODAY = date(2026, 7, 15)


@pytest.fixture
def founded(db: None) -> None:
    found(on=TODAY)


@pytest.mark.usefixtures("founded")
class TestFounded:
    """The structure after one load."""

    def test_every_planned_office_is_there_with_its_line(self) -> None:
        assert Office.objects.count() == len(plan().offices)
        burabay = selectors.office_by_code("1170")
        assert selectors.path(burabay, TODAY) == ("gp", "1100", "1170")
        assert burabay.region.code == "1100"

    def test_a_line_may_be_deep_and_keeps_its_region(self) -> None:
        garrison = selectors.office_by_code("gvp-garrison-astana")
        assert selectors.path(garrison, TODAY) == ("gp", "gvp", "gvp-okrug-astana", "gvp-garrison-astana")
        assert garrison.region.code == "gvp"
        assert selectors.office_by_code("gtp-west").region.code == "gtp"

    def test_kinds_stand_under_the_kinds_the_law_allows(self) -> None:
        kinds = catalogue.load().office_kinds
        for office in Office.objects.select_related("parent"):
            assert office.level == kinds[office.kind].level
            if office.parent is not None:
                assert office.parent.kind in kinds[office.kind].parents, office.code

    def test_spheres_are_those_of_the_kinds(self) -> None:
        kinds = catalogue.load().office_kinds
        for office in Office.objects.prefetch_related("spheres"):
            wanted = kinds[office.kind].sphere
            if wanted is not None:
                assert [row.sphere for row in office.spheres.all()] == [wanted], office.code

    def test_each_office_has_one_entry_in_its_own_chain(self) -> None:
        assert Entry.objects.filter(action="structure.load").count() == Office.objects.count()

    def test_units_stand_inside_offices(self) -> None:
        assert Unit.objects.filter(office__code="gp").exists()

    def test_a_second_load_changes_nothing(self) -> None:
        Office.objects.filter(code="1170").update(name_ru="Иное имя")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            again = found(on=TODAY)
        assert (again.offices, again.units, again.present) == (0, 0, len(plan().offices))
        assert selectors.office_by_code("1170").name_ru == "Иное имя"
        assert not [q for q in queries if q["sql"].startswith(("INSERT", "UPDATE"))]

    def test_a_lost_office_is_put_back_alone(self) -> None:
        Office.objects.get(code="1170").delete()
        assert found(on=TODAY).offices == 1


def test_progress_counts_up_to_the_whole(db: None) -> None:
    told: list[tuple[int, int]] = []
    found(on=TODAY, progress=lambda done, of: told.append((done, of)))
    whole = len(plan().offices)
    assert told == [(done, whole) for done in range(1, whole + 1)]
