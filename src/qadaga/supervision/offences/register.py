"""The register of cases of administrative offences under supervision (O.7.1)."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare
from qadaga.supervision.offences.choices import CaseOutcome, CaseStatus, DecisionKind, Legality
from qadaga.supervision.offences.subject import READ

OFFENCES = Register(
    name="offences",
    kind="admin_case",
    title=N_("Administrative offences"),
    table="offences_offencecase",
    columns=(
        Column("id", "t.id"),
        # No name stands in the list: it is read on the card, and that reading is journalled.
        Column("number", "t.number_text", N_("Number")),
        Column("case_number", "t.case_number", N_("Number of the case"), empty="—"),
        Column(
            "body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Who conducts the case"), shape="localised"
        ),
        Column("article", "t.article", N_("Article")),
        Column("begun_on", "t.begun_on", N_("Begun"), sort="begun", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CaseStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column(
            "office",
            {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"},
            N_("Office"),
            shape="localised",
        ),
    ),
    sorts=(
        Sort("begun", N_("Begun"), "begun_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(CaseStatus.choices),
    open_statuses=(
        CaseStatus.CALLED,
        CaseStatus.RECEIVED,
        CaseStatus.CHECKED,
        CaseStatus.OPENED,
        CaseStatus.CLOSED,
    ),
    filters=(
        Choice("detention", N_("Detention"), "t.detention", dict(Legality.choices)),
        Choice("penalty", N_("Penalty"), "t.penalty", dict(Legality.choices)),
        Choice("outcome", N_("Outcome"), "t.outcome", dict(CaseOutcome.choices)),
        Dates("due", N_("Due"), "t.due_on"),
        Flag(
            "undelivered",
            N_("The letter is not delivered"),
            "t.status = 'called' AND EXISTS"
            " (SELECT 1 FROM offences_filecall f WHERE f.case_id = t.id AND f.served_on IS NULL)",
        ),
        Flag(
            "not_returned",
            N_("The file is not returned"),
            "t.received_on IS NOT NULL AND t.returned_on IS NULL",
        ),
    ),
    mine=(
        "checked_by_id",
        "t.matter_id IN (SELECT m.id FROM matters_matter m WHERE m.assignee_id = %(mine)s::uuid)",
    ),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN matters_body b ON b.id = t.body_id",
)

traces.of_register(OFFENCES, of="t.body_id", day="t.begun_on", title="t.article")
declare(
    Role(
        name="offender",
        label=N_("In administrative-offence proceedings"),
        table="offences_proceedingsresolution",
        iin="t.iin",
        who="t.person",
        page="offences:card",
        subject="admin_case",
        power=READ,
        day="t.signed_on",
        title="c.article",
        number="t.number_text",
        status="t.kind",
        card="c.id",
        at="c",
        joins="JOIN offences_offencecase c ON c.id = t.case_id",
        kinds=("admin_case",),
        words=dict(DecisionKind.choices),
    )
)
