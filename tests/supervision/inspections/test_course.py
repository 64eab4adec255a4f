"""An inspection from its draft to its end: who may, what is refused and by which clause."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from qadaga.authority import NotPermitted
from qadaga.common import clock
from qadaga.common.errors import AlreadyDone, Conflict, InvalidInput
from qadaga.journal.models import Entry
from qadaga.law import competence
from qadaga.matters import prolonging
from qadaga.matters.models import Matter, Term
from qadaga.matters.obstacles import obstacles
from qadaga.supervision.inspections import services
from qadaga.supervision.inspections.models import Inspection, TakenDocument
from qadaga.supervision.inspections.services.visiting import presence
from tests.casework import MONDAY, Town, assigned_matter, make_body, make_file
from tests.inspecting import at, draft_inspection, notified, resolution, running, sign, take

TUESDAY = MONDAY + timedelta(days=1)


def missing(refused: Any) -> set[tuple[str, str]]:
    """(mark or condition, clause) of what the law asks for."""
    return {(m.data.get("mark", m.code), m.citation.clause) for m in refused.value.ruling.missing}


def finish(town: Town, inspection: Inspection, by: str = "assistant") -> Inspection:
    inspection.refresh_from_db()
    return services.finish(
        inspection_id=inspection.id, version=inspection.version, outcome="clean", by=town.actor(by), on=MONDAY
    )


def findings(town: Town, inspection: Inspection) -> Inspection:
    inspection.refresh_from_db()
    return services.record_findings(
        inspection_id=inspection.id,
        version=inspection.version,
        findings="Закупки проведены по закону.",
        by=town.actor("assistant"),
        on=MONDAY,
    )


@pytest.mark.clause("O.8.4")
def test_the_signature_freezes_the_papers_and_starts_the_term(town: Town) -> None:
    draft = draft_inspection(town)
    with pytest.raises(NotPermitted) as refused:
        sign(town, draft, by="deputy")
    assert missing(refused) == {("posts", "O.15")}
    signed = sign(town, draft)
    assert (signed.number_text, signed.due_on) == ("ТК-dis-2026/000001", date(2026, 10, 7))
    assert signed.pdf is not None
    assert signed.notice_pdf is not None
    assert signed.sha256 == signed.pdf.sha256
    assert competence.same(signed.ruling)
    term = Term.objects.get(subject_kind="inspection", subject_id=signed.id)
    assert (term.rule, term.due_on) == ("inspection", signed.due_on)
    signed.matter.refresh_from_db()
    assert (signed.matter.status, signed.matter.due_on) == ("in_work", signed.due_on)
    assert Entry.objects.filter(action="inspection.open", subject_id=signed.id).count() == 1
    with pytest.raises(AlreadyDone):
        sign(town, signed)


def test_without_notice_only_where_the_ground_allows(town: Town) -> None:
    own = draft_inspection(town, ground="own_initiative", no_notice="Скроют документы")
    with pytest.raises(NotPermitted) as refused:
        sign(town, own)
    assert missing(refused) == {("notice_skipped", "R.figure")}
    signed = running(town, body=make_body("Отдел ЖКХ"), no_notice="Скроют документы")
    assert signed.notice_pdf is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"ground": "rumour"}, "ground"),
        ({"scope": "\0"}, "scope"),
        ({"officers": []}, "officers"),
        ({"starts_on": MONDAY - timedelta(days=1)}, "starts_on"),
        ({"starts_on": date(9999, 12, 31)}, "starts_on"),
    ],
)
def test_a_draft_says_what_is_wrong_with_it(town: Town, changed: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        draft_inspection(town, **changed)
    assert [fault.field for fault in refused.value.fields] == [field]
    assert not Inspection.objects.exists()


def test_officers_are_of_the_own_office(town: Town) -> None:
    for stranger in (town.neighbour.id, town.clerk.id):
        with pytest.raises(InvalidInput):
            draft_inspection(town, officers=[stranger])


@pytest.mark.clause("O.8.d5", "O.8.10")
def test_nothing_ends_while_a_document_is_here(town: Town) -> None:
    inspection = running(town)
    first, second = take(town, inspection), take(town, inspection, what="Договор № 8", original=False)
    assert (first.no, second.no) == (1, 2)
    findings(town, notified(town, Inspection.objects.get()))
    with pytest.raises(NotPermitted) as refused:
        finish(town, inspection)
    assert missing(refused) == {("documents_kept", "O.8.d5")}
    back = services.Returned(at(10), "Руководитель отдела", "расписка № 3")
    services.return_documents(
        inspection_id=inspection.id, document_ids=[first.id], returned=back, by=town.actor("clerk"), on=MONDAY
    )
    with pytest.raises(AlreadyDone):
        services.return_documents(
            inspection_id=inspection.id,
            document_ids=[first.id],
            returned=back,
            by=town.actor("clerk"),
            on=MONDAY,
        )
    services.keep_document(
        inspection_id=inspection.id,
        document_id=second.id,
        reason="Приобщён к досудебному расследованию",
        by=town.actor("assistant"),
        on=MONDAY,
    )
    with pytest.raises(AlreadyDone):
        services.keep_document(
            inspection_id=inspection.id,
            document_id=second.id,
            reason="Другое",
            by=town.actor("assistant"),
            on=MONDAY,
        )
    done = finish(town, inspection)
    assert (done.status, done.outcome, done.finished_on) == ("closed", "clean", MONDAY)
    assert Term.objects.get(subject_id=inspection.id).state == "finished"


@pytest.mark.clause("O.8.d4", "O.8.d5")
@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"obstructs": True}, ("work_obstructed", "O.8.d4")),
        ({"state_secret": True}, ("state_secret", "O.8.d5")),
    ],
)
def test_some_documents_are_not_taken(town: Town, changed: dict[str, Any], told: tuple[str, str]) -> None:
    inspection = running(town)
    with pytest.raises(NotPermitted) as refused:
        take(town, inspection, **changed)
    assert missing(refused) == {told}
    assert not TakenDocument.objects.exists()


def visit(town: Town, inspection: Inspection, first: int, last: int, on: date = MONDAY) -> None:
    with clock.frozen(at(23, day=on)):
        services.visit(
            inspection_id=inspection.id,
            place="Здание акимата",
            came_at=at(first, day=on),
            left_at=at(last, day=on),
            by=town.actor("assistant", on),
            on=on,
        )


@pytest.mark.clause("O.8.d4")
def test_hours_on_the_premises_are_limited(town: Town) -> None:
    inspection = running(town)
    visit(town, inspection, 9, 13)
    visit(town, inspection, 12, 16)  # together from 12 to 13: seven hours in all
    with pytest.raises(NotPermitted) as refused:
        visit(town, inspection, 16, 18)
    assert missing(refused) == {("hours_exceeded", "O.8.d4")}
    visit(town, inspection, 16, 17)
    visit(town, inspection, 9, 17, on=TUESDAY)
    after = Inspection.objects.get().due_on + timedelta(days=1)  # type: ignore[operator]  # signed
    with pytest.raises(Conflict) as late:
        visit(town, inspection, 9, 10, on=after)
    assert late.value.code == "period_over"


def test_hours_spent_together_count_once() -> None:
    assert presence([(at(9), at(12)), (at(10), at(11)), (at(11), at(13))]) == timedelta(hours=4)


@pytest.mark.clause("O.8.7")
def test_summons_are_for_an_inspection_under_way(town: Town) -> None:
    called = services.Called("official", "Ким Олег", "О закупках", "Каб. 4", at(15), "courier")
    draft = draft_inspection(town)
    with pytest.raises(Conflict):
        services.summon(inspection_id=draft.id, called=called, by=town.actor("assistant"), on=MONDAY)
    inspection = sign(town, draft)
    never = replace(called, called_at=datetime(9999, 12, 31, 23, tzinfo=timezone(-timedelta(hours=12))))
    with pytest.raises(InvalidInput):
        services.summon(inspection_id=inspection.id, called=never, by=town.actor("assistant"), on=MONDAY)
    row = services.summon(inspection_id=inspection.id, called=called, by=town.actor("assistant"), on=MONDAY)
    told = services.Ended("explained", "Конкурс проведён по закону.", signed=True)
    given = {
        "inspection_id": inspection.id,
        "summons_id": row.id,
        "by": town.actor("assistant"),
        "on": MONDAY,
    }
    for wrong in (replace(told, explanation=""), services.Ended("absent")):
        with pytest.raises(InvalidInput):
            services.record_explanation(ended=wrong, **given)
    row = services.record_explanation(ended=told, **given)
    assert (row.appearance, row.signed, row.recorded_on) == ("explained", True, MONDAY)
    findings(town, notified(town, Inspection.objects.get()))
    finish(town, inspection)
    with pytest.raises(NotPermitted) as refused:
        services.summon(inspection_id=inspection.id, called=called, by=town.actor("assistant"), on=MONDAY)
    assert ("not_status", "O.8.7") in missing(refused)


@pytest.mark.clause("O.8.4", "L.1.2")
def test_only_the_office_above_lets_it_last_longer(town: Town) -> None:
    inspection = running(town)
    due = inspection.due_on
    assert due is not None
    longer = services.Longer(due + timedelta(days=20), "awaiting_expertise", "Экспертиза не готова")
    services.ask_prolong(
        inspection_id=inspection.id,
        version=inspection.version,
        longer=longer,
        by=town.actor("assistant"),
        on=MONDAY,
    )
    inspection.refresh_from_db()
    about = {"inspection_id": inspection.id, "version": inspection.version, "on": MONDAY}
    with pytest.raises(NotPermitted) as early:
        services.prolong(**about, by=town.actor("head"))
    assert missing(early) == {("higher_consent_missing", "R.figure")}
    for beside in ("head", "region_prosecutor"):
        with pytest.raises(NotPermitted):
            services.consent(**about, agree=True, decision="Да", by=town.actor(beside))
    services.consent(**about, agree=True, decision="Обоснованно", by=town.actor("region_head"))
    about["version"] += 1
    prolonged = services.prolong(**about, by=town.actor("head"))
    assert prolonged.due_on == longer.until
    assert Term.objects.get(subject_id=inspection.id).due_on == longer.until


def test_what_an_office_with_nobody_above_applies_is_decided_with_that(town: Town) -> None:
    inspection, by = running(town), {"by": town.actor("head"), "on": MONDAY}
    longer = services.Longer(inspection.due_on + timedelta(days=20), "awaiting_expertise", "Не готова")
    rule, rows = "inspection", inspection.prolongations
    for _time in range(2):
        asked = prolonging.ask(rows, longer, due=inspection.due_on, rule=rule, **by)
        term = Term.objects.get(subject_id=inspection.id)
        inspection.due_on = prolonging.apply(asked, term=term, **by)
        assert (asked.agreed, asked.decided_on, asked.decided_by_id) == (True, MONDAY, town.head.id)
        longer = replace(longer, until=longer.until + timedelta(days=5))
    with pytest.raises(Conflict):
        prolonging.decide(rows, agree=True, decision="Да", **by)


@pytest.mark.clause("O.8.4")
def test_specialists_and_officers_of_other_bodies_take_part(town: Town) -> None:
    inspection, by = running(town), {"by": town.actor("head"), "on": MONDAY}
    engaged = services.Engaged("Омаров А.", "Институт экспертиз", "Сверить сметы", interested=True)
    with pytest.raises(NotPermitted) as refused:
        services.involve_specialist(inspection_id=inspection.id, engaged=engaged, **by)
    assert missing(refused) == {("specialist_interested", "L.1.10")}
    engaged = services.Engaged("Омаров А.", "Институт экспертиз", "Сверить сметы")
    row = services.involve_specialist(inspection_id=inspection.id, engaged=engaged, **by)
    row = services.record_conclusion(
        inspection_id=inspection.id, specialist_id=row.id, concluded_on=MONDAY, file=make_file(), **by
    )
    assert row.conclusion is not None
    services.involve_officers(
        inspection_id=inspection.id, organisation="Полиция", names="Двое", reason="Охрана", **by
    )
    with pytest.raises(NotPermitted):
        services.involve_officers(
            inspection_id=inspection.id,
            organisation="Полиция",
            names="Двое",
            reason="Охрана",
            by=town.actor("assistant"),
            on=MONDAY,
        )


def test_an_open_inspection_keeps_its_matter_open_and_needs_findings_and_notice(town: Town) -> None:
    inspection = running(town)
    codes = {one.code for one in obstacles(Matter.objects.get())}
    assert {"open_inspection", "open_term"} <= codes
    with pytest.raises(Conflict) as first:
        finish(town, inspection)
    assert first.value.code == "no_findings"
    findings(town, inspection)
    with pytest.raises(Conflict) as second:
        finish(town, inspection)
    assert second.value.code == "not_notified"


@pytest.mark.clause("O.8.d4", "L.1.9")
def test_a_second_inspection_of_the_body_is_told_of_the_first(town: Town) -> None:
    first, body = running(town), make_body()
    twice = draft_inspection(town, assigned_matter(town), body=body)
    with pytest.raises(Conflict) as same:
        sign(town, twice)
    assert (same.value.code, same.value.data["number"]) == ("same_inspection", first.number_text)
    other = draft_inspection(town, assigned_matter(town), body=body, ground="media")
    with pytest.raises(Conflict) as unexplained:
        sign(town, other)
    assert unexplained.value.code == "overlapping"
    words = resolution(town, body, ground="media", overlap="Другой предмет")
    other = services.save_draft(
        inspection_id=other.id, version=1, draft=words, by=town.actor("assistant"), on=MONDAY
    )
    assert sign(town, other).status == "opened"
    # What no service lets through the database refuses too.
    with pytest.raises(IntegrityError), transaction.atomic():
        Inspection.objects.filter(id=other.id).update(ground="appeal")
