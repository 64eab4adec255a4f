"""Reading seals and symbols: the viewer's scope first."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from qadaga.authority.actor import Actor
from qadaga.authority.scope import get_or_404, scope_of
from qadaga.matters.selectors.actions import Action, judged
from qadaga.organisation.seals.models import Seal, SealEvent, Symbol
from qadaga.organisation.seals.subject import SEAL, seal_subject

POWERS = (
    "seal.take",
    "seal.hand_over",
    "seal.check",
    "seal.report_loss",
    "seal.settle",
    "seal.destroy",
)

# What of seals waits for a person, in the columns and values of `acts.selectors.waiting`: what is handed over
# to them; losses without a decision, for those who lead the office or the one above it.
WAITING = """
(SELECT 'take', s.id, s.mark, s.name_kk, NULL::date FROM seals_seal s
WHERE s.offered_id = %(me)s ORDER BY s.id LIMIT 7)
UNION ALL
(SELECT 'loss', s.id, s.mark, s.name_kk, NULL::date FROM seals_seal s
WHERE %(leads)s AND s.status = 'lost' AND s.order_id IS NULL
    AND (s.office_id = ANY(%(own)s::uuid[]) OR s.region_id = %(office)s) ORDER BY s.id LIMIT 7)
"""


def read_seal(actor: Actor, on: date, pk: Any) -> Seal:
    """The seal with its office and people; NotFound outside the scope."""
    rows = Seal.objects.select_related(
        "office", "holder__person", "holder__office", "offered__person", "offered__office", "order"
    )
    return get_or_404(rows, scope_of(actor, on), pk)


def events(seal: Seal) -> QuerySet[SealEvent]:
    """What happened to it, the newest first."""
    return seal.events.select_related("by__person", "holder__person", "order").order_by("-id")


def seal_actions(seal: Seal, actor: Actor, on: date) -> list[Action]:
    """A ruling for each power on the seal, in the order of the work."""
    return judged(SEAL, POWERS, seal_subject(seal, actor, on), actor, on)


def symbols(on: date | None = None) -> QuerySet[Symbol]:
    """The symbols of the service, all ever or those in force on the day, by kind and name."""
    rows = Symbol.objects.order_by("kind", "name_kk", "-starts_on")
    return rows if on is None else rows.on(on)
