"""Saved filters: their values under an opaque id, and a person's named views (decision 11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from qadaga.authority.actor import Actor
from qadaga.authority.lists import asking
from qadaga.authority.lists.models import SavedFilter
from qadaga.authority.lists.register import Register
from qadaga.common import text
from qadaga.common.errors import Conflict, InvalidInput, NotFound
from qadaga.common.i18n import N_

KEPT_FOR = timedelta(days=90)
MOST_VIEWS = 30


def keep(register: Register, raw: Mapping[str, object], *, by: Actor) -> SavedFilter:
    """Keep the values nameless, for an address to carry their id; `clockwork` forgets them after 90 days.

    Raises InvalidInput for values the register does not take.
    """
    values = asking.checked(register, raw)
    known = _of(by).filter(register=register.name, name="", values=values).first()
    return known or SavedFilter.objects.create(register=register.name, owner_id=by.person_id, values=values)


def save_view(register: Register, name: object, values: Mapping[str, Any], *, by: Actor) -> SavedFilter:
    """Keep the values as the person's own view; the same name again replaces it.

    Raises InvalidInput without a name, Conflict when the person has 30 views of the register already.
    """
    named = text.clean(name, field="name", max_length=80, required=True)
    kept, created = SavedFilter.objects.update_or_create(
        register=register.name, owner_id=by.person_id, name=named, defaults={"values": dict(values)}
    )
    if created and len(views(register, by=by)) > MOST_VIEWS:
        kept.delete()
        raise Conflict(
            "too_many_views", N_("You have %(most)s saved views already. Delete one first."), most=MOST_VIEWS
        )
    return kept


def views(register: Register, *, by: Actor) -> list[SavedFilter]:
    """The person's saved views of the register by name."""
    return list(_of(by).filter(register=register.name).exclude(name="").order_by("name"))


def remove_view(register: Register, view_id: UUID, *, by: Actor) -> None:
    """Delete one's own view; NotFound for anybody else's."""
    deleted, _ = _of(by).filter(register=register.name, id=view_id).exclude(name="").delete()
    if not deleted:
        raise NotFound()


def values_of(register: Register, filter_id: UUID) -> dict[str, Any]:
    """The values behind an address, whoever made it: the reader's own scope applies to the rows.

    NotFound for an id that is not there. Values the register no longer declares are dropped.
    """
    kept = SavedFilter.objects.filter(register=register.name, id=filter_id).only("values").first()
    if kept is None:
        raise NotFound("filter_gone", N_("This filter is no longer kept. Set it again."))
    try:
        return asking.checked(register, kept.values)
    except InvalidInput:
        return {}


def _of(actor: Actor) -> Any:
    return SavedFilter.objects.filter(owner_id=actor.person_id)
