"""Who may read of an inspection: nobody its matter complains of, and under a secrecy mark few (O.8.d5).

A secrecy mark leaves as readers the officer in charge of the matter and those who lead the office and the
offices above it; for everybody else there is no such inspection.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.common.errors import NotFound
from qadaga.law.catalogue import load
from qadaga.law.coverage import implements
from qadaga.matters import outside
from qadaga.matters.reading import require_reading
from qadaga.matters.subject import asked, marks, remember
from qadaga.supervision.inspections.choices import Secrecy
from qadaga.supervision.inspections.models import Inspection

_DEPUTIES = ", ".join(f"'{post.id}'" for post in load().posts.values() if post.deputy)
# The country's day, as `clock.ZONE`. A post that ended today opens nothing: its holder has no scope any more.
_TODAY = "((now() AT TIME ZONE 'UTC') + interval '5 hours')::date"
_HOLDS = f"{{0}}.starts_on <= {_TODAY} AND ({{0}}.ends_on IS NULL OR {{0}}.ends_on > {_TODAY})"
_LEADS = (
    f"(a.heads OR a.post IN ({_DEPUTIES}) OR EXISTS (SELECT 1 FROM staff_actinghead h"  # noqa: S608 - as said
    f" WHERE h.appointment_id = a.id AND {_HOLDS.format('h')}))"
)
_LINE = (
    "(WITH RECURSIVE line(id) AS (SELECT i.office_id UNION SELECT f.parent_id FROM offices_office f"
    " JOIN line ON f.id = line.id WHERE f.parent_id IS NOT NULL) SELECT id FROM line)"
)
# Every piece is a constant of this code; the one value is bound.
SECRET = (
    "SELECT i.id FROM inspections_inspection i JOIN matters_matter m ON m.id = i.matter_id"  # noqa: S608 - as said
    " WHERE i.secrecy <> 'none' AND NOT EXISTS (SELECT 1 FROM staff_appointment a"
    f" WHERE a.person_id = %(reader)s::uuid AND {_HOLDS.format('a')}"
    f" AND (a.id = m.assignee_id OR ({_LEADS} AND a.office_id IN {_LINE})"
    # Taken over, it is carried out by those whom the office above named.
    " OR i.carrier_id IS NOT NULL AND EXISTS (SELECT 1 FROM inspections_inspectionofficer n"
    " WHERE n.inspection_id = i.id AND n.appointment_id = a.id AND n.relieved_on IS NULL)))"
)
_COMPLAINS = (
    "SELECT i.id FROM inspections_inspection i JOIN matters_complainedof c ON c.matter_id = i.matter_id"
    " WHERE c.person_id = %(reader)s::uuid"
)

outside.declare(lambda: Inspection.objects.exclude(secrecy=Secrecy.NONE).values("matter"))
barred.declare("secret_inspection", SECRET)
barred.declare("inspection", f"{_COMPLAINS} UNION ALL {SECRET}")


@implements("O.8.d5")
def find(actor: Actor, on: date, pk: Any, *related: str) -> Inspection:
    """The inspection within the actor's scope with its matter; NotFound out of it or under a secrecy mark."""
    rows = Inspection.objects.select_related(
        "matter__holder", "matter__office", "office", "body", "carrier", *related
    )
    found: Inspection = get_or_404(kept(rows, actor.person_id), scope_of(actor, on), pk)
    return found


def kept(rows: "QuerySet[Inspection]", person_id: UUID | None) -> "QuerySet[Inspection]":
    """The rows without those under a secrecy mark that is not for the person."""
    return barred.without(rows, person_id, "secret_inspection")


_RELATED = (
    *("matter__holder__parent", "matter__office", "matter__assignee__person", "office", "body", "carrier"),
    *("author__person", "signer__person", "pdf", "notice_pdf"),
)


_OFFICERS = (
    "ARRAY(SELECT n.appointment_id FROM inspections_inspectionofficer n WHERE n.inspection_id = t0.id"
    " AND n.relieved_on IS NULL)"
)


def read(actor: Actor, on: date, pk: Any) -> Inspection:
    """The inspection for whoever may read its matter; the reading is journalled. One query.

    NotFound out of the scope and under a secrecy mark, NotPermitted for whom the matter complains of.
    """
    facts = (("kept_secret", f"t0.id IN ({SECRET})"), ("officer_ids", _OFFICERS), *marks("t0.matter_id"))
    scope = scope_of(actor, on)
    inspection = read_one(Inspection, _RELATED, scope, pk, facts=facts, values=asked(actor, on))
    if inspection.__dict__["kept_secret"]:
        raise NotFound
    inspection.__dict__["_officers"] = inspection.__dict__["officer_ids"]
    remember(inspection.matter, inspection, actor, on)
    require_reading(inspection.matter, actor, on, part=inspection)
    return inspection
