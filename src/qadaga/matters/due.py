"""The tables that repeat the last day of a term, by kind of subject: what a recount has to follow."""

from django.db.models import Model

REPEATED: dict[str, type[Model]] = {}


def repeat(kind: str, table: type[Model]) -> None:
    """Let a recount carry the last day of terms on `kind` over to `due_on` of the table."""
    REPEATED[kind] = table
