"""Tasks that a killed worker left running are given back, and given up when they keep killing workers."""

from datetime import datetime

from django.db import transaction
from django_tasks_db.compat import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from qadaga.config.tasks import pulse

# A task that took its worker down this often is not tried again: it would take down the next one.
MOST_TRIES = 3


class LeftBehind(Exception):
    """Every worker that took the task was killed while it ran."""


@transaction.atomic
def reap(now: datetime) -> tuple[int, int]:
    """Give back the running tasks whose worker is gone; returns how many were (given back, given up).

    A task is therefore run at least once; what it does must bear being done again.
    """
    given_back = given_up = 0
    for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
        if task.worker_ids and pulse.beats(task.worker_ids[-1]):
            continue
        if len(task.worker_ids) >= MOST_TRIES:
            task.set_failed(LeftBehind(f"{len(task.worker_ids)} workers were killed while it ran"))
            given_up += 1
        else:
            DBTaskResult.objects.filter(pk=task.pk).update(status=TaskResultStatus.READY, started_at=None)
            given_back += 1
    return given_back, given_up
