"""What the law kernel is told about the card of a person."""

from qadaga.law.model import Subject

GATHER, MERGE, PART = "person_card.gather", "person_card.merge", "person_card.part"
NOTE_DEATH, WITHDRAW_DEATH = "person_card.note_death", "person_card.withdraw_death"
KIND = "person_card"
CARD = Subject(kind=KIND)
"""Cards are common to all offices, as bodies are: what each shows is ruled on by its own register."""
