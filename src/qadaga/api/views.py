"""One's own saved views of the registers: named sets of filters, the same that the pages show."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema, Status
from pydantic import create_model

from qadaga.api.auth import ApiRequest
from qadaga.api.routing import Router
from qadaga.api.schemas import Line
from qadaga.authority.lists import saved
from qadaga.authority.lists.models import SavedFilter
from qadaga.authority.lists.register import Register

Read = Callable[[Any], dict[str, Any]]


class ViewOut(Schema):
    """A saved view: `id` stands as `view` in a request for the register; `values` are its filters."""

    id: UUID
    name: str
    values: dict[str, Any]
    created_at: datetime


class FilterOut(Schema):
    """A nameless filter, kept for ninety days: addresses carry its id instead of names and numbers."""

    id: UUID


def mount(router: Router, register: Register, filters: type[Schema], read: Read) -> None:
    """Add the views to the router of the register's records; `read` turns the filters as sent into values."""
    name = register.name
    named = create_model(
        f"{name.title()}ViewIn",
        __base__=filters,
        __doc__="A name, and the filters of the view.",
        name=(Line, ...),
    )

    @router.get("/views", response=list[ViewOut], operation_id=f"{name}_views")
    def views(request: ApiRequest) -> list[SavedFilter]:
        """The caller's saved views by name."""
        return saved.views(register, by=request.actor)

    @router.post("/views", response={201: ViewOut}, operation_id=f"{name}_save_view")
    def save(request: ApiRequest, payload: named) -> Status[SavedFilter]:  # type: ignore[valid-type]  # made above
        """Save a view; the same name again replaces it."""
        given: Any = payload
        return Status(201, saved.save_view(register, given.name, read(given), by=request.actor))

    @router.post("/filters", response=FilterOut, operation_id=f"{name}_keep_filter")
    def keep(request: ApiRequest, payload: filters) -> SavedFilter:  # type: ignore[valid-type]  # an argument
        """Keep filters nameless; the id shows others the rows of their own scope."""
        return saved.keep(register, read(payload), by=request.actor)

    @router.delete("/views/{uuid:view_id}", response={204: None}, operation_id=f"{name}_remove_view")
    def remove(request: ApiRequest, view_id: UUID) -> Status[None]:
        """Delete one's own view."""
        saved.remove_view(register, view_id, by=request.actor)
        return Status(204, None)
