"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from qadaga.matters.choices import BodyKind


class Issuer(models.TextChoices):
    """Whose act it is, as L.3.1 names them; a law is the legislator's (L.1.12)."""

    LEGISLATOR = "legislator", _("A law of the legislator")
    GOVERNMENT = "government", _("The Government")
    CENTRAL = "central", _("A ministry or another central body")
    MASLIKHAT = "maslikhat", _("A maslikhat")
    AKIMAT = "akimat", _("An akimat")
    AKIM = "akim", _("An akim")
    SELF_GOVERNMENT = "self_government", _("A self-government body")
    OFFICIAL = "official", _("An official of a body")
    ORGANISATION = "organisation", _("Another organisation")


class Nature(models.TextChoices):
    """Whether the act sets rules for all or decides about somebody."""

    NORMATIVE = "normative", _("Normative")
    INDIVIDUAL = "individual", _("Individual")


class Source(models.TextChoices):
    """How the act came to the office."""

    RECEIVED = "received", _("Sent by the body")
    PUBLISHED = "published", _("Published")
    APPEAL = "appeal", _("From an appeal")
    FOUND = "found", _("Found in a matter or an inspection")


class LegalActStatus(models.TextChoices):
    """Where it stands with an act."""

    REGISTERED = "registered", _("Waits for review")
    REVIEW = "review", _("Under review")
    CONFORMS = "conforms", _("Agrees with the law")
    CONTRARY = "contrary", _("Contrary to the law")
    TO_PROTEST = "to_protest", _("To be answered by an act")
    PROTESTED = "protested", _("Act brought")
    KEPT = "kept", _("Kept by the body")
    IN_COURT = "in_court", _("In court")
    CANCELLED = "cancelled", _("Cancelled")
    CHANGED = "changed", _("Changed")
    STANDS = "stands", _("Left in force by the court")


class ReviewKind(models.TextChoices):
    """Two works that the law tells apart (ORD32.1)."""

    CONFORMITY = "conformity", _("Check of conformity of a new act")
    ASSESSMENT = "assessment", _("Assessment of an act in force")


class Verdict(models.TextChoices):
    """What a review ends with."""

    CONFORMS = "conforms", _("Agrees with the law")
    CONTRARY = "contrary", _("Contrary to the law")


class Point(models.TextChoices):
    """The check list: the first three by L.3.1, the others are the product's."""

    CONSTITUTION = "constitution", _("Agrees with the Constitution")
    LAW = "law", _("Agrees with the laws")
    PRESIDENT = "president", _("Agrees with the acts of the President")
    COMPETENCE = "competence", _("Within the competence of the body")
    PROCEDURE = "procedure", _("Adopted in due order and form")
    PUBLICATION = "publication", _("Registered and published where that is needed")
    RIGHTS = "rights", _("Narrows nobody's rights, lays on no duty beyond the law")


class Brought(models.TextChoices):
    """By which act the office answers an act contrary to the law: kinds of the catalogue (L.3.1, O.8.d3)."""

    PROTEST = "protest", _("Protest")
    REPRESENTATION = "representation", _("Representation")
    PRESCRIPTION = "prescription", _("Prescription")


class Answer(models.TextChoices):
    """The answer to one point."""

    KEPT = "kept", _("Kept")
    VIOLATED = "violated", _("Violated")
    NOT_CALLED_FOR = "not_called_for", _("Not called for")


class FateKind(models.TextChoices):
    """What became of an act that the office answered by one of its own."""

    CANCELLED = "cancelled", _("The body cancelled it")
    CHANGED = "changed", _("The body changed it")
    KEPT = "kept", _("The body kept it")
    IN_COURT = "in_court", _("It went to court")
    STANDS = "stands", _("The court left it in force")
    WITHDRAWN = "withdrawn", _("The office withdrew its act")


class AnalysisStatus(models.TextChoices):
    """Where an analysis stands."""

    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Waits for approval")
    APPROVED = "approved", _("Approved")


class SourceKind(models.TextChoices):
    """What an analysis rests on."""

    STATISTICS = "statistics", _("Legal statistics")
    APPEALS = "appeals", _("Appeals")
    ACTS = "acts", _("Acts of supervision")
    INSPECTIONS = "inspections", _("Inspections")
    BODIES = "bodies", _("Information of bodies")
    COURTS = "courts", _("Judicial acts")
    MEDIA = "media", _("Media")


# Which kind of body issues which acts: the acts of the Government are the Government's only.
ISSUED_BY = {
    Issuer.GOVERNMENT: (BodyKind.GOVERNMENT,),
    Issuer.CENTRAL: (BodyKind.CENTRAL, BodyKind.LAW_ENFORCEMENT, BodyKind.SPECIAL),
    Issuer.MASLIKHAT: (BodyKind.REPRESENTATIVE,),
    Issuer.AKIMAT: (BodyKind.EXECUTIVE,),
    Issuer.AKIM: (BodyKind.EXECUTIVE,),
    Issuer.SELF_GOVERNMENT: (BodyKind.SELF_GOVERNMENT,),
}
# The direction of the catalogue that matters about acts belong to.
DIRECTION = "legality_of_acts"
# The statuses in which something is still to be done.
OPEN = (
    LegalActStatus.REGISTERED,
    LegalActStatus.REVIEW,
    LegalActStatus.CONTRARY,
    LegalActStatus.TO_PROTEST,
    LegalActStatus.PROTESTED,
    LegalActStatus.KEPT,
    LegalActStatus.IN_COURT,
)
