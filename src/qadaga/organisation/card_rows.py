"""Everything the card of a person lists, asked at once: duties, acting, hand-overs, checks, absences."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from qadaga.database.together import together
from qadaga.journal import selectors as journal
from qadaga.organisation.cards import Card
from qadaga.organisation.careers.merging import likely_same
from qadaga.organisation.careers.models import EntryCheck, EntryFinding
from qadaga.organisation.handover.models import HandOver, HandOverItem
from qadaga.organisation.handover.selectors import hand_overs_of, taken_over_by
from qadaga.organisation.oversight import acting_of
from qadaga.staff import selectors as staff
from qadaga.staff.duties.selectors import duties_of
from qadaga.staff.models import Person

MOST, MOST_SAME = 50, 20
"""How many lines of a list the card shows; one more is read, so that it can say there are others."""


def rows_of(card: Card, on: date, *, same: bool) -> dict[str, list[Any]]:
    """The lists of the card by name: those of the personal file only where it may be read. One query.

    `same`: look also for other cards that may be of this person.
    """
    person = card.person.id
    asked = {"duties": duties_of(card.held, on), "acting": acting_of(person)[: MOST + 1]}
    if same:
        asked["same"] = likely_same(card.person)[:MOST_SAME]
    return together(**asked, **(_personal(person, on) if card.personal else {}))


def _personal(person: UUID, on: date) -> dict[str, Any]:
    return {
        "given": hand_overs_of(person)[: MOST + 1],
        "given_items": HandOverItem.objects.filter(handover__giver__person=person)
        .select_related("receiver__person")
        .order_by("id"),
        "taken": taken_over_by(person)[: MOST + 1],
        "checks": EntryCheck.objects.filter(person=person).order_by("-on", "-id"),
        "findings": EntryFinding.objects.filter(check_of__person=person).order_by("id"),
        "absences": staff.absences_of(person, on),
        "readers": Person.objects.filter(id__in=journal.readings("person", person).values("person_id")),
    }


def items_of(rows: dict[str, list[Any]]) -> list[tuple[HandOver, list[HandOverItem]]]:
    """Each hand-over with what passed in it."""
    items = defaultdict(list)
    for item in rows["given_items"]:
        items[item.handover_id].append(item)
    return [(row, items[row.id]) for row in rows["given"]]


def findings_of(rows: dict[str, list[Any]]) -> list[tuple[EntryCheck, list[EntryFinding]]]:
    """Each check of entry with what was found."""
    findings = defaultdict(list)
    for finding in rows["findings"]:
        findings[finding.check_of_id].append(finding)
    return [(row, findings[row.id]) for row in rows["checks"]]
