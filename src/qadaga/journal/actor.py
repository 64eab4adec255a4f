"""Who acts, as the journal records them. No models here: an actor's module loads before the tables."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class JournalActor:
    """Who acts, in which hat: ids only, so that the journal holds no personal data."""

    person_id: UUID | None
    appointment_id: UUID | None
    office_id: UUID | None
