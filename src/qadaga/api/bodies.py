"""The register of supervised bodies: finding them. One is entered only in the change that names it."""

from collections.abc import Iterable
from uuid import UUID

from ninja import Schema

from qadaga.api.auth import ApiRequest
from qadaga.api.common import one_of
from qadaga.api.routing import Router
from qadaga.api.schemas import Line
from qadaga.appeals.selectors import suggested_bodies
from qadaga.matters.models import Body

router = Router(tags=["bodies"])


class BodyOut(Schema):
    """A body of the register."""

    id: UUID
    kind: str
    bin: str | None
    name_ru: str
    name_kk: str
    kato: str | None
    address: str


@router.get("", response=list[BodyOut])
def find(request: ApiRequest, q: Line = "") -> Iterable[Body]:
    """At most ten bodies whose name or BIN begins with `q` (three characters or more)."""
    return suggested_bodies(q)


@router.get("/{uuid:pk}", response=BodyOut)
def read(request: ApiRequest, pk: UUID) -> Body:
    """One body."""
    return one_of(Body.objects.filter(id=pk))
