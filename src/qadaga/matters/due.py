"""What repeats the last day of a term, by kind of subject: a recount has to follow it there."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db.models import Model

Follow = Callable[[UUID, date, date], None]
"""Carries a last day over: of the subject with that id, from the day before to the day after."""

REPEATED: dict[str, Follow] = {}


def repeat(kind: str, table: type[Model], then: Callable[[UUID], None] | None = None) -> None:
    """Let a recount carry the last day of terms on `kind` over to `due_on` of the table.

    `then` follows it further, from the id of the row whose day moved.
    """

    def follow(pk: UUID, before: date, after: date) -> None:
        table._default_manager.filter(pk=pk, due_on=before).update(due_on=after)
        if then is not None:
            then(pk)

    REPEATED[kind] = follow
