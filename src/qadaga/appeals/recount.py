"""The task that counts open terms again: it stands here, above everything a term's date is repeated in."""

from uuid import UUID

from django.db import transaction
from django_tasks import task

from qadaga.appeals.due import REPEATED
from qadaga.organisation import recounts
from qadaga.workdays.models import Recount


@task()
def recount_terms(recount_id: str) -> None:
    """Count the open terms again after a change of the calendar; given back, it goes on where it stood."""
    recounts.run(UUID(recount_id), REPEATED)


def after_commit(row: Recount | None) -> None:
    """Hand a recount to the worker when its change is committed: not before there is one to be found."""
    if row is not None:
        transaction.on_commit(lambda: recount_terms.enqueue(str(row.id)))
