"""What the passing of time brings about, besides what anybody does.

An application offers its own in a module `clockwork` with a list `JOBS` of functions that take the moment
(aware datetime) and return a short line for the log, or None when there was nothing to do. A job must bear
being run twice, and none may count days down: deadlines are computed from dates (decision 7).
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec

import structlog
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection
from django_tasks_db.models import DBTaskResult

from qadaga.config.tasks import reaper

Job = Callable[[datetime], str | None]
log = structlog.get_logger(__name__)
FINISHED_TASKS_KEPT = timedelta(days=14)


def run(now: datetime) -> list[str]:
    """Run every job once; returns the lines they gave. One job's failure stops none of the others.

    Only one clockwork works at a time, however many machines run one: the others return at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(20300, 1)")
        if not cursor.fetchone()[0]:
            return []
        try:
            return [line for job in jobs() if (line := _run_one(job, now))]
        finally:
            cursor.execute("SELECT pg_advisory_unlock(20300, 1)")


def jobs() -> Iterator[Job]:
    """The platform's own jobs, then those of each application, in the order of the house."""
    yield from (give_back_tasks, forget_sessions, forget_tasks)
    for app in apps.get_app_configs():
        if app.name.startswith("qadaga.") and find_spec(f"{app.name}.clockwork"):
            yield from import_module(f"{app.name}.clockwork").JOBS


def give_back_tasks(now: datetime) -> str | None:
    """Tasks of killed workers."""
    back, up = reaper.reap(now)
    return f"tasks given back: {back}, given up: {up}" if back or up else None


def forget_sessions(now: datetime) -> str | None:
    """Sessions whose time is over, once an hour."""
    if now.minute == 0:
        call_command("clearsessions", verbosity=0)
    return None


def forget_tasks(now: datetime) -> str | None:
    """What finished tasks returned, after a fortnight; once a day."""
    if (now.hour, now.minute) == (3, 0):
        DBTaskResult.objects.finished().filter(finished_at__lt=now - FINISHED_TASKS_KEPT).delete()
    return None


def _run_one(job: Job, now: datetime) -> str | None:
    try:
        return job(now)
    except DatabaseError:
        # The next tick tries again; the others must not wait for it.
        log.exception("clockwork.job_failed", job=f"{job.__module__}.{job.__qualname__}")
        return None
