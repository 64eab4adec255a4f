"""The registers of places of custody and of people found held unlawfully."""

from qadaga.authority.lists.filters import Choice, Dates, Flag
from qadaga.authority.lists.register import Column, Register, Sort
from qadaga.common.i18n import N_
from qadaga.matters.bodies import traces
from qadaga.matters.persons.roles import Role, declare
from qadaga.supervision.custody.choices import HeldStatus, PlaceKind, PlaceStatus, Wrong
from qadaga.supervision.custody.reading import KIND

_OFFICE = {"ru": "o.name_ru", "kk": "o.name_kk", "en": "o.name_en"}
_OF_OFFICE = "JOIN offices_office o ON o.id = t.office_id"
_OF_PLACE = f"""{_OF_OFFICE}
JOIN custody_place p ON p.id = t.place_id
LEFT JOIN custody_resolution r ON r.held_id = t.id"""

PLACES = Register(
    name="places",
    kind="custody_place",
    title=N_("Places of custody"),
    table="custody_place",
    columns=(
        Column("id", "t.id"),
        Column("number", {"ru": "t.name_ru", "kk": "t.name_kk"}, N_("Place of custody"), shape="localised"),
        Column("kind", "t.kind", N_("Kind"), shape="choice", options=dict(PlaceKind.choices)),
        Column("capacity", "t.capacity::text", N_("Capacity")),
        Column("opened_on", "t.opened_on", N_("Registered"), sort="opened", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(PlaceStatus.choices)),
        Column("visited_on", "t.visited_on", N_("Last visit"), shape="date"),
        Column("due_on", "t.due_on", N_("Next visit by"), sort="due", shape="date"),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(
        Sort("opened", N_("Registered"), "opened_on", plain=True),
        Sort("due", N_("Next visit by"), "due_on", descending=False, partial=True),
    ),
    statuses=dict(PlaceStatus.choices),
    open_statuses=(PlaceStatus.OPEN,),
    unfinished=N_("In use"),
    filters=(
        Choice("kind", N_("Kind"), "t.kind", dict(PlaceKind.choices)),
        Dates("due", N_("Next visit by"), "t.due_on"),
    ),
    # Where they are to go, or are.
    mine=(
        "t.id IN (SELECT v.place_id FROM custody_visit v WHERE v.officer_id = %(mine)s::uuid"
        " AND v.status IN ('planned', 'going'))",
    ),
    joins=_OF_OFFICE,
)

HELD = Register(
    name="held",
    kind=KIND,
    title=N_("People held unlawfully"),
    table="custody_heldperson",
    columns=(
        Column("id", "t.id"),
        # No name stands in the list: it is read on the card, and that reading is journalled.
        Column("number", {"ru": "p.name_ru", "kk": "p.name_kk"}, N_("Where"), shape="localised"),
        Column("wrong", "t.wrong", N_("What is unlawful"), shape="choice", options=dict(Wrong.choices)),
        Column("found_on", "t.found_on", N_("Found"), sort="found", shape="date"),
        Column("status", "t.status", N_("Status"), shape="choice", options=dict(HeldStatus.choices)),
        Column("due_on", "NULL::date"),
        Column("resolution", "r.number_text", N_("Resolution")),
        Column("office", _OFFICE, N_("Office"), shape="localised"),
    ),
    sorts=(Sort("found", N_("Found"), "found_on", plain=True),),
    statuses=dict(HeldStatus.choices),
    open_statuses=(HeldStatus.FOUND, HeldStatus.RESOLVED),
    filters=(
        Choice("wrong", N_("What is unlawful"), "t.wrong", dict(Wrong.choices)),
        Dates("found", N_("Found"), "t.found_on"),
        Flag(
            "uncounted",
            N_("Not counted in a matter yet"),
            "t.status = 'carried_out' AND t.protected_id IS NULL",
        ),
    ),
    mine=("found_by_id",),
    joins=_OF_PLACE,
)

traces.of_register(PLACES, of="t.body_id", day="t.opened_on", title="t.address")
declare(
    Role(
        name="held",
        label=N_("Held unlawfully"),
        table="custody_heldperson",
        iin="t.iin",
        who="t.name",
        page="held:card",
        subject="held_person",
        power="custody.read_person",
        day="t.found_on",
        title={"ru": "p.name_ru", "kk": "p.name_kk"},
        joins="JOIN custody_place p ON p.id = t.place_id",
        words=dict(HeldStatus.choices),
    )
)
