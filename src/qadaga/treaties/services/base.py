"""What every service of the direction does first: find in scope and lock, rule; its terms."""

from datetime import date
from typing import Any
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.matters import change, deaths, terms
from qadaga.matters.step import Step
from qadaga.treaties.choices import PETITIONS
from qadaga.treaties.models import Part, Request, Treaty
from qadaga.treaties.subject import REQUESTS, TREATIES, request_subject, treaty_subject

MOST_DAYS = 730


def treaty(
    treaty_id: UUID, power: str, version: int | None, *, by: Actor, on: date, of_kind: bool = False
) -> Step[Treaty]:
    """The power on the treaty within the scope, locked; `of_kind`: what it is about is the ground.

    Raises NotFound, Stale, NotPermitted.
    """
    row = change.locked(Treaty.objects.select_related("office"), treaty_id, by=by, on=on)
    if version is not None:
        change.expect(row, version)
    ground = row.kind if of_kind else ("cooperation" if power == "treaty.cooperate" else None)
    return TREATIES.ask(row, power, treaty_subject(row, by, on), by=by, on=on, ground=ground)


def request(
    request_id: UUID, power: str, version: int | None, *, by: Actor, on: date, for_life: bool = False
) -> Step[Request]:
    """The power on the request within the scope, locked; what it asks for is the ground.

    `for_life`: nothing of the kind is done about somebody who has died. Raises NotFound, Stale, NotPermitted.
    """
    row = change.locked(Request.objects.select_related("office"), request_id, by=by, on=on)
    if version is not None:
        change.expect(row, version)
    dead = deaths.MARK if for_life and _dead(row) else ""
    return REQUESTS.ask(row, power, request_subject(row, by, on, dead), by=by, on=on, ground=row.kind)


def _dead(row: Request) -> bool:
    """Whether the person is handed over, not only spoken of, and has died by this or another card."""
    return row.kind in PETITIONS and (row.died_on is not None or deaths.known(row.iin))


def start_term(row: Treaty | Request | Part, kind: str, rule: str, days: int, *, by: Actor, on: date) -> None:
    """Begin the term of the row with the days its author gives; its last day is put into `due_on`."""
    if not 1 <= days <= MOST_DAYS:
        raise InvalidInput.of(
            "days", "out_of_range", N_("Between 1 and %(most)s calendar days."), most=MOST_DAYS
        )
    owner = terms.Owner(kind, row.id, row.office_id, row.region_id)
    row.due_on = terms.start(owner=owner, rule=rule, on=on, by=by, days=days).due_on


def end_terms(kind: str, row: Any, *, by: Actor, on: date) -> None:
    """End what runs on the row."""
    terms.finish_open(kind=kind, subject_id=row.id, on=on, by=by)
