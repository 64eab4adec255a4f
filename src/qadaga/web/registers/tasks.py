"""Work of the registers that the task worker does."""

from uuid import UUID

from django_tasks import task

from qadaga.authority.lists import exports
from qadaga.authority.lists.models import ExportJob
from qadaga.web.registers.listed import LISTED


@task()
def write_export(job_id: str) -> None:
    """Write the file of an export. Being given back after a killed worker, it begins again."""
    job = ExportJob.objects.only("register").get(id=job_id)
    exports.run(UUID(job_id), LISTED[job.register].register)
