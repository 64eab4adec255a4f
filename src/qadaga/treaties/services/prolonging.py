"""A longer term of a request or of a part of it, by the leadership of whoever has to keep it (L.3.7)."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.law.coverage import implements
from qadaga.matters import change, terms
from qadaga.matters.services.base import text
from qadaga.treaties.models import Part, Request
from qadaga.treaties.subject import PARTS, PROLONG, REQUESTS, request_subject, term_subject


@implements("L.3.7", "O.13.1")
@transaction.atomic
def prolong_request(
    *, request_id: UUID, version: int, until: date, reason: str, by: Actor, on: date
) -> Request:
    """Prolong the term in which a request is answered, or its reply awaited: the office that has it.

    Raises InvalidInput on `until`, Conflict where no term runs, NotPermitted.
    """
    why = text("reason", reason)
    row = change.locked(Request.objects.select_related("office"), request_id, by=by, on=on)
    step = REQUESTS.rule(row, PROLONG, request_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    due = terms.lengthen(kind="treaty_request", subject_id=row.id, until=until, on=on, by=by, reason=why)
    step.save(due_on=due)
    step.journal(due=due)
    return row


@implements("L.3.7", "L.1.2")
@transaction.atomic
def prolong_part(*, part_id: UUID, version: int, until: date, reason: str, by: Actor, on: date) -> Part:
    """Prolong the term of a part: the central authority that passed it down. Raises as `prolong_request`."""
    why = text("reason", reason)
    rows = Part.objects.select_related("office", "request__office")
    row = change.locked(rows, part_id, by=by, on=on)
    step = PARTS.rule(row, PROLONG, term_subject(row, by, on), by=by, on=on)
    change.expect(row, version)
    due = terms.lengthen(kind="treaty_part", subject_id=row.id, until=until, on=on, by=by, reason=why)
    step.save(due_on=due)
    step.journal(due=due)
    return row
