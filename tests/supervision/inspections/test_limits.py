"""Limits of hours: set by the first level from a day on, each day under its own figure (O.8.d4)."""

from datetime import date, timedelta
from typing import Any

import pytest

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import InvalidInput, NotFound
from qadaga.journal.models import Entry
from qadaga.law import wording
from qadaga.law.catalogue import load
from qadaga.organisation.limits.models import LimitEdition
from qadaga.organisation.limits.selectors import figures
from qadaga.organisation.limits.services import Edition, set_limit
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.services.visiting import IN_A_DAY, IN_ALL, hours
from tests.casework import MONDAY, Town
from tests.inspecting import at, running
from tests.norms import prosecutor_general

TUESDAY = MONDAY + timedelta(days=1)


def edition(**changed: Any) -> Edition:
    return Edition(
        **{"hours": 6, "starts_on": TUESDAY, "norm": "Приказ № 5", "decided_on": MONDAY, **changed}
    )


def visit(town: Town, inspection_id: Any, day: date, last: int) -> None:
    with clock.frozen(at(23, day=day)):
        services.visit(
            inspection_id=inspection_id,
            place="Акимат",
            came_at=at(9, day=day),
            left_at=at(last, day=day),
            by=town.actor("assistant", day),
            on=day,
        )


@pytest.mark.clause("O.8.d4")
def test_each_day_is_held_to_the_figure_of_that_day(town: Town) -> None:
    row = set_limit(limit=IN_A_DAY, edition=edition(), by=prosecutor_general(), on=MONDAY)
    assert Entry.objects.filter(action="limit.set", office_id=row.office_id).count() == 1
    inspection = running(town)
    visit(town, inspection.id, MONDAY, 16)
    with pytest.raises(NotPermitted) as refused:
        visit(town, inspection.id, TUESDAY, 16)
    (missing,) = refused.value.ruling.missing
    assert "6" in wording.sentence(missing, "ru")
    assert (missing.data["mark"], missing.citation.clause) == ("hours_exceeded", "O.8.d4")
    visit(town, inspection.id, TUESDAY, 15)
    shown = hours([(at(9), at(11)), (at(9, day=TUESDAY), at(10, day=TUESDAY))], TUESDAY, figures(TUESDAY))
    assert (shown.day, shown.all, shown.of_day.hours) == (timedelta(hours=1), timedelta(hours=3), 6)
    assert (figures(MONDAY)[IN_A_DAY].hours, figures(MONDAY)[IN_ALL].verified) == (8, False)


@pytest.mark.clause("O.8.d4")
def test_only_the_first_level_sets_a_figure_that_can_be(town: Town) -> None:
    general = prosecutor_general()
    with pytest.raises(NotPermitted):
        set_limit(limit=IN_A_DAY, edition=edition(), by=town.actor("head"), on=MONDAY)
    with pytest.raises(NotFound):
        set_limit(limit="no_limit", edition=edition(), by=general, on=MONDAY)
    set_limit(limit=IN_ALL, edition=edition(hours=200, checked=True), by=general, on=MONDAY)
    assert figures(TUESDAY)[IN_ALL].verified
    wrong: tuple[tuple[str, dict[str, Any]], ...] = (
        ("hours", {"hours": 25}),
        ("hours", {"hours": 0}),
        ("norm", {"norm": " "}),
        ("starts_on", {"starts_on": MONDAY - timedelta(days=1)}),
        ("decided_on", {"decided_on": TUESDAY}),
    )
    for field, changed in wrong:
        with pytest.raises(InvalidInput) as refused:
            set_limit(limit=IN_A_DAY, edition=edition(**changed), by=general, on=MONDAY)
        assert refused.value.fields[0].field == field
    assert LimitEdition.objects.count() == 1


def test_a_figure_that_has_not_begun_is_replaced_and_one_that_has_is_not(town: Town) -> None:
    general = prosecutor_general()

    def put(hours: int, starts_on: date) -> LimitEdition:
        changed = edition(hours=hours, starts_on=starts_on)
        return set_limit(limit=IN_A_DAY, edition=changed, by=general, on=MONDAY)

    later = TUESDAY + timedelta(days=7)
    slip, second = put(5, TUESDAY), put(4, later)
    # The same day again: the slip and what was to come after it never begin; both are journalled.
    put(7, TUESDAY)
    rows = LimitEdition.objects.order_by("id")
    assert [(row.hours, row.replaced_on) for row in rows] == [(5, MONDAY), (4, MONDAY), (7, None)]
    assert [figures(day)[IN_A_DAY].hours for day in (MONDAY, TUESDAY, later)] == [8, 7, 7]
    entries = Entry.objects.filter(action="limit.replaced").order_by("id")
    assert {entry.data["edition"] for entry in entries} == {str(slip.id), str(second.id)}
    # An earlier one leaves nothing after it; a figure in force on the day stays.
    put(6, MONDAY)
    assert [figures(day)[IN_A_DAY].hours for day in (MONDAY, TUESDAY)] == [6, 6]
    with pytest.raises(InvalidInput) as refused:
        put(8, MONDAY)
    assert refused.value.fields[0].code == "twice"
    limits = load().limits
    assert (limits[IN_A_DAY].most, limits[IN_ALL].most) == (24, 2000)
