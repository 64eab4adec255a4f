"""Reading letters, of rows already found in scope."""

from uuid import UUID

from qadaga.acts.letters.models import Letter
from qadaga.documents.models import StoredFile
from qadaga.matters.gather import Part


def letters_part(name: str, of: str) -> Part:
    """A part of a card: the letters of the rows whose keys the condition `of` selects."""
    return Part(name, Letter, f"t.subject_id {of}", ("signer_id",))


def letter_file(key: UUID) -> StoredFile | None:
    """The frozen paper of the row's letter, or None."""
    found = Letter.objects.select_related("pdf").filter(subject_id=key).first()
    return found.pdf if found else None
