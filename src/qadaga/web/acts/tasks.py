"""Work of the pages of acts that the task worker does."""

from uuid import UUID

from django_tasks import task

from qadaga.acts import word


@task()
def write_word_copy(copy_id: str) -> None:
    """Write a draft as a Word document."""
    word.write(UUID(copy_id))
