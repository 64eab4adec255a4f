"""Reading stored files. Who may see them is the caller's question."""

from collections.abc import Iterable
from uuid import UUID

from qadaga.documents.models import StoredFile


def files_by_id(ids: Iterable[UUID]) -> dict[UUID, StoredFile]:
    """The stored files of those ids, in one query and none for no ids; unknown ids are left out."""
    wanted = set(ids)
    return {row.id: row for row in StoredFile.objects.filter(id__in=wanted)} if wanted else {}
