"""Who may read an appeal: the line of offices, and never whoever it complains of (O.8.d5, L.1.10).

Whoever may is put down in the journal as having read, whatever of the appeal is shown.
"""

from datetime import date

from qadaga import authority
from qadaga.appeals.models import Appeal
from qadaga.appeals.subject import KIND, shown_subject, subject_of
from qadaga.authority import barred
from qadaga.authority.actor import Actor
from qadaga.journal.reads import record_reads
from qadaga.matters.gather import Gathered
from qadaga.matters.reading import as_held_before

POWER = "card.read"
NOTICE = "notice"

# Whom the appeal itself names, and whom the matter complains of that it is considered in: as the card rules.
_ABOUT = (
    "SELECT x.id FROM appeals_appeal x WHERE x.official_id = %(reader)s::uuid"
    " UNION SELECT x.id FROM appeals_appeal x JOIN matters_complainedof c ON c.matter_id = x.matter_id"
    " WHERE c.person_id = %(reader)s::uuid"
)
_HANGS = f"SELECT h.id FROM {{}} h WHERE h.appeal_id IN ({_ABOUT})"  # noqa: S608 - constants of this module

barred.declare("appeal", _ABOUT)
# What an applicant is to be told of hangs on a decision or a forwarding.
barred.declare(NOTICE, f"{_HANGS.format('appeals_decision')} UNION ALL {_HANGS.format('appeals_forwarding')}")


def require_reading(appeal: Appeal, actor: Actor, on: date, parts: Gathered | None = None) -> None:
    """Raise NotPermitted (403) for whoever may not read the appeal, though it is in their scope.

    `parts` is what a card has gathered already: it spares the questions. The reading is journalled, once a
    request: the card, its papers and files, and forms filled in with what is known all begin here.
    """
    subject = shown_subject(appeal, parts, actor, on) if parts else subject_of(appeal, actor, on)
    if appeal.matter is not None:
        subject = as_held_before(subject, appeal.matter, actor, on)
    authority.admit(actor, POWER, subject, on=on)
    record_reads(office_id=appeal.office_id, subjects=[(KIND, appeal.id)], by=actor.journal(), on=on)
