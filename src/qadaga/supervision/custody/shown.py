"""Files with the points of a visit's check list, as they are read with the visit."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from qadaga.common.errors import NotFound
from qadaga.documents.models import StoredFile
from qadaga.supervision.custody.models import Evidence, Visit


@dataclass(frozen=True, slots=True)
class Shown:
    """A file: the point it belongs to, what it shows, its size in bytes and the digest of its bytes."""

    item: str
    file_id: UUID
    title: str
    size: int
    sha256: str


def column() -> ArraySubquery:
    """The files of the visit, in the order they were added: a column of the statement that reads it."""
    told = JSONObject(item="item", file="file_id", title="title", size="file__size", sha256="sha256")
    rows = Evidence.objects.filter(visit=OuterRef("pk")).order_by("added_at", "id")
    return ArraySubquery(rows.values(told=told))


def shown(visit: Visit) -> list[Shown]:
    """The files of a visit that was read with them."""
    return [
        Shown(one["item"], UUID(one["file"]), one["title"], one["size"], one["sha256"])
        for one in visit.__dict__["shown"]
    ]


def file_of(visit: Visit, file_id: UUID) -> StoredFile:
    """A file of the visit. Raises NotFound."""
    row = Evidence.objects.select_related("file").filter(visit=visit, file=file_id).first()
    if row is None:
        raise NotFound
    return row.file
