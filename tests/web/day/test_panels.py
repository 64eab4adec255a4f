"""What waits outside the registers of the office stands in three tables, what is late first."""

from datetime import date, timedelta
from uuid import uuid4

from qadaga.acts.selectors import Waiting
from qadaga.web.day.elsewhere import SORTS, elsewhere
from qadaga.web.day.panels import DECIDED, FOLLOWED, glance, panel_of, panels

DAY = date(2026, 11, 27)


def waiting(sort: str, due: date | None = None) -> Waiting:
    return Waiting(sort=sort, id=uuid4(), number="N-1", title=f"About {sort}", due_on=due)


def test_every_sort_stands_in_one_table_only() -> None:
    assert set(SORTS) >= DECIDED | FOLLOWED
    assert not DECIDED & FOLLOWED
    assert {panel_of(sort) for sort in SORTS} == {"decide", "carry_out", "follow"}


def test_nothing_is_lost_between_the_sections_and_the_tables() -> None:
    found = [waiting(sort) for sort in SORTS if sort != "review_due"]
    sections = elsewhere(found, DAY)
    made = panels(found, DAY)
    shown = [row for panel in made for group in panel.groups for row in group.rows]
    assert sorted(shown) == sorted(row for view in sections.values() for row in view.rows)
    assert sum(int(panel.count) for panel in made) == len(found)


def test_what_is_overdue_comes_first_and_marks_its_table() -> None:
    found = [waiting("called_up", DAY), waiting("proposal_due", DAY - timedelta(days=1)), waiting("request")]
    carried, followed = panels(found, DAY)
    assert [group.late for group in carried.groups] == [True, False]
    assert carried.late
    assert not followed.late
    assert glance([], [carried, followed]) == [
        ("day-carry_out", carried.title, "2", True),
        ("day-follow", followed.title, "1", False),
    ]


def test_a_section_that_has_more_than_it_shows_says_so() -> None:
    (panel,) = panels([waiting("request") for _one in range(7)], DAY)
    assert panel.count == "7+"


def test_an_empty_day_has_no_tables() -> None:
    assert panels([], DAY) == []
