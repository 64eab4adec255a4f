"""The ledger: kept by the database whatever writes the rows, voided instead of changed."""

from datetime import date

import pytest
from django.db import connection

from qadaga.matters import services as matters
from qadaga.matters.models import Matter, Violation
from qadaga.reports import ledger
from qadaga.reports.facts import SOURCES
from qadaga.reports.figures import FIGURES, GROUPS
from qadaga.reports.models import Fact
from qadaga.reports.records import RECORDS
from tests.casework import MONDAY, Town, add_violation, assigned_matter, signed_protest
from tests.staffing import actor_of, make_appointment, make_office


def facts(figure: str, **condition: object) -> list[Fact]:
    return list(Fact.objects.filter(figure=figure, **condition).order_by("id"))


def test_every_declared_fact_is_a_figure_with_its_record_and_every_figure_has_a_fact() -> None:
    declared = [fact.figure for source in SOURCES for fact in source.facts]
    assert sorted(declared) == sorted(FIGURES)
    assert len(declared) == sum(len(group.figures) for group in GROUPS)
    assert {one.record for one in FIGURES.values()} == set(RECORDS)


@pytest.mark.django_db
def test_the_database_keeps_what_is_declared() -> None:
    """Whoever changes a declaration adds a migration that installs it."""
    with connection.cursor() as cursor:
        for source in SOURCES:
            cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [f"reports_of_{source.table}"])
            assert cursor.fetchone()[0].strip() == " UNION ALL ".join(f.select() for f in source.facts)
            cursor.execute(
                "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'reports_note'"
                " AND tgrelid = %s::regclass",
                [source.table],
            )
            assert f"UPDATE OF {', '.join(source.watched)} ON" in cursor.fetchone()[0]


def test_what_is_found_counts_for_the_office_that_acts_then(town: Town) -> None:
    matter = assigned_matter(town)
    violation = add_violation(town, matter)
    (fact,) = facts("violations_found")
    assert (fact.office_id, fact.region_id, fact.day) == (town.district.id, town.region.id, MONDAY)
    assert (fact.direction, fact.officer_id) == ("legality_of_acts", town.assistant.id)
    Matter.objects.filter(id=matter.id).update(holder=town.other)
    Violation.objects.filter(id=violation.id).update(causes="removed")
    assert [one.office_id for one in facts("causes_removed")] == [town.other.id]
    assert [one.office_id for one in facts("violations_found")] == [town.district.id]


def test_a_fact_that_no_longer_holds_is_voided_and_what_holds_is_a_new_one(town: Town) -> None:
    violation = add_violation(town, assigned_matter(town))
    rows = Violation.objects.filter(id=violation.id)
    rows.update(causes="removed")
    rows.update(causes="found")
    rows.update(causes="removed", causes_text="Исправлено")
    gone, now = facts("causes_removed")
    assert gone.voided_at is not None
    assert now.voided_at is None
    assert gone.voided_at <= now.recorded_at


def test_tasks_named_later_go_to_what_stands_in_the_matter(town: Town) -> None:
    matter = assigned_matter(town)
    add_violation(town, matter)
    matter.refresh_from_db()
    matters.set_tasks(
        matter_id=matter.id,
        version=matter.version,
        tasks=["protect_rights"],
        by=town.actor("assistant"),
        on=MONDAY,
    )
    assert [one.tasks for one in facts("violations_found", voided_at=None)] == [["protect_rights"]]
    assert [one.tasks for one in facts("matters_opened", voided_at=None)] == [["protect_rights"]]
    assert len(facts("violations_found")) == 2


def test_counting_anew_gives_what_was_kept(town: Town) -> None:
    matter = assigned_matter(town)
    signed_protest(town, matter)
    known = Fact.objects.filter(voided_at=None).values_list(
        "figure", "source_id", "day", "office_id", "amount"
    )
    kept = set(known)
    assert ("acts_protest", date(2026, 9, 7)) in {(row[0], row[2]) for row in kept}
    ledger.rebuild()
    assert set(known.all()) == kept


@pytest.mark.clause("L.1.9")
def test_counting_anew_after_a_move_counts_for_the_office_that_acted_then(town: Town) -> None:
    matter = assigned_matter(town, kato="101000000")
    found = add_violation(town, matter)
    signed_protest(town, matter)
    place = make_office("eco", "environmental", town.region, kato="101000000", sphere="environmental")
    head = actor_of(make_appointment(place, "district_prosecutor"), MONDAY)
    Matter.objects.filter(id=matter.id).update(sphere="environmental")
    matter.refresh_from_db()
    given = {"to_office": "eco", "ground": "better_placed", "reason": "Сброс", "on": MONDAY}
    by = town.actor("region_head")
    matter = matters.move(matter_id=matter.id, version=matter.version, by=by, **given)
    raised = matters.Raised("disciplinary", "official", "Ким Олег", MONDAY)
    who = {"matter_id": matter.id, "by": head, "on": MONDAY}
    matter = matters.assign(version=matter.version, assignee_id=head.appointment_id, **who)
    matters.raise_liability(version=matter.version, raised=raised, **who)
    Violation.objects.filter(id=found.id).update(removed_on=MONDAY, removed_by_id=head.appointment_id)
    columns = ("figure", "source_id", "day", "office_id", "region_id", "officer_id", "matter_id", "amount")
    known = Fact.objects.filter(voided_at=None).values_list(*columns)
    kept = set(known)
    offices = {row[0]: row[3] for row in kept}
    before, after = ("violations_found", "acts_protest"), ("raised_disciplinary", "violations_removed")
    assert {offices[figure] for figure in (*before, "matters_opened")} == {town.district.id}
    assert {offices[figure] for figure in after} == {place.id}
    ledger.rebuild()
    assert set(known.all()) == kept
