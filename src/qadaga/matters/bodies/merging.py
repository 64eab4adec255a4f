"""Two records of one body become one, and are parted again (O.7.1); nothing that names them is rewritten."""

from datetime import date
from uuid import UUID

from django.db import transaction

from qadaga.authority.actor import Actor
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.law.coverage import implements
from qadaga.matters.bodies.models import Merge
from qadaga.matters.bodies.subject import BODY, MERGE, PART
from qadaga.matters.merging import Merging
from qadaga.matters.models import Body


def _one_bin(survivor: Body, duplicate: Body) -> None:
    if survivor.bin and duplicate.bin:
        raise InvalidInput.of(
            "duplicate", "two_bins", N_("Each has a BIN of its own: these are two organisations.")
        )


BODIES: Merging[Body, Merge] = Merging(Body, Merge, "body", BODY, MERGE, PART, _one_bin)


@implements("O.7.1")
@transaction.atomic
def merge(*, survivor_id: UUID, duplicate_id: UUID, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Decide that the duplicate is the same body as the survivor, which stands for both from now on.

    Raises as `Merging.merge`, InvalidInput also for two different BINs.
    """
    return BODIES.merge(
        survivor_id=survivor_id, duplicate_id=duplicate_id, version=version, reason=reason, by=by, on=on
    )


@implements("O.7.1")
@transaction.atomic
def part(*, merge_id: UUID, version: int, reason: str, by: Actor, on: date) -> Merge:
    """Undo a merge: the duplicate stands again with everything that names it. Raises AlreadyDone."""
    return BODIES.part(merge_id=merge_id, version=version, reason=reason, by=by, on=on)
