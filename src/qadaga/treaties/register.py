"""The registers of the direction: requests, parts to carry out, treaties, checks of how they are kept."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare
from qadaga.treaties.choices import (
    CheckOutcome,
    CheckStatus,
    PartStatus,
    RequestKind,
    RequestStatus,
    TreatyKind,
    TreatyStatus,
    Way,
)

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_OFFICE = "JOIN offices_office o ON o.id = t.office_id"

REQUESTS = Register(
    name="treaty_requests",
    kind="treaty_request",
    title=N_("International requests"),
    table="treaties_request",
    columns=(
        Column("id", "t.id"),
        # No name stands in the list: it is read on the card, and that reading is journalled.
        Column("number", "t.number_text", N_("Number")),
        Column("way", "t.way", N_("Which way"), shape="choice", options=dict(Way.choices)),
        Column("kind", "t.kind", N_("What is asked"), shape="choice", options=dict(RequestKind.choices)),
        Column("country", "t.country", N_("Country")),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(RequestStatus.choices)),
        Column("registered_on", "t.registered_on", N_("Registered"), sort="registered", shape="date"),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("registered", N_("Registered"), "registered_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(RequestStatus.choices),
    open_statuses=(
        *(RequestStatus.REGISTERED, RequestStatus.IN_WORK, RequestStatus.DECIDED, RequestStatus.EXECUTED),
        *(RequestStatus.DRAFT, RequestStatus.SENT),
    ),
    filters=(
        Choice("way", N_("Which way"), "t.way", dict(Way.choices)),
        Choice("kind", N_("What is asked"), "t.kind", dict(RequestKind.choices)),
        Dates("registered", N_("Registered"), "t.registered_on"),
    ),
    mine=("t.id IN (SELECT p.request_id FROM treaties_part p WHERE p.officer_id = %(mine)s::uuid)",),
    joins=_OF_OFFICE,
)

PARTS = Register(
    name="treaty_parts",
    kind="treaty_part",
    title=N_("Parts of requests to carry out"),
    table="treaties_part",
    columns=(
        Column("id", "t.id"),
        Column("number", "r.number_text || '/' || t.no", N_("Number")),
        Column("kind", "r.kind", N_("What is asked"), shape="choice", options=dict(RequestKind.choices)),
        Column("country", "r.country", N_("Country")),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(PartStatus.choices)),
        Column("given_on", "t.given_on", N_("Passed on"), sort="given", shape="date"),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("given", N_("Passed on"), "given_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(PartStatus.choices),
    open_statuses=(PartStatus.GIVEN,),
    filters=(Dates("given", N_("Passed on"), "t.given_on"),),
    mine=("officer_id",),
    joins=f"{_OF_OFFICE} JOIN treaties_request r ON r.id = t.request_id",
)

TREATIES = Register(
    name="treaties",
    kind="treaty",
    title=N_("Treaties"),
    table="treaties_treaty",
    columns=(
        Column("id", "t.id"),
        Column("number", {"ru": "t.title_ru", "kk": "t.title_kk"}, N_("Treaty"), shape="localised"),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(TreatyKind.choices)),
        Column("partner", "t.partner", N_("With whom")),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(TreatyStatus.choices)),
        Column("entered_on", "t.entered_on", N_("Registered"), sort="entered", shape="date"),
        Column("due_on", "t.due_on", N_("Position due"), sort="due", shape="date"),
        Column("force_on", "t.force_on", N_("In force since"), shape="date"),
    ),
    sorts=(
        Sort("entered", N_("Registered"), "entered_on", plain=True),
        Sort("due", N_("Position due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(TreatyStatus.choices),
    open_statuses=(TreatyStatus.DRAFT, TreatyStatus.OPINED),
    filters=(
        Choice("kind", N_("Kind"), "t.kind", dict(TreatyKind.choices)),
        Flag("draft", N_("Drafts"), "t.status IN ('draft', 'opined')"),
    ),
)

CHECKS = Register(
    name="treaty_checks",
    kind="treaty_check",
    title=N_("Checks of how treaties are kept"),
    table="treaties_treatycheck",
    columns=(
        Column("id", "t.id"),
        Column("number", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Body"), shape="localised"),
        Column("treaty", {"ru": "a.title_ru", "kk": "a.title_kk"}, N_("Treaty"), shape="localised"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CheckStatus.choices)),
        Column(
            "outcome",
            "t.outcome",
            N_("Outcome"),
            shape="choice",
            options=dict(CheckOutcome.choices),
            empty="—",
        ),
        Column("begun_on", "t.begun_on", N_("Begun"), sort="begun", shape="date"),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("begun", N_("Begun"), "begun_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(CheckStatus.choices),
    open_statuses=(CheckStatus.BEGUN,),
    filters=(
        Choice("outcome", N_("Outcome"), "t.outcome", dict(CheckOutcome.choices)),
        Dates("begun", N_("Begun"), "t.begun_on"),
    ),
    mine=("officer_id",),
    joins=f"""{_OF_OFFICE}
JOIN matters_body b ON b.id = t.body_id
JOIN treaties_treaty a ON a.id = t.treaty_id""",
)

traces.of_register(CHECKS, of="t.body_id", day="t.begun_on", title="left(t.scope, 200)", number="''")
declare(
    Role(
        name="asked_for",
        label=N_("In an international request"),
        table="treaties_request",
        iin="t.iin",
        who="t.person",
        page="treaty_requests:card",
        subject="treaty_request",
        power="card.read",
        day="t.registered_on",
        title="t.country",
        number="t.number_text",
        words=dict(RequestStatus.choices),
    )
)
