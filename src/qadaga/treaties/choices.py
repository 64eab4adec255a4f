"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TreatyKind(models.TextChoices):
    """What a treaty is about: the kinds that L.3.7 lets the service conclude, or any other supervised."""

    EXTRADITION = "extradition", _("Extradition")
    ASSISTANCE = "legal_assistance", _("Legal assistance in criminal cases")
    TRANSFER = "transfer_convicted", _("Transfer of the convicted")
    TREATMENT = "compulsory_treatment", _("Transfer for compulsory treatment")
    COOPERATION = "cooperation", _("Cooperation agreement")
    OTHER = "other", _("Another treaty that is supervised")


class Partner(models.TextChoices):
    """With whom."""

    STATE = "state", _("A state")
    BODY = "foreign_body", _("A body of another state")
    ORGANISATION = "organisation", _("An international organisation")


class TreatyStatus(models.TextChoices):
    """Where a treaty stands."""

    DRAFT = "draft", _("Draft, position awaited")
    OPINED = "opined", _("Draft, position given")
    CONCLUDED = "concluded", _("Treaty concluded")
    ENDED = "ended", _("No longer in force")


class Position(models.TextChoices):
    """The position on a draft."""

    FOR = "for", _("Supported")
    REMARKS = "remarks", _("Supported with remarks")
    AGAINST = "against", _("Not supported")


class ContactKind(models.TextChoices):
    """How cooperation went on."""

    MEETING = "meeting", _("Meeting or talks")
    EXCHANGE = "exchange", _("Exchange of information")
    JOINT = "joint", _("Joint measure")
    TRAINING = "training", _("Training, exchange of experience")


class CheckStatus(models.TextChoices):
    """Where a check of how a treaty is kept stands."""

    BEGUN = "begun", _("Under way")
    DONE = "done", _("Carried out")


class CheckGround(models.TextChoices):
    """The grounds of a check that the law names."""

    APPEAL = "appeal", _("An appeal")
    PG = "assignment_pg", _("An assignment of the Prosecutor General")
    HIGHER = "assignment_higher", _("An assignment of the office above")
    OWN = "own_initiative", _("The office's own initiative")


class CheckOutcome(models.TextChoices):
    """What a check found."""

    KEPT = "kept", _("The treaty is kept")
    VIOLATED = "violated", _("Violations found")


class Way(models.TextChoices):
    """Which way a request goes."""

    INCOMING = "incoming", _("From abroad")
    OUTGOING = "outgoing", _("Abroad")


class RequestKind(models.TextChoices):
    """What is asked: each is a ground that L.3.7 names."""

    EXTRADITION = "extradition", _("Extradition")
    ASSISTANCE = "legal_assistance", _("Legal assistance in criminal cases")
    PROCEDURAL = "procedural_request", _("Procedural actions")
    CONVICTED = "transfer_convicted", _("Transfer of a convicted person")
    PROCEEDINGS = "transfer_proceedings", _("Transfer of proceedings")
    TRANSIT = "transit", _("Transit")
    TREATMENT = "compulsory_treatment", _("Transfer for compulsory treatment")


class RequestStatus(models.TextChoices):
    """Where a request stands."""

    REGISTERED = "registered", _("Registered")
    IN_WORK = "in_work", _("Carried out by parts")
    DECIDED = "decided", _("Decided")
    EXECUTED = "executed", _("Carried out")
    ANSWERED = "answered", _("Answered abroad")
    DRAFT = "draft", _("Prepared for sending")
    SENT = "sent", _("Sent abroad")
    REPLIED = "replied", _("Reply received")


class Decision(models.TextChoices):
    """What was decided on a petition from abroad."""

    GRANTED = "granted", _("Granted")
    POSTPONED = "postponed", _("Postponed")
    REFUSED = "refused", _("Refused")


class Reply(models.TextChoices):
    """What a foreign body replied."""

    FULL = "full", _("Done in full")
    PART = "part", _("Done in part")
    REFUSED = "refused", _("Refused")


class PartStatus(models.TextChoices):
    """Where a part stands."""

    GIVEN = "given", _("To be carried out")
    DONE = "done", _("Carried out")


class PaperLanguage(models.TextChoices):
    """The language of a document; any other one is named in its title."""

    KK = "kk", _("Kazakh")
    RU = "ru", _("Russian")
    EN = "en", _("English")
    UZ = "uz", _("Uzbek")
    KY = "ky", _("Kyrgyz")
    TR = "tr", _("Turkish")
    ZH = "zh", _("Chinese")
    DE = "de", _("German")
    FR = "fr", _("French")
    OTHER = "other", _("Another language")


# A petition is decided on; whatever else is asked is carried out by parts.
PETITIONS = (
    RequestKind.EXTRADITION,
    RequestKind.CONVICTED,
    RequestKind.PROCEEDINGS,
    RequestKind.TRANSIT,
    RequestKind.TREATMENT,
)
DIRECTION = "treaties"
