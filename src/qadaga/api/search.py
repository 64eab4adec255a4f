"""Search by number, name, IIN, BIN and words. It is posted: no address carries what is looked for."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Field, Schema

from qadaga.api.auth import ApiRequest, scope
from qadaga.api.common import only_read
from qadaga.api.routing import Router
from qadaga.api.schemas import Line
from qadaga.authority.lists import search
from qadaga.authority.lists.search import Found

router = Router(tags=["search"])


class SearchIn(Schema):
    """What to look for, and among what; `cursor` is `next` of the page before."""

    q: Annotated[Line, Field(max_length=200)]
    kind: Literal["", "appeal", "matter", "act", "inspection", "order"] = ""
    cursor: Line = ""


class HitOut(Schema):
    """A record that answers."""

    kind: str
    id: UUID
    office_id: UUID
    day: date
    number: str | None
    title: str


class FoundOut(Schema):
    """The hits, newest first. `bounded`: only the newest 2,000 in scope were looked through; go on."""

    rows: list[HitOut]
    next: str
    bounded: bool


@router.post("", response=FoundOut)
def find(request: ApiRequest, response: HttpResponse, payload: SearchIn) -> Found:
    """Records in the caller's scope that bear the number or hold every word."""
    only_read(response)
    return search.find(scope(request), payload.q, today=request.on, kind=payload.kind, cursor=payload.cursor)
