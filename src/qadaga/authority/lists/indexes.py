"""The indexes a register's sorts rest on, declared once beside the model they belong to (decision 8)."""

from __future__ import annotations

from django.db.models import Index, Q

_LEVELS = {"o": ["office"], "r": ["region"], "n": []}


def family(
    name: str, column: str, *, plain: bool = False, partial: bool = False, region: str = "region"
) -> list[Index]:
    """Indexes (office | region | nothing, status, column, id); `plain` adds the same without status.

    `partial` keeps rows without a value out. `region` is the model's field of the region.
    """
    condition = Q(**{f"{column}__isnull": False}) if partial else None
    made = []
    for letter, unit in _LEVELS.items():
        lead = [region if field == "region" else field for field in unit]
        keys = {"s": [*lead, "status"]} | ({"p": lead} if plain else {})
        for suffix, start in keys.items():
            fields = [*start, column, "id"]
            made.append(Index(fields=fields, name=f"{name}_{letter}{suffix}", condition=condition))
    return made


def leading(name: str, lead: str, column: str, *, nullable: bool = False) -> Index:
    """The index of a leading filter: (lead, column, id)."""
    condition = Q(**{f"{lead}__isnull": False}) if nullable else None
    return Index(fields=[lead, column, "id"], name=name, condition=condition)
