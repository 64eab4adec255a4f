"""Matters, acts, people and bodies, and what offices keep for themselves."""

from __future__ import annotations

from bench.filling.rows import DAY, HEAD, KATO, LATER, NUMBERED, SIGNED, WHO, YEAR, Rows, numbered, of, word

TABLES = {
    "matters_matter": Rows(
        "in_work",
        "closed",
        {
            **NUMBERED,
            **{"kind": word("own_initiative"), "direction": word("legality_of_acts"), "gist": "''"},
            **{"title": numbered("Проверка законности"), "tasks": "'{protect_rights}'", "body_id": "b.id"},
            **{"assignee_id": WHO, "assigned_on": DAY, "opened_by_id": HEAD},
        },
        when_done={"closed_on": LATER, "closed_by_id": HEAD},
    ),
    "acts_act": Rows(
        "served",
        "satisfied",
        {
            **SIGNED,
            **{"kind": word("representation"), "heading": numbered("Об устранении нарушений")},
            **{"submitted_on": DAY, "served_on": DAY},
        },
        when_done={"replied_on": LATER},
    ),
    "matters_violation": Rows(
        given={
            **{"norm": "'статья ' || 1 + r.n % 40", "what": numbered("Срок пропущен"), "violator_name": "''"},
            **{"violator_body_id": "b.id", "rights_holder": "''", "causes_text": "''"},
            "consequences_text": "''",
        }
    ),
    "matters_protectedperson": Rows(
        "hurt",
        "told",
        {"hurt_by_id": "b.id", "name": numbered("Человек"), "iin": "lpad(r.n::text, 12, '0')"},
        {"due_on": "NULL"},
        {
            **{"restored": word("Выплачено"), "restored_on": DAY, "told_on": DAY, "told_how": word("Лично")},
        },
    ),
    "matters_body": Rows(
        given={
            **{"kind": word("organisation"), "name_ru": numbered("Организация"), "name_kk": numbered("Ұйым")},
            **{"kato": KATO, "sort_key": "'организация ' || lpad(r.n::text, 9, '0')"},
            **{"alike": "'организация ' || r.n", "address": "''", "bin": "lpad(r.n::text, 12, '0')"},
        }
    ),
    "bodies_official": Rows(
        "kept", "kept", {"iin": "lpad(r.n::text, 12, '0')", "name": numbered("Человек"), "post": word("Аким")}
    ),
    "norms_laidduty": Rows(
        "opened",
        "closed",
        {"norm_id": "p.norm", "what": numbered("Обязанность"), "due_on": LATER},
        when_done={"done_on": LATER, "done_by_id": WHO, "outcome": word("Исполнено")},
    ),
    "orders_order": Rows(
        "draft",
        "signed",
        {"language": word("ru"), "title_ru": numbered("О работе"), "title_kk": "''"},
        when_done={**SIGNED, "number_text": "'B' || r.n", "in_force_on": DAY},
    ),
    "seals_seal": Rows(
        "held", "destroyed", {"mark": "'№ ' || r.n"}, when_done={"order_id": of("orders_order")}
    ),
    # Eight hours each, one after another in an office: it has one prosecutor on duty at a time.
    "shifts_shift": Rows(
        "set",
        "handed",
        {
            "starts_at": "timestamptz '2023-01-01 03:00+00' + r.nth * interval '8 hours'",
            "ends_at": "timestamptz '2023-01-01 11:00+00' + r.nth * interval '8 hours'",
            "day": "(timestamp '2023-01-01 08:00' + r.nth * interval '8 hours')::date",
        },
        when_done={
            "handed_at": "timestamptz '2023-01-01 11:00+00' + r.nth * interval '8 hours'",
            **{"handed_to_id": HEAD, "happened": "''"},
        },
    ),
    "assignments_assignment": Rows(
        "given",
        "done",
        {
            **{**NUMBERED, "given_by_id": "p.above", "by_id": HEAD, "about": word("office")},
            **{"about_number": "''", "last_day": LATER, "ruling": "'{}'"},
        },
        when_done={
            **{"reported_on": DAY, "reported_by_id": WHO, "taken_off_on": LATER, "taken_off_by_id": HEAD},
        },
    ),
    "trust_proposal": Rows(
        "made",
        "done",
        {},
        {"due_on": "NULL"},
        {
            **{"decision": word("Принять"), "decided_on": DAY, "decided_by_id": HEAD, "due_on": LATER},
            **{"outcome": word("Сделано"), "done_on": LATER, "done_by_id": WHO},
        },
    ),
    # Offices have no million periods to report of: these go back from the first year of the appeals.
    "reports_report": Rows(
        "draft",
        "draft",
        {
            "period": "(ARRAY['month', 'quarter', 'half', 'year'])[1 + r.nth % 4]",
            "starts_on": "(date '2022-12-01' - (r.nth / 4) * interval '1 month')::date",
            "ends_on": "(date '2023-01-01' - (r.nth / 4) * interval '1 month')::date",
        },
    ),
    "coordination_session": Rows(
        "planned",
        "closed",
        {"organ": word("council"), "council_id": "p.council", "cancel_reason": "''"},
        when_done={**SIGNED, "language": word("ru"), "closed_on": LATER},
    ),
    "coordination_agendaitem": Rows(
        "admitted",
        "admitted",
        {"session_id": of("coordination_session"), "decided_by_id": HEAD, "decided_on": DAY},
    ),
    "coordination_decision": Rows(
        "opened",
        "closed",
        {
            **{"session_id": of("coordination_session"), "item_id": of("coordination_agendaitem")},
            **{"executor_id": WHO, "set_on": DAY, "due_on": LATER},
        },
        when_done={"done_on": LATER, "done_by_id": WHO},
    ),
    "workplans_plan": Rows(
        "draft",
        "closed",
        {"kind": word("joint"), "council_id": "p.council", "ends_on": "r.day + 90"},
        when_done={"approved_on": DAY, "approved_by_id": HEAD},
    ),
    "workplans_planitem": Rows(
        given={
            **{"plan_id": of("workplans_plan"), "executor_id": WHO, "due_on": LATER, "direction": "''"},
            "result": "CASE WHEN r.closed THEN 'Сделано' ELSE '' END",
        },
        when_done={"done_on": LATER, "done_by_id": WHO},
    ),
    "exchange_exchange": Rows(
        "awaited",
        "answered",
        {**NUMBERED, "way": word("sent"), "what": word("request"), "due_on": LATER, "reference": "''"},
        when_done={"replied_on": LATER, "reply": word("Ответ"), "replied_by_id": WHO},
    ),
    "legality_analysis": Rows(
        "draft",
        "approved",
        {
            "subject": numbered("Состояние законности"),
            "starts_on": "r.day - 90",
            "ends_on": DAY,
            "remarks": "''",
        },
        when_done={
            **{"year": YEAR, "number": "r.n", "number_text": "'ТА-' || r.n", "submitted_on": DAY},
            **{"approved_on": LATER, "approved_by_id": HEAD},
        },
    ),
}
