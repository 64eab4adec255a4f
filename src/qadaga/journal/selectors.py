"""Reading the journal."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from qadaga.journal.models import ChainKind, Entry


def timeline(
    subject_kind: str,
    subject_id: UUID,
    *,
    also: Sequence[tuple[str, UUID]] = (),
    before: int | None = None,
    limit: int = 200,
) -> list[Entry]:
    """What was done with the subjects, newest first, readings left out; at most `limit` entries.

    `also` names more subjects (a matter shows its acts); `before` is the last page's lowest id.
    """
    subjects = [(subject_kind, subject_id), *also]
    about = reduce(or_, (Q(subject_kind=kind, subject_id=id_) for kind, id_ in subjects))
    entries = Entry.objects.filter(about, kind=ChainKind.WORK)
    if before is not None:
        entries = entries.filter(id__lt=before)
    return list(entries.order_by("-id")[:limit])


def of_office(
    office_id: UUID, *, kind: int = ChainKind.WORK, before: int | None = None, limit: int = 50
) -> list[Entry]:
    """An office's entries, newest first; `before` is the `seq` of the last one of the page before."""
    entries = Entry.objects.filter(office_id=office_id, kind=kind)
    if before is not None:
        entries = entries.filter(seq__lt=before)
    return list(entries.order_by("-seq")[:limit])


def readings(subject_kind: str, subject_id: UUID, *, limit: int = 50) -> list[Entry]:
    """Who read the card, newest first."""
    entries = Entry.objects.filter(subject_kind=subject_kind, subject_id=subject_id, kind=ChainKind.READS)
    return list(entries.order_by("-id")[:limit])
