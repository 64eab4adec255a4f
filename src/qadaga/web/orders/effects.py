"""Where what an order did is shown."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse

from qadaga.offices.selectors import codes_of
from qadaga.organisation.orders.models import OrderEffect
from qadaga.staff.selectors import appointments_by_id


def pages_of(effects: Iterable[OrderEffect]) -> Mapping[UUID, str]:
    """The address of each subject that has a page: people, appointments (their person), offices, orders."""
    by_kind: dict[str, set[UUID]] = {}
    for row in effects:
        by_kind.setdefault(row.subject_kind, set()).add(row.subject_id)
    found = {one: reverse("offices:person", args=[one]) for one in by_kind.get("person", ())}
    found |= {one: reverse("orders:card", args=[one]) for one in by_kind.get("order", ())}
    if offices := by_kind.get("office"):
        found |= {one: reverse("offices:card", args=[code]) for one, code in codes_of(offices).items()}
    if held := by_kind.get("appointment"):
        people = appointments_by_id(held).items()
        found |= {one: reverse("offices:person", args=[row.person_id]) for one, row in people}
    return found
