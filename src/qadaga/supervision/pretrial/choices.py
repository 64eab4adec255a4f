"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseStatus(models.TextChoices):
    """Where the investigation stands."""

    OPENED = "opened", _("Investigation under way")
    SUSPENDED = "suspended", _("Investigation interrupted")
    IN_COURT = "in_court", _("Transferred to court")
    CLOSED = "closed", _("Investigation terminated")


class Course(models.TextChoices):
    """What the investigating body did with the case as a whole."""

    INTERRUPTED = "suspended", _("Interrupted the investigation")
    RESUMED = "opened", _("Resumed the investigation")
    TO_COURT = "in_court", _("The case went to court")
    TERMINATED = "closed", _("Terminated the investigation")


class Role(models.TextChoices):
    """What somebody is in the case."""

    SUSPECT = "suspect", _("Suspect")
    ACCUSED = "accused", _("Accused")
    VICTIM = "victim", _("Victim")
    OTHER = "other", _("Other participant")


class Measure(models.TextChoices):
    """The actions that limit rights and need consent; which of them do is an unverified list."""

    ARREST = "arrest", _("Keeping in custody")
    HOUSE_ARREST = "house_arrest", _("House arrest")
    BAIL = "bail", _("Bail")
    REMOVAL = "removal", _("Removal from a post")
    SEARCH = "search", _("Search of premises")
    SEIZURE = "seizure", _("Seizure of documents or things")
    PROPERTY = "property", _("Arrest of property")
    EXAMINATION = "examination", _("Placing for an examination")


class SanctionStatus(models.TextChoices):
    """Whether the consent was given."""

    ASKED = "asked", _("Awaits the prosecutor")
    GRANTED = "granted", _("Consent given")
    REFUSED = "refused", _("Consent refused")


class InstructionStatus(models.TextChoices):
    """Whether the investigator did what was instructed."""

    ISSUED = "issued", _("Being carried out")
    EXECUTED = "executed", _("Carried out")
    FAILED = "failed", _("Not carried out")
    SILENT = "silent", _("No report in its term")


class ComplaintStatus(models.TextChoices):
    """How a complaint was decided."""

    RECEIVED = "received", _("Under consideration")
    GRANTED = "granted", _("Upheld")
    PARTLY = "partly", _("Upheld in part")
    REFUSED = "refused", _("Not upheld")


class ProlongStatus(models.TextChoices):
    """Whether the prosecutor agreed to a longer term."""

    ASKED = "asked", _("Awaits the prosecutor")
    AGREED = "agreed", _("Agreed")
    REFUSED = "refused", _("Not agreed")


class DecisionKind(models.TextChoices):
    """Decisions of the investigating body that a prosecutor may find unlawful."""

    NOT_REGISTERED = "not_registered", _("Refusal to register")
    INTERRUPTED = "interrupted", _("Interruption of the investigation")
    TERMINATED = "terminated", _("Termination of the investigation")
    SUSPECT = "suspect", _("Recognition as a suspect")
    QUALIFIED = "qualified", _("Qualification")
    OTHER = "other", _("Another decision or action")


class CancelGround(models.TextChoices):
    """Why a decision is cancelled."""

    UNLAWFUL = "decision_unlawful", _("A decision in the case is unlawful")
    DELAY = "delay", _("The investigation drags on")


class EntryKind(models.TextChoices):
    """What a prosecutor did with the case."""

    STUDY = "study", _("The file was studied")
    ACTION = "action", _("A procedural action")


# An instruction that a report may still come on; those that became a violation of a matter.
AWAITED = (InstructionStatus.ISSUED, InstructionStatus.SILENT)
UNDONE = (InstructionStatus.FAILED, InstructionStatus.SILENT)
LIVE = (CaseStatus.OPENED, CaseStatus.SUSPENDED)
AGAINST = (Role.SUSPECT, Role.ACCUSED)
