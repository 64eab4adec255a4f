"""Writing a letter: made of what was said, numbered with what it belongs to, signed and frozen at once."""

from dataclasses import dataclass
from io import BytesIO
from typing import Protocol
from uuid import UUID

from qadaga.acts.letters import paper
from qadaga.acts.letters.models import Letter
from qadaga.acts.letters.paper import Said
from qadaga.authority.actor import Actor
from qadaga.authority.signing import signer_of
from qadaga.common.errors import InvalidInput
from qadaga.common.i18n import N_
from qadaga.documents.services import store
from qadaga.matters import change
from qadaga.matters.step import Signing, signature
from qadaga.offices.models import Office

LONGEST_DAYS = 60


class Exercise(Signing, Protocol):
    """One exercise of a power by which a letter goes out, and by whom."""

    @property
    def by(self) -> Actor:
        """Who signs it in the own hand."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Whose letter it is: the kind and key of its row, the office it goes out of, its number there."""

    kind: str
    key: UUID
    office: Office
    number: int
    number_text: str


def write(of: Numbered, said: Said, step: Exercise) -> Letter:
    """Freeze the letter in the hand of whoever acts. Call once the number is taken, before the journal line.

    Raises InvalidInput on `days` (see `length`).
    """
    signer = signer_of(step.by)
    made = Letter(subject_kind=of.kind, subject_id=of.key, kind=said.kind, language=said.language)
    made.office, made.days, made.norm = of.office, length(said.days), said.norm
    made.signer, made.signed_on, made.number_text = signer, step.on, of.number_text
    content = BytesIO(paper.pdf(made, said))
    pdf = store(content, f"{said.kind}-{step.on.year}-{of.number}.pdf", by=step.by)
    for name, value in signature(step, signer, of.number, of.number_text, pdf).items():
        setattr(made, name, value)
    made.norms = sorted({citation.clause for citation in step.ruling.citations})
    made.save(force_insert=True)
    return made


def write_own(kind: str, key: UUID, office: Office, said: Said, step: Exercise) -> Letter:
    """The same for what has no number of its own: the letter takes the office's next one of its measures."""
    number, text = change.number(office, step.on, "measure")
    return write(Numbered(kind, key, office, number, text), said, step)


def length(days: int | None) -> int | None:
    """The length that a letter sets. Raises InvalidInput on `days` out of bounds."""
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        raise InvalidInput.of("days", "bad_length", N_("Give from 1 to %(most)s days."), most=LONGEST_DAYS)
    return days


def days_of(key: UUID) -> int | None:
    """The length that the letter of that row sets; None where it sets none or there is no letter."""
    return Letter.objects.filter(subject_id=key).values_list("days", flat=True).first()
