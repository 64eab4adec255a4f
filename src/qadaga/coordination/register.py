"""The registers of sessions and of decisions under control."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.coordination.choices import DecisionStatus, Organ, SessionStatus
from qadaga.matters.bodies import traces

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_OFFICE = "JOIN offices_office o ON o.id = t.office_id"

SESSIONS = Register(
    name="sessions",
    kind="session",
    title=N_("Sittings"),
    table="coordination_session",
    columns=(
        Column("id", "t.id"),
        Column("number", "COALESCE(t.number_text, '')", N_("Minutes"), empty=N_("Not signed yet")),
        Column("organ", "t.organ", N_("Whose session"), shape="choice", options=dict(Organ.choices)),
        Column("title", "t.title", N_("Subject")),
        Column("starts_on", "t.starts_on", N_("Day"), sort="starts", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(SessionStatus.choices)),
        Column("due_on", "t.due_on", N_("Next term"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("starts", N_("Day"), "starts_on", plain=True),
        Sort("due", N_("Next term"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(SessionStatus.choices),
    open_statuses=(SessionStatus.PLANNED, SessionStatus.CALLED, SessionStatus.HELD),
    filters=(
        Choice("organ", N_("Whose session"), "t.organ", dict(Organ.choices)),
        Flag(
            "absent",
            N_("Somebody did not come without a good reason"),
            "EXISTS (SELECT FROM coordination_participant p WHERE p.session_id = t.id AND p.excused = false)",
        ),
        Dates("starts", N_("Day"), "t.starts_on"),
    ),
    mine=("planned_by_id",),
    joins=_OF_OFFICE,
)

DECISIONS = Register(
    name="decisions",
    kind="decision",
    title=N_("Decisions under control"),
    table="coordination_decision",
    columns=(
        Column("id", "t.id"),
        Column("number", "COALESCE(s.number_text, s.title) || ' · ' || t.no", N_("Decision")),
        Column("text", "left(t.text, 200)", N_("What is to be done")),
        Column("organ", "s.organ", N_("Whose decision"), shape="choice", options=dict(Organ.choices)),
        Column(
            "executor",
            {
                "ru": "COALESCE(b.name_ru, concat_ws(' ', p.last_name, p.first_name))",
                "kk": "COALESCE(b.name_kk, concat_ws(' ', p.last_name, p.first_name))",
            },
            N_("Who carries it out"),
            shape="localised",
        ),
        Column("due_on", "t.due_on", N_("Until"), sort="due", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(DecisionStatus.choices)),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(Sort("due", N_("Until"), "due_on", descending=False, plain=True),),
    statuses=dict(DecisionStatus.choices),
    open_statuses=(DecisionStatus.OPEN,),
    filters=(
        Dates("due", N_("Until"), "t.due_on"),
        Flag("partly", N_("Done in part"), "t.status = 'opened' AND t.partly_on IS NOT NULL"),
        Flag(
            "prolonged",
            N_("Term prolonged or put off"),
            "EXISTS (SELECT 1 FROM coordination_decisionterm x WHERE x.decision_id = t.id)",
        ),
    ),
    mine=("executor_id",),
    joins=f"""{_OF_OFFICE}
JOIN coordination_session s ON s.id = t.session_id
LEFT JOIN matters_body b ON b.id = t.body_id
LEFT JOIN staff_appointment a ON a.id = t.executor_id
LEFT JOIN staff_person p ON p.id = a.person_id""",
)

traces.of_register(DECISIONS, of="t.body_id", day="t.due_on", title="left(t.text, 200)", number="t.no::text")
