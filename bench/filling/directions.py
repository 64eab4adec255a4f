"""The registers of the directions of supervision (L.3) and of the work in court (O.7.2)."""

from __future__ import annotations

from bench.filling.rows import (
    COURT,
    DAY,
    FROZEN,
    LATER,
    NUMBERED,
    SIGNED,
    WHO,
    Rows,
    numbered,
    of,
    word,
)

TABLES = {
    # Half of what is not done waits for somebody to review it.
    "legality_legalact": Rows(
        given={
            **{"number": "r.n::text", "title": numbered("О правилах"), "issuer": word("akimat")},
            "status": "CASE WHEN r.closed THEN 'conforms' WHEN r.n % 2 = 1 THEN 'review'"
            " ELSE 'registered' END",
            **{"reviewer_id": WHO, "due_on": "CASE WHEN NOT r.closed AND r.n % 2 = 1 THEN r.day + 30 END"},
        }
    ),
    "pretrial_case": Rows(
        "opened",
        "closed",
        {"erdr": "lpad(r.n::text, 15, '0')", "articles": "'{188}'", "assignee_id": WHO},
        when_done={"ended_on": LATER},
    ),
    "pretrial_sanction": Rows("asked", "granted", {"case_id": of("pretrial_case")}, when_done=FROZEN),
    "pretrial_instruction": Rows(
        "issued",
        "executed",
        {"case_id": of("pretrial_case"), **FROZEN},
        when_done={"reported_on": LATER, "report": word("Исполнено")},
    ),
    "pretrial_complaint": Rows("received", "granted", {"case_id": of("pretrial_case")}, when_done=FROZEN),
    "covert_covertcheck": Rows(
        "demanded",
        "closed",
        {
            **{"register_number": "(r.n % 1000000)::text", "demand_ground": word("law_names_it")},
            "demanded_on": DAY,
        },
        when_done={"ground": word("law_names_it"), "checked_on": LATER, "result": word("lawful")},
    ),
    "court_case": Rows(
        "in_court",
        "closed",
        {
            **{"kind": word("civil"), "court": COURT, "number": "'2-' || r.n", "instance": word("first")},
            **{"ground": word("state_interest"), "about": numbered("Иск")},
        },
        {"next_on": "r.day + 20"},
        {"closed_on": LATER},
    ),
    "court_hearing": Rows(
        "planned",
        "held",
        {
            "case_id": of("court_case"),
            "court": COURT,
            "room": word("4"),
            "outcome": "CASE WHEN r.closed THEN 'Состоялось' ELSE '' END",
        },
    ),
    "court_review": Rows(
        "opened",
        "closed",
        {"court": COURT, "number": "'1-' || r.n", "about": numbered("Приговор"), "ground": word("appeal")},
        when_done={"closed_on": LATER},
    ),
    "applications_application": Rows(
        "filed",
        "granted",
        {**SIGNED, "ground": word("state_interest"), "court": COURT, "norms": "'{O.7.2}'"},
        when_done={"decided_on": LATER, "decision": word("Удовлетворить"), "decided_by_id": WHO},
    ),
    "enforcement_bailiff": Rows(
        "working",
        "ended",
        {"kind": word("private"), "licence": numbered("Лицензия"), "licence_on": DAY},
        when_done={"ended_on": LATER, "ended_why": word("Отозвана")},
    ),
    "enforcement_writ": Rows(
        "with_private",
        "ended",
        {
            **{"number": numbered("ИЛ"), "bailiff_id": of("enforcement_bailiff"), "issuer": COURT},
            **{"bailiff_kind": word("private"), "issuer_kind": word("court")},
        },
        when_done={"ended_on": LATER, "ended_as": word("executed")},
    ),
    "custody_place": Rows(
        "open",
        "closed",
        {"name_ru": numbered("Изолятор"), "name_kk": numbered("Тергеу изоляторы"), "capacity": "40"},
        when_done={"closed_on": LATER},
    ),
    "custody_heldperson": Rows("found", "carried_out", {"place_id": of("custody_place")}),
    "treaties_treaty": Rows(
        "draft",
        "concluded",
        {"title_ru": numbered("Договор"), "title_kk": numbered("Шарт")},
        {"sent_by_id": "b.id", "received_on": DAY},
        {"concluded_on": DAY, "basis": word("Подписан")},
    ),
    "treaties_treatycheck": Rows(
        "begun",
        "done",
        {"treaty_id": of("treaties_treaty")},
        when_done={
            **{"finished_on": LATER, "outcome": word("kept"), "findings": word("Исполняется")},
            "told_how": word("Письмом"),
        },
    ),
    "treaties_request": Rows(
        "draft",
        "sent",
        {**NUMBERED, "way": word("outgoing"), "kind": word("procedural_request"), "foreign_no": "''"},
        when_done={"sent_on": DAY, "sent_no": word("1"), "sent_by_id": WHO, "due_on": LATER},
    ),
    "treaties_part": Rows(
        "given",
        "done",
        {"request_id": of("treaties_request")},
        when_done={"done_on": LATER, "done_by_id": WHO, "outcome": word("Исполнено")},
    ),
    "records_recordscheck": Rows(
        "begun",
        "closed",
        {**NUMBERED, "period_from": "r.day - 1 - (r.n % 997)::int", "period_to": "r.day - 1"},
        when_done={"finished_on": DAY, "closed_on": LATER, "outcome": word("true")},
    ),
    "offences_offencecase": Rows(
        "called",
        "done",
        {**NUMBERED, "case_number": numbered("АД"), "ground": word("own_initiative"), "article": word("434")},
        when_done={
            **{"received_on": DAY, "sheets": "12", "outcome": word("kept"), "outcome_on": LATER},
            "outcome_paper": word("№ 1"),
        },
    ),
    # An inspection that ended on the day it began overlaps no other of the same body.
    "inspections_inspection": Rows(
        "draft",
        "closed",
        {"no_notice": word("По закону"), "overlap": "''", "ground": word("own_initiative"), "starts_on": DAY},
        when_done={
            **{**SIGNED, "due_on": LATER, "findings": word("Нарушений нет"), "findings_on": DAY},
            **{"findings_by_id": WHO, "outcome": word("clean"), "finished_on": DAY, "finished_by_id": WHO},
        },
    ),
}
