"""Recognising a body of the register by what is typed of it."""

from collections.abc import Iterable

from django.db.models import Q

from qadaga.common.sortkeys import sort_key
from qadaga.matters.models import Body
from qadaga.matters.services.bodies import standing

_SHORTEST = 3
_MOST = 10


def find_body(text: str) -> Body | None:
    """The one body of that BIN or of exactly that name; None for none or for several."""
    typed = text.strip()
    if not typed:
        return None
    digits = typed.replace(" ", "")
    condition = Q(bin=digits) if digits.isdigit() else Q(name_ru__iexact=typed) | Q(name_kk__iexact=typed)
    rows = Body.objects.filter(condition).select_related("merged_into")[:20]
    found = {standing(row).id: standing(row) for row in rows}
    return next(iter(found.values())) if len(found) == 1 else None


def suggested_bodies(text: str) -> Iterable[Body]:
    """Bodies whose name or BIN begins with what is typed, in the order of the alphabet."""
    typed = text.strip()
    if len(typed) < _SHORTEST:
        return []
    digits = typed.replace(" ", "")
    condition = Q(bin__startswith=digits) if digits.isdigit() else Q(sort_key__startswith=sort_key(typed))
    rows = Body.objects.filter(condition, merged_into__isnull=True)
    return rows.order_by("sort_key")[:_MOST]
