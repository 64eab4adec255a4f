"""Background work of appeals."""

from uuid import UUID

from django_tasks import task

from qadaga.appeals.importing import working
from qadaga.appeals.importing.committing import commit
from qadaga.authority.actors import actor_for
from qadaga.common import clock
from qadaga.common.errors import NotFound


@task()
def write_import(run_id: str, appointment_id: str) -> int:
    """Write the rows of a run laid ready, on behalf of whoever asked; how many went in.

    Run again after a worker was killed, it goes on where it stood. Raises NotFound where the appointment has
    ended meanwhile: nobody imports in the name of somebody who left.
    """
    on = clock.today()
    actor = actor_for(UUID(appointment_id), on)
    if actor is None:
        raise NotFound()
    return commit(UUID(run_id), by=actor, on=on).imported


@task()
def check_upload(job_id: str) -> None:
    """Check a file that was uploaded to be imported; begun again after a killed worker."""
    working.check(UUID(job_id))


@task()
def write_upload(job_id: str) -> None:
    """Write a checked file; gone on with after a killed worker."""
    working.write(UUID(job_id))
