"""Reading look-ups: that one was made, whoever reads the matter; what it says, those in the matter only."""

import json
from datetime import date
from typing import Any

from qadaga import authority
from qadaga.authority.actor import Actor
from qadaga.authority.one import read_one
from qadaga.authority.scope import scope_of
from qadaga.journal.reads import record_reads
from qadaga.matters.gather import Part
from qadaga.matters.reading import require_reading
from qadaga.matters.subject import asked, marks, remember, subject_of
from qadaga.supervision.gateway.models import LookUp

OF_MATTER: tuple[Part, ...] = (Part("lookups", LookUp, "t.matter_id = %(id)s", ("asked_by_id",)),)
"""What look-ups add to the card of their matter."""
_RELATED = ("matter__holder", "matter__office", "office", "asked_by__person", "asked_by__office")


def read_lookup(actor: Actor, on: date, pk: Any) -> LookUp:
    """The look-up with its answer: NotFound outside the scope, NotPermitted for whoever is not in the matter.

    Each reading is journalled.
    """
    facts = marks("t0.matter_id")
    row = read_one(LookUp, _RELATED, scope_of(actor, on), pk, facts=facts, values=asked(actor, on))
    remember(row.matter, row, actor, on)
    authority.admit(actor, "systems.read_answer", subject_of(row.matter, actor, on), on=on)
    require_reading(row.matter, actor, on)
    record_reads(office_id=row.office_id, subjects=[("lookup", row.pk)], by=actor.journal(), on=on)
    return row


def facts_of(row: LookUp) -> list[tuple[str, str]]:
    """The facts of the answer, by name, in the order they came."""
    if row.answer is None:
        return []
    return [(fact["name"], fact["value"]) for fact in json.loads(row.answer)["facts"]]
