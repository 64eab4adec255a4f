"""The register of acts: what it shows, by what it sorts and filters."""

from functools import lru_cache

from qadaga.acts.choices import ActStatus, Language, MeasureStatus
from qadaga.acts.transitions import FINAL
from qadaga.authority.lists.filters import Choice, Dates, Lead, LeadFlag, Number, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.law.catalogue import load
from qadaga.matters.bodies import traces

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
JOIN matters_body b ON b.id = t.addressee_id
LEFT JOIN offices_office c ON c.id = t.carrier_id
LEFT JOIN staff_appointment sa ON sa.id = t.author_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""
_PERSON = {"last": "sp.last_name", "first": "sp.first_name", "middle": "sp.middle_name"}
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_CARRIER = {"ru": "c.name_ru", "kk": "c.name_kk", "en": "c.name_en"}
_AWAY = "t.carrier_id IS NOT NULL AND t.carrier_id <> t.office_id"
_OURS = "t.carrier_id = (SELECT a.office_id FROM staff_appointment a WHERE a.id = %(mine)s::uuid)"


@lru_cache
def _kinds(language: str) -> dict[str, str]:
    """Titles of the kinds of acts in the catalogue."""
    return {kind: record.title.get(language) for kind, record in load().act_kinds.items()}


_OVER = tuple(status for status in ActStatus if status in FINAL)

ACTS = Register(
    name="acts",
    kind="act",
    title=N_("Acts"),
    table="acts_act",
    columns=(
        Column("id", "t.id"),
        Column("number", "coalesce(t.number_text, '')", N_("Number")),
        Column("drafted_on", "t.drafted_on", N_("Drafted"), sort="drafted", shape="date"),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=_kinds),
        Column("heading", "t.heading", N_("Heading")),
        Column("body", {"ru": "b.name_ru", "kk": "b.name_kk"}, N_("Addressee"), shape="localised"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ActStatus.choices)),
        Column("due_on", "t.due_on", N_("Due"), sort="due", shape="date"),
        Column("officer", _PERSON, N_("Author"), shape="person"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
        Column("carrier", _CARRIER, N_("Taken over by"), shape="localised", on_page=False),
    ),
    sorts=(
        Sort("drafted", N_("Drafted"), "drafted_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ActStatus.choices),
    open_statuses=tuple(status for status in ActStatus if status not in _OVER),
    filters=(
        Number("number", N_("Number")),
        Choice("language", N_("Language"), "t.language", dict(Language.choices)),
        Dates("drafted", N_("Drafted"), "t.drafted_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Lead("body", N_("Addressee"), "t.addressee_id"),
        Lead("officer", N_("Author"), "t.author_id"),
        LeadFlag("taken_here", N_("Taken over by my office"), _OURS),
        # A draft goes over to the register of whoever took it; a signed act stays where it was signed.
        LeadFlag("taken_away", N_("Taken over by an office above"), _AWAY),
        Words("words", N_("Name or words")),
    ),
    mine=("author_id",),
    joins=_JOINS,
)

traces.of_register(
    ACTS,
    of="t.addressee_id",
    day="t.drafted_on",
    title="t.heading",
    more="jsonb_build_object('kind', t.kind, 'served', t.served_on, 'replied', t.replied_on)",
)
traces.declare(
    traces.Trace(
        name="measures",
        label=N_("Measures"),
        table="acts_measure",
        of="t.addressee_id",
        day="t.issued_on",
        number="t.number_text",
        title="t.ground",
        page="measures:card",
        kinds=("measure",),
        more="jsonb_build_object('kind', t.kind, 'served', t.served_on, 'replied', t.replied_on)",
        words=dict(MeasureStatus.choices),
        open_statuses=(MeasureStatus.ISSUED, MeasureStatus.SERVED),
    )
)
