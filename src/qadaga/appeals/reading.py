"""Who may read an appeal: the line of offices, and never whoever it complains of (O.8.d5, L.1.10)."""

from datetime import date

from qadaga import authority
from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import shown_subject, subject_of
from qadaga.authority.actor import Actor
from qadaga.matters.gather import Gathered

POWER = "card.read"


def require_reading(appeal: Appeal, actor: Actor, on: date, parts: Gathered | None = None) -> None:
    """Raise NotPermitted (403) for whoever may not read the appeal, though it is in their scope.

    `parts` is what a card has gathered already: it spares the questions.
    """
    subject = shown_subject(appeal, parts, actor, on) if parts else subject_of(appeal, actor, on)
    authority.require(actor, POWER, subject, on=on)
