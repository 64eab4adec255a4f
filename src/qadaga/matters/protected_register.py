"""The register of people whose rights were hurt: what it shows, by what it sorts and filters (L.1.3)."""

from qadaga.authority.lists.filters import Choice, Dates, Identifier, Lead, Name
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.choices import ProtectedKind, ProtectedSource, ProtectedStatus, RightHurt
from qadaga.matters.protected import KIND

_RIGHTS, _SOURCES = dict(RightHurt.choices), dict(ProtectedSource.choices)
_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
# A body is named. An official or another person is not: that name is read on the card, as that of the hurt.
_NAMED = "CASE WHEN v.violator_kind = 'body' THEN v.violator_name END"
_BODY = {"ru": f"coalesce(b.name_ru, {_NAMED})", "kk": f"coalesce(b.name_kk, {_NAMED})"}

PROTECTED = Register(
    name="protected",
    kind=KIND,
    title=N_("People protected"),
    table="matters_protectedperson",
    columns=(
        Column("id", "t.id"),
        # No name stands in the list: it is read on the card, and that reading is journalled.
        Column("number", "m.number_text", N_("Matter")),
        Column("kind", "t.kind", N_("Who"), shape="choice", options=dict(ProtectedKind.choices)),
        Column("people", "t.count::text", N_("How many people")),
        Column("right", 't."right"', N_("Right hurt"), shape="choice", options=_RIGHTS),
        Column("hurt_by", _BODY, N_("By whom"), shape="localised", empty="—"),
        Column("found_on", "t.found_on", N_("Recorded"), sort="found", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(ProtectedStatus.choices)),
        Column("restored", "t.restored", N_("What was restored"), on_page=False),
        Column("restored_on", "t.restored_on", N_("Restored"), shape="date", on_page=False),
        Column("due_on", "t.due_on", N_("Tell by"), sort="due", shape="date"),
        Column("told_on", "t.told_on", N_("Told"), shape="date", on_page=False),
        Column("source", "t.source", N_("Came to light in"), shape="choice", options=_SOURCES, on_page=False),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("found", N_("Recorded"), "found_on", plain=True),
        Sort("due", N_("Tell by"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(ProtectedStatus.choices),
    open_statuses=(ProtectedStatus.HURT, ProtectedStatus.RESTORED),
    filters=(
        Choice("right", N_("Right hurt"), 't."right"', _RIGHTS),
        Choice("source", N_("Came to light in"), "t.source", _SOURCES),
        Dates("found", N_("Recorded"), "t.found_on"),
        Dates("due", N_("Tell by"), "t.due_on"),
        Lead("body", N_("By whom"), "t.hurt_by_id"),
        Identifier("person", N_("IIN"), "t.iin = %(identifier)s"),
        Name("name", N_("A part of the name"), "t.name"),
    ),
    mine=("recorded_by_id",),
    joins="JOIN offices_office o ON o.id = t.office_id\nJOIN matters_matter m ON m.id = t.matter_id\n"
    "LEFT JOIN matters_body b ON b.id = t.hurt_by_id\n"
    "LEFT JOIN matters_violation v ON v.id = t.violation_id",
)
traces.of_register(
    PROTECTED, of="t.hurt_by_id", day="t.found_on", title="coalesce(t.restored, '')", number="''"
)
