"""Reports of interference: who reads each, never whom it is about; nothing shows it elsewhere (L.2.7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from qadaga.authority import NotPermitted
from qadaga.common.errors import InvalidInput, NotFound, Stale
from qadaga.journal import selectors as journal
from qadaga.journal.models import Entry
from qadaga.organisation.conduct import interference
from qadaga.organisation.conduct.interference import SEALED, ReportInput
from qadaga.organisation.conduct.models import InterferenceReport
from qadaga.staff.models import Appointment
from tests.organisation.conduct.conftest import Line
from tests.organisation.conftest import TODAY
from tests.staffing import actor_of, make_appointment, name_acting, send_away

D, R, T = "district", "region", "top"
HEAD, RHEAD, PG = f"{D} district_prosecutor", f"{R} regional_prosecutor", f"{T} prosecutor_general"
DEPUTY, ASSISTANT = f"{D} deputy_district", f"{D} assistant"


def report(line: Line, reporter: str, about: str = "", **given: Any) -> InterferenceReport:
    """A report by somebody of the line about another, or about a company."""
    who = {"insider_id": line.held[about].person_id} if about else {"outsider": "ТОО «Жол»"}
    entered = ReportInput(happened_on=TODAY, text="Требует прекратить проверку", **{**who, **given})
    return interference.report(by=line.actor(reporter), on=TODAY, given=entered)


def readers(line: Line, row: InterferenceReport) -> set[str]:
    """Everybody of the line who may read the report, in a list and by its address alike."""
    found = set()
    for who in line.held:
        by = line.actor(who)
        listed = row in interference.visible(by, TODAY)
        try:
            interference.read(by=by, on=TODAY, report_id=row.id)
            opened = True
        except NotFound:
            opened = False
        assert listed == opened, who
        if listed:
            found.add(who)
    return found


ABOVE_DISTRICT = {RHEAD, f"{R} deputy_regional", PG, f"{T} deputy_pg"}


@pytest.mark.parametrize(
    ("reporter", "about", "expected"),
    [
        (ASSISTANT, DEPUTY, {ASSISTANT, HEAD} | ABOVE_DISTRICT),
        (ASSISTANT, HEAD, {ASSISTANT} | ABOVE_DISTRICT),
        (f"{D} registry_clerk", HEAD, {f"{D} registry_clerk"} | ABOVE_DISTRICT),
        (HEAD, RHEAD, {HEAD, PG, f"{T} deputy_pg"}),
        (HEAD, f"{R} deputy_regional", {HEAD, RHEAD, PG, f"{T} deputy_pg"}),
        (RHEAD, f"{T} deputy_pg", {RHEAD, PG}),
        (RHEAD, PG, {RHEAD}),
        (ASSISTANT, PG, {ASSISTANT}),
        (f"{T} prosecutor", f"{T} deputy_pg", {f"{T} prosecutor", PG}),
        (RHEAD, ASSISTANT, {RHEAD, HEAD} | ABOVE_DISTRICT),
        (ASSISTANT, "", {ASSISTANT, HEAD} | ABOVE_DISTRICT),
        (HEAD, "", {HEAD} | ABOVE_DISTRICT),
        (RHEAD, "", {RHEAD, PG, f"{T} deputy_pg"}),
        (PG, "", {PG}),
        ("beside district_prosecutor", HEAD, {"beside district_prosecutor"} | ABOVE_DISTRICT),
    ],
)
def test_a_report_is_read_by_the_reporter_and_above_the_person_only(
    line: Line, reporter: str, about: str, expected: set[str]
) -> None:
    row = report(line, reporter, about)
    assert readers(line, row) == expected
    assert about not in readers(line, row)


def test_in_every_hat_the_person_reported_reads_nothing(line: Line) -> None:
    person = line.held[ASSISTANT].person
    above = make_appointment(line.held[RHEAD].office, "deputy_regional", person)
    row = report(line, f"{D} registry_clerk", ASSISTANT)
    for held in (line.held[ASSISTANT], above):
        assert row not in interference.visible(actor_of(held, TODAY), TODAY)
        with pytest.raises(NotFound):
            interference.read(by=actor_of(held, TODAY), on=TODAY, report_id=row.id)


def test_a_deputy_who_replaces_the_reported_head_reads_nothing(line: Line) -> None:
    send_away(line.held[HEAD].person, TODAY - timedelta(days=1))
    name_acting(line.held[DEPUTY], TODAY - timedelta(days=1))
    row = report(line, ASSISTANT, HEAD)
    assert DEPUTY not in readers(line, row)
    assert DEPUTY in readers(line, report(line, ASSISTANT))


def test_a_promotion_to_head_above_closes_that_office_to_the_report(line: Line) -> None:
    row = report(line, ASSISTANT, HEAD)
    Appointment.objects.filter(id__in=[line.held[HEAD].id, line.held[RHEAD].id]).update(ends_on=TODAY)
    make_appointment(line.held[RHEAD].office, "regional_prosecutor", line.held[HEAD].person, since=TODAY)
    assert row not in interference.visible(line.actor(f"{R} deputy_regional"), TODAY)
    assert row in interference.visible(line.actor(PG), TODAY)


def test_the_alarm_waits_for_leaders_above_and_ends_with_the_outcome(line: Line) -> None:
    row = report(line, ASSISTANT, HEAD)
    waiting = {who for who in line.held if row in interference.waiting(line.actor(who), TODAY)}
    assert waiting == ABOVE_DISTRICT
    interference.close(by=line.actor(RHEAD), on=TODAY, report_id=row.id, outcome="Проведена беседа")
    assert not [who for who in line.held if interference.waiting(line.actor(who), TODAY)]


def test_a_report_that_nobody_reads_is_late_after_a_day(line: Line) -> None:
    row = report(line, ASSISTANT, HEAD)
    assert [interference.unread(row, TODAY + timedelta(days=days)) for days in (0, 1, 3)] == [None, 1, 3]
    interference.read(by=line.actor(ASSISTANT), on=TODAY, report_id=row.id)
    row.refresh_from_db()
    assert interference.unread(row, TODAY + timedelta(days=1)) == 1, "the reporter's own reading is none"
    interference.read(by=line.actor(RHEAD), on=TODAY + timedelta(days=2), report_id=row.id)
    row.refresh_from_db()
    assert row.read_on == TODAY + timedelta(days=2)
    assert interference.unread(row, TODAY + timedelta(days=9)) is None
    nobody = report(line, ASSISTANT, PG)
    assert interference.unread(nobody, TODAY + timedelta(days=9)) is None


def test_the_outcome_is_recorded_above_once_by_the_version_seen(line: Line) -> None:
    row = report(line, ASSISTANT, HEAD)
    with pytest.raises(NotFound):
        interference.close(by=line.actor(HEAD), on=TODAY, report_id=row.id, outcome="Ничего не было")
    with pytest.raises(NotPermitted):
        interference.close(by=line.actor(ASSISTANT), on=TODAY, report_id=row.id, outcome="Само прошло")
    with pytest.raises(Stale):
        interference.close(by=line.actor(RHEAD), on=TODAY, report_id=row.id, outcome="И", version=9)
    done = interference.close(by=line.actor(RHEAD), on=TODAY, report_id=row.id, outcome="И", version=1)
    assert (done.state, done.closed_by_id) == ("closed", line.held[RHEAD].id)
    with pytest.raises(NotPermitted):
        interference.close(by=line.actor(PG), on=TODAY, report_id=row.id, outcome="Ещё")


def test_a_report_about_the_prosecutor_general_is_closed_by_the_reporter(line: Line) -> None:
    row = report(line, ASSISTANT, PG)
    assert row.nobody_above
    closed = interference.close(
        by=line.actor(ASSISTANT), on=TODAY, report_id=row.id, outcome="Передано Президенту"
    )
    assert closed.state == "closed"


def test_no_journal_of_an_office_and_no_card_of_a_person_shows_it(line: Line) -> None:
    row = report(line, ASSISTANT, HEAD)
    interference.read(by=line.actor(RHEAD), on=TODAY, report_id=row.id)
    interference.close(by=line.actor(RHEAD), on=TODAY, report_id=row.id, outcome="Итог")
    entries = Entry.objects.filter(subject_kind="interference")
    assert {entry.office_id for entry in entries} == {SEALED}
    assert {entry.action for entry in entries} == {"interference.report", "interference.close", "card.read"}
    for held in line.held.values():
        assert not [e for e in journal.of_office(held.office_id) if "interference" in e.action]
        assert not journal.timeline("person", held.person_id)
        assert not journal.readings("person", held.person_id)
    assert str(line.held[HEAD].person_id) not in str(list(entries.values_list("data", flat=True)))


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"text": " "}, {"text"}),
        ({"outsider": " "}, {"outsider"}),
        ({"happened_on": TODAY + timedelta(days=1)}, {"happened_on"}),
    ],
)
def test_what_cannot_be_reported_is_said_by_field(
    line: Line, given: dict[str, Any], fields: set[str]
) -> None:
    entered = {"happened_on": TODAY, "text": "Т", "outsider": "Аким", **given}
    with pytest.raises(InvalidInput) as refused:
        interference.report(by=line.actor(ASSISTANT), on=TODAY, given=ReportInput(**entered))
    assert {fault.field for fault in refused.value.fields} == fields


def test_one_reports_another_never_oneself_nor_two_at_once(line: Line) -> None:
    with pytest.raises(InvalidInput):
        report(line, ASSISTANT, ASSISTANT)
    with pytest.raises(InvalidInput):
        report(line, ASSISTANT, HEAD, outsider="Аким")
    row = report(line, ASSISTANT, HEAD)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterferenceReport.objects.filter(id=row.id).update(outsider="Аким")


def test_a_person_is_found_by_the_name_in_the_office(line: Line) -> None:
    held = line.held[HEAD]
    assert interference.find_insider("d", held.person.last_name.lower(), TODAY) == held.person
    for name, code in (("Никто", "nobody"), ("Ахметов", "several")):
        with pytest.raises(InvalidInput) as refused:
            interference.find_insider("d", name, TODAY)
        assert refused.value.fields[0].code == code
