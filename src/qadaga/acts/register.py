"""The register of acts: what it shows, by what it sorts and filters."""

from qadaga.acts.choices import ActStatus, Language
from qadaga.authority.lists.filters import Choice, Dates, Lead, Number, Words
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_

_JOINS = """
JOIN offices_office o ON o.id = t.office_id
JOIN matters_body b ON b.id = t.addressee_id
LEFT JOIN staff_appointment sa ON sa.id = t.author_id
LEFT JOIN staff_person sp ON sp.id = sa.person_id
"""

_OVER = (ActStatus.SATISFIED, ActStatus.REMOVED, ActStatus.WITHDRAWN)

ACTS = Register(
    name="acts",
    kind="act",
    title=N_("Acts"),
    table="acts_act",
    columns=(
        Column("id", "t.id"),
        Column("number", "coalesce(t.number_text, '')", N_("Number")),
        Column("drafted_on", "t.drafted_on", N_("Drafted"), sort="drafted"),
        Column("kind", "t.kind", N_("Kind")),
        Column("heading", "t.heading", N_("Heading")),
        Column("body_ru", "b.name_ru", N_("Addressee")),
        Column("body_kk", "b.name_kk"),
        Column("status", "t.status", N_("Status")),
        Column("due_on", "t.due_on", N_("Due"), sort="due"),
        Column("last_name", "sp.last_name", N_("Author")),
        Column("first_name", "sp.first_name"),
        Column("middle_name", "sp.middle_name"),
        Column("office_ru", "o.name_ru", N_("Office")),
        Column("office_kk", "o.name_kk"),
        Column("office_en", "o.name_en"),
    ),
    sorts=(
        Sort("drafted", N_("Drafted"), "drafted_on", plain=True),
        Sort("due", N_("Due"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ActStatus.choices),
    open_statuses=tuple(status for status in ActStatus if status not in _OVER),
    filters=(
        Number("number", N_("Number"), "t.number_text"),
        Choice("language", N_("Language"), "t.language", dict(Language.choices)),
        Dates("drafted", N_("Drafted"), "t.drafted_on"),
        Dates("due", N_("Due"), "t.due_on"),
        Lead("body", N_("Addressee"), "t.addressee_id"),
        Lead("officer", N_("Author"), "t.author_id"),
        Words("words", N_("Name or words")),
    ),
    joins=_JOINS,
)
