"""The closed lists of court work, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CaseKind(models.TextChoices):
    """The three kinds of proceedings the sources name (L.3.4, O.7.2)."""

    CRIMINAL = "criminal", _("Criminal case")
    CIVIL = "civil", _("Civil case")
    OFFENCE = "offence", _("Administrative-offence case")


class CaseStatus(models.TextChoices):
    """Where a case stands; only a criminal one begins before the court."""

    OPENED = "opened", _("Before it goes to court")
    IN_COURT = "in_court", _("In court")
    DECIDED = "decided", _("Decided by the instance")
    CLOSED = "closed", _("Closed")


class ReviewStatus(models.TextChoices):
    """Where the work on a judicial act in force stands."""

    OPENED = "opened", _("Registered")
    CALLED = "called", _("Called for")
    RECEIVED = "received", _("Received")
    STUDIED = "studied", _("Studied")
    IN_COURT = "in_court", _("Protest or petition in court")
    DECIDED = "decided", _("Decided by the court")
    REFUSED = "refused", _("Protest refused, petitioner answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CLOSED = "closed", _("Closed")


class PartGround(models.TextChoices):
    """Why the prosecutor takes part in a case that is not criminal."""

    DEFENCELESS = "defenceless", _("For people who cannot defend themselves")
    MINORS = "minors", _("For the rights of minors")
    INDEFINITE = "indefinite_circle", _("For an indefinite circle of people")
    STATE = "state_interest", _("For the interests of the state")
    REFUSED = "protest_refused", _("A protest was refused")
    LAW = "law_names_it", _("The law names this kind of case")


class CallGround(models.TextChoices):
    """The grounds on which a case is called for (O.8.3)."""

    APPEAL = "appeal", _("On an appeal")
    PETITION = "petition_received", _("On a petition for a protest")
    HIGHER = "assignment_higher", _("On an assignment from above")
    OWN = "own_initiative", _("On own initiative")


class Called(models.TextChoices):
    """What is called for (L.3.4)."""

    CASE = "case", _("The case")
    EXECUTION = "execution", _("Materials on the execution of the sentence")


class ActKind(models.TextChoices):
    """Kinds of judicial acts."""

    VERDICT = "verdict", _("Verdict of a court")
    JUDGMENT = "judgment", _("Judgment")
    RULING = "ruling", _("Ruling of a court")
    RESOLUTION = "resolution", _("Resolution of a court")


class Instance(models.TextChoices):
    """The instances, in their order."""

    FIRST = "first", _("First instance")
    APPEAL = "appeal", _("Appeal instance")
    CASSATION = "cassation", _("Cassation instance")


class HearingStatus(models.TextChoices):
    """What became of a hearing."""

    PLANNED = "planned", _("To come")
    HELD = "held", _("Held")
    POSTPONED = "postponed", _("Postponed")
    CANCELLED = "cancelled", _("Cancelled")


class AccusedStatus(models.TextChoices):
    """Where it stands with a person prosecuted."""

    NAMED = "named", _("Named by the investigation")
    CHARGED = "charged", _("Charged")
    DROPPED = "dropped", _("Prosecution dropped")
    IN_COURT = "in_court", _("Before the court")
    TRIED = "tried", _("Verdict given")


class VerdictKind(models.TextChoices):
    """What the court decided about one person."""

    CONVICTED = "convicted", _("Convicted")
    ACQUITTED = "acquitted", _("Acquitted")
    ENDED = "ended", _("Proceedings ended")
    RETURNED = "returned", _("Returned to the prosecutor")


class PaperKind(models.TextChoices):
    """Papers that court work issues."""

    CALL = "call", _("Request for a case")
    EXECUTION = "execution", _("Request for materials on the execution of a sentence")
    CHARGE = "charge", _("Resolution on the charge")
    DROP = "drop", _("Resolution to drop the prosecution")
    TRANSFER = "transfer", _("Resolution to transfer the case to court")
    CONCLUSION = "conclusion", _("Conclusion in court")
    PROTEST = "protest", _("Protest against a judicial act")
    PETITION = "petition", _("Petition for review of a judicial act")
    APPEAL = "appeal", _("Appeal petition of the prosecutor")
    ANSWER = "answer", _("Answer to a petition for a protest")
    WITHDRAWAL = "withdrawal", _("Withdrawal of a protest or petition")


# The term in which the decision of each instance may be appealed, by kind of case; the last one has none.
APPEALED_IN = {
    (CaseKind.CRIMINAL, Instance.FIRST): "appeal_criminal",
    (CaseKind.CIVIL, Instance.FIRST): "appeal_civil",
    (CaseKind.OFFENCE, Instance.FIRST): "appeal_offence",
    **{(kind, Instance.APPEAL): "cassation" for kind in CaseKind},
}
# People whose charge is settled, and those about whom the prosecutor has to decide before the court does.
CHARGED = (AccusedStatus.CHARGED, AccusedStatus.IN_COURT, AccusedStatus.TRIED)
BEFORE_COURT = (AccusedStatus.NAMED, AccusedStatus.CHARGED)
# What the court may still decide about somebody who has died: to end the proceedings or to clear the name.
OF_THE_DEAD = (VerdictKind.ACQUITTED, VerdictKind.ENDED, VerdictKind.RETURNED)
# The papers that bring a judicial act before a court.
BROUGHT = (PaperKind.PROTEST, PaperKind.PETITION)
NEXT_INSTANCE = {Instance.FIRST: Instance.APPEAL, Instance.APPEAL: Instance.CASSATION}
