"""The closed lists of sessions, each with its words for people, and the powers of each organ."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Organ(models.TextChoices):
    """Whose session it is."""

    COLLEGIUM = "collegium", _("Collegium")
    COUNCIL = "council", _("Coordination council")


class CouncilStatus(models.TextChoices):
    """Whether the council works."""

    OPEN = "opened", _("At work")
    CLOSED = "closed", _("Ended")


class SessionStatus(models.TextChoices):
    """Where a session stands."""

    PLANNED = "planned", _("Agenda in preparation")
    CALLED = "called", _("Called")
    HELD = "held", _("Held, decisions under control")
    CLOSED = "closed", _("All decisions carried out")
    CANCELLED = "cancelled", _("Called off")


class ItemStatus(models.TextChoices):
    """Where an item of the agenda stands: the head alone admits it (L.1.11)."""

    PROPOSED = "proposed", _("Proposed")
    ADMITTED = "admitted", _("Admitted")
    DECLINED = "declined", _("Not admitted")


class Role(models.TextChoices):
    """Why somebody takes part."""

    MEMBER = "member", _("Member")
    OFFICIAL = "official", _("Official who broke the law")
    GUEST = "guest", _("Invited")


class DecisionStatus(models.TextChoices):
    """Whether a decision is still under control."""

    DRAFT = "draft", _("In the draft of the minutes")
    OPEN = "opened", _("Under control")
    DONE = "closed", _("Carried out")


class Following(models.TextChoices):
    """What follows where somebody who was called did not come without a good reason."""

    AGAIN = "again", _("Called again")
    NOTICE = "notice", _("Notice to the higher body")
    HEAD = "head", _("Decision of the head")


class TermChange(models.TextChoices):
    """What became of the term of a decision."""

    PROLONGED = "prolonged", _("Term prolonged")
    DEFERRED = "deferred", _("Carrying out put off")


class TermBasis(models.TextChoices):
    """How it was decided: the council decides itself, the head for a collegium."""

    SITTING = "sitting", _("At a sitting")
    RECORDED = "recorded", _("By a recorded decision")
    HEAD = "head", _("By the head")


@dataclass(frozen=True, slots=True)
class Powers:
    """Which power of the law each thing about a session is the exercise of."""

    call: str
    admit: str
    official: str
    decide: str
    control: str
    postpone: str


# The same mechanism; the law names the powers of each organ apart (L.1.11, O.7.4).
POWERS = {
    Organ.COLLEGIUM: Powers(
        "collegium.hold",
        "collegium.admit_item",
        "collegium.call_official",
        "collegium.hold",
        "collegium.control",
        "collegium.postpone",
    ),
    Organ.COUNCIL: Powers(
        "coordination.convene",
        "coordination.convene",
        "coordination.convene",
        "coordination.decide",
        "coordination.control",
        "coordination.postpone",
    ),
}
PROPOSE, CARRY_OUT, RESPOND = "session.propose", "collegium.carry_out", "collegium.respond"
