"""The registers of court work: cases in court, judicial acts called for, hearings."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.court.choices import AccusedStatus, CaseKind, CaseStatus, HearingStatus, Instance, ReviewStatus
from qadaga.matters.persons.roles import Role, declare

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_OFFICE = "JOIN offices_office o ON o.id = t.office_id"
_KIND = Choice("kind", N_("Kind"), "t.kind", dict(CaseKind.choices))
_NUMBER = "COALESCE(NULLIF(t.number, ''), t.erdr)"

CASES = Register(
    name="courtcases",
    kind="court_case",
    title=N_("Cases in court"),
    table="court_case",
    columns=(
        Column("id", "t.id"),
        Column("number", _NUMBER, N_("Number")),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(CaseKind.choices)),
        Column("court", "t.court", N_("Court")),
        Column("about", "t.about", N_("About what")),
        Column("opened_on", "t.opened_on", N_("Registered"), sort="opened", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(CaseStatus.choices)),
        Column("next_on", "t.next_on", N_("Next hearing"), sort="next", shape="date"),
        Column("due_on", "t.due_on", N_("Term"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("opened", N_("Registered"), "opened_on", plain=True),
        Sort("next", N_("Next hearing"), "next_on", descending=False, partial=True),
        Sort("due", N_("Term"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(CaseStatus.choices),
    open_statuses=(CaseStatus.OPENED, CaseStatus.IN_COURT, CaseStatus.DECIDED),
    filters=(_KIND, Dates("opened", N_("Registered"), "t.opened_on")),
    mine=("officer_id",),
    joins=_OF_OFFICE,
)
REVIEWS = Register(
    name="reviews",
    kind="judicial_act",
    title=N_("Judicial acts in force"),
    table="court_review",
    columns=(
        Column("id", "t.id"),
        Column("number", "t.number", N_("Number")),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(CaseKind.choices)),
        Column("court", "t.court", N_("Court")),
        Column("act_on", "t.act_on", N_("Day of the act"), shape="date"),
        Column("opened_on", "t.opened_on", N_("Registered"), sort="opened", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ReviewStatus.choices)),
        Column("due_on", "t.due_on", N_("Term"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("opened", N_("Registered"), "opened_on", plain=True),
        Sort("due", N_("Term"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ReviewStatus.choices),
    open_statuses=tuple(one for one in ReviewStatus.values if one != ReviewStatus.CLOSED),
    filters=(
        _KIND,
        Dates("opened", N_("Registered"), "t.opened_on"),
        Flag("undelivered", N_("The letter is not delivered"), "t.status = 'called' AND t.served_on IS NULL"),
    ),
    mine=("officer_id",),
    joins=_OF_OFFICE,
)
HEARINGS = Register(
    name="hearings",
    kind="hearing",
    title=N_("Hearings"),
    table="court_hearing",
    columns=(
        Column("id", "t.id"),
        Column("number", "COALESCE(NULLIF(c.number, ''), v.number)", N_("Case")),
        Column("held_on", "t.held_on", N_("Day"), sort="day", shape="date"),
        Column("time", "to_char(t.starts_at AT TIME ZONE INTERVAL '+5 hours', 'HH24:MI')", N_("Time")),
        Column("court", "t.court", N_("Court")),
        Column("room", "t.room", N_("Room")),
        Column("instance", "t.instance", N_("Instance"), shape="choice", options=dict(Instance.choices)),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(HearingStatus.choices)),
        Column("due_on", "NULL::date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(Sort("day", N_("Day"), "held_on", plain=True),),
    statuses=dict(HearingStatus.choices),
    open_statuses=(HearingStatus.PLANNED,),
    filters=(
        Choice("instance", N_("Instance"), "t.instance", dict(Instance.choices)),
        Dates("day", N_("Day"), "t.held_on"),
    ),
    mine=("officer_id",),
    late="day",
    joins=f"{_OF_OFFICE} LEFT JOIN court_case c ON c.id = t.case_id"
    " LEFT JOIN court_review v ON v.id = t.review_id",
)

declare(
    Role(
        name="accused",
        label=N_("Prosecuted"),
        table="court_accused",
        iin="t.iin",
        who="t.name",
        page="courtcases:card",
        subject="court_case",
        power="card.read",
        day="COALESCE(t.charged_on, c.opened_on)",
        title="t.articles",
        number="COALESCE(NULLIF(c.number, ''), c.erdr, '')",
        card="c.id",
        at="c",
        joins="JOIN court_case c ON c.id = t.case_id",
        matter="c.matter_id",
        words=dict(AccusedStatus.choices),
    ),
    Role(
        name="petitioner",
        label=N_("Petitioned for a protest"),
        table="court_review",
        iin="t.petitioner_iin",
        who="t.petitioner",
        page="reviews:card",
        subject="judicial_act",
        power="card.read",
        day="t.opened_on",
        title="t.about",
        number="t.number",
        matter="t.matter_id",
        words=dict(ReviewStatus.choices),
    ),
)
