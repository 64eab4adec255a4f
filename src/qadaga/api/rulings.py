"""The rulings at signing of a record's papers, each run again under its edition and by the law of today."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model
from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.problems import said
from qadaga.api.routing import Router
from qadaga.law.again import again
from qadaga.matters.signed import signed_of

MOST = 10
"""Each is run again under two editions: no more at once than a card shows."""


class DifferenceOut(Schema):
    """What a kept ruling says otherwise than the law does when it is run again."""

    what: str
    kept: str
    again: str


class TodayOut(Schema):
    """What the law in force today says on the same facts."""

    ruling: dict[str, Any]
    missing: list[dict[str, str]]


class RulingAgainOut(Schema):
    """The ruling that the signature rests on, and what came of running it again under its edition.

    `state`: same, differs, unknown_edition (the catalogue no longer has it) or unreadable.
    """

    state: str
    edition: str
    ruling: dict[str, Any] | None
    differences: list[DifferenceOut]
    today: TodayOut | None


class PaperRulingOut(RulingAgainOut):
    """The same of one of the papers that a record is or holds: its key, what it is, and its number."""

    id: UUID
    paper: str
    number: str


def mount(router: Router, name: str, read: Callable[[ApiRequest, UUID], Model]) -> None:
    """Add the endpoint to the router of a record; `read` finds it in scope, or raises as its card does."""

    @router.get("/{uuid:pk}/rulings", response=list[PaperRulingOut], operation_id=f"{name}_rulings")
    def rulings(request: ApiRequest, pk: UUID, before: UUID | None = None) -> list[dict[str, Any]]:
        """The rulings at signing of its papers, run again, the newest first; none before a signature.

        Ten at a time, as its card shows: `before` is the last `id` of the ten read already.
        """
        return [
            {"id": key, "paper": one.kind, "number": one.number, **ran_again(dict(one.kept), request.on)}
            for key, one in signed_of(read(request, pk), MOST, before)
        ]


def ran_again(kept: dict[str, Any], on: date) -> dict[str, Any]:
    """A kept ruling as it is, run again under its edition, and what the law of the day says of its facts."""
    found = again(kept, on)
    return {
        "state": found.state,
        "edition": found.edition,
        "ruling": found.kept.as_json() if found.kept else None,
        "differences": [one.as_json() for one in found.differences],
        "today": said(found.now) if found.now else None,
    }
