"""Lists of the large tables: the declared filters and sorts, key-set cursors, the caller's scope.

Filters that hold a name, a number of a person or words are posted: no address carries them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import GenericAlias
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from ninja import Field, Query, Schema, Status
from pydantic import create_model

from qadaga.api import views
from qadaga.api.auth import ApiRequest
from qadaga.api.common import only_read
from qadaga.api.exports import ExportOut, begun, mounted
from qadaga.api.problems import language
from qadaga.api.routing import Router
from qadaga.api.schemas import Day, Line
from qadaga.authority.lists import asking, exports, saved, texts
from qadaga.authority.lists.filters import Choice, Dates, Filter, Flag, Lead
from qadaga.authority.lists.models import ExportJob
from qadaga.authority.lists.pages import Ask, Page
from qadaga.authority.lists.register import PAGE_SIZE, Column, Register
from qadaga.authority.scope import Scope

MOST_ROWS = 100
_ENDS = ("from", "to")


class Ordering(Schema):
    """In which order, from where, how many; `office` narrows the scope to one of its offices."""

    sort: str = ""
    ascending: bool | None = None
    cursor: Annotated[Line, Field(description="`next` or `previous` of another page")] = ""
    size: int = Field(PAGE_SIZE, ge=1, le=MOST_ROWS)
    office: UUID | None = None
    view: Annotated[UUID | None, Field(description="a saved view or filter, instead of filters")] = None


def mount(router: Router, register: Register) -> None:
    """Add the list of the register to the router of its records."""
    asked_by_address = _asked(register, "Query", private=False)
    asked_by_post = _asked(register, "Search", private=True)
    page_of = _page(register)
    name = register.name
    mounted(register)

    @router.get("", response=page_of, operation_id=f"{name}_list")
    def rows(request: ApiRequest, asked: Query[asked_by_address]) -> dict[str, Any]:  # type: ignore[valid-type]  # made above
        """A page of the register, filtered by what may stand in an address."""
        return _answer(register, request, asked)

    @router.post("/search", response=page_of, operation_id=f"{name}_search")
    def search(request: ApiRequest, response: HttpResponse, payload: asked_by_post) -> dict[str, Any]:  # type: ignore[valid-type]  # made above
        """A page of the register, filtered also by names, numbers of people and words."""
        only_read(response)
        return _answer(register, request, payload)

    @router.post("/exports", response={202: ExportOut}, operation_id=f"{name}_export")
    def export(request: ApiRequest, payload: asked_by_post) -> Status[ExportJob]:  # type: ignore[valid-type]  # made above
        """Ask for a spreadsheet of the rows; watch it at /exports/{id}. `cursor` and `size` do not matter."""
        return Status(202, _export(register, request, payload))

    views.mount(router, register, asked_by_post, lambda given: _values(register, given.dict()))


def raw_filters(register: Register, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was asked in the form that the register's filters read."""
    raw: dict[str, Any] = {}
    for one in register.filters:
        if isinstance(one, Dates):
            raw[one.name] = {end: given.get(f"{one.name}_{end}") for end in _ENDS}
        else:
            raw[one.name] = given.get(one.name)
    return {**raw, "status": given.get("status") or []}


def _answer(register: Register, request: ApiRequest, asked: Any) -> dict[str, Any]:
    given, seen = asked.dict(), register.seen(request.actor, request.on)
    values = _values(register, given)
    ask = _ask(values, given, seen)
    return said(register, asking.fetch(register, seen, values, ask, today=request.on))


def _values(register: Register, given: Mapping[str, Any]) -> dict[str, Any]:
    """The filters asked for, or those of the saved view that is named instead."""
    if given["view"]:
        return saved.values_of(register, given["view"])
    return asking.checked(register, raw_filters(register, given))


def _ask(values: Mapping[str, Any], given: Mapping[str, Any], seen: Scope) -> Ask:
    office = given["office"]
    return asking.asked(
        values,
        sort=given["sort"] or "",
        ascending=given["ascending"],
        cursor=given["cursor"],
        size=given["size"],
        units=asking.narrowed(seen, office) if office else None,
    )


def _export(register: Register, request: ApiRequest, payload: Any) -> ExportJob:
    given = payload.dict()
    values = _values(register, given)
    with transaction.atomic():
        job = exports.request(
            register,
            values=values,
            ask=_ask(values, given, register.seen(request.actor, request.on)),
            office_id=given["office"],
            by=request.actor,
            on=request.on,
        )
        return begun(job)


def said(register: Register, page: Page) -> dict[str, Any]:
    """A page of the register as the API says it."""
    read = {column.name: _reader(column, language()) for column in register.columns}
    return {
        "rows": [{name: one(row) for name, one in read.items()} for row in page.rows],
        "next": page.next,
        "previous": page.previous,
        "bounded": page.bounded,
        "searched": page.searched,
    }


def _reader(column: Column, spoken: str) -> Callable[[Mapping[str, Any]], Any]:
    """Codes and days as they are; names of bodies, offices and people as they are called."""
    if column.shape in ("localised", "person", "period"):
        return lambda row: texts.text(column, row, spoken)
    return lambda row: row[column.name]


def _asked(register: Register, kind: str, *, private: bool) -> type[Schema]:
    fields: dict[str, Any] = {}
    for one in register.filters:
        if private or not one.private:
            fields |= _fields(one)
    if register.statuses:
        fields["status"] = (_any_of(register.statuses), [])
    sorts = ("", *(sort.name for sort in register.sorts))
    fields["sort"] = (Literal[sorts], "")
    name = f"{register.name.title()}{kind}"
    return create_model(name, __base__=Ordering, __doc__=Ordering.__doc__, **fields)


def _any_of(values: Iterable[str]) -> GenericAlias:
    """The type of a list of some of these values; made here, since only the declaration knows them."""
    return GenericAlias(list, (Literal[tuple(values)],))


def _fields(one: Filter) -> dict[str, Any]:
    if isinstance(one, Dates):
        return {f"{one.name}_{end}": (Day | None, None) for end in _ENDS}
    if isinstance(one, Flag):
        return {one.name: (bool, False)}
    if isinstance(one, Choice):
        return {one.name: (_any_of(one.options or {}), [])}
    return {one.name: (UUID | None, None) if isinstance(one, Lead) else (Line, "")}


def _page(register: Register) -> type[Schema]:
    name = register.name.title()
    row = create_model(f"{name}Row", __base__=Schema, __doc__="A row of the register.", **_columns(register))
    return create_model(
        f"{name}Page",
        __base__=Schema,
        __doc__="Rows in order; `next` and `previous` are cursors of the neighbouring pages, or empty."
        " `bounded`: only `searched` rows were looked through; go on with `next`.",
        rows=(list[row], ...),  # type: ignore[valid-type]  # made above
        next=(str, ...),
        previous=(str, ...),
        bounded=(bool, ...),
        searched=(int, ...),
    )


def _columns(register: Register) -> dict[str, Any]:
    shapes: dict[str, Any] = {"date": (date | None, ...)}
    columns = {column.name: shapes.get(column.shape, (str | None, ...)) for column in register.columns}
    return {**columns, "id": (UUID, ...)}
