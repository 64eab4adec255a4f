"""The closed lists of the case file, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    """Whom direction 1 (L.3.1) and O.7.1 name."""

    GOVERNMENT = "government", _("Government")
    CENTRAL = "central", _("Central state body")
    REPRESENTATIVE = "representative", _("Local representative body")
    EXECUTIVE = "executive", _("Local executive body")
    SELF_GOVERNMENT = "self_government", _("Self-government body")
    LAW_ENFORCEMENT = "law_enforcement", _("Law-enforcement body")
    SPECIAL = "special", _("Special state body")
    COURT = "court", _("Court")
    BAILIFF = "bailiff", _("Bailiff")
    INSTITUTION = "institution", _("State institution or enterprise")
    ORGANISATION = "organisation", _("Other organisation")


class MatterKind(models.TextChoices):
    """What the matter began with: the grounds on which the law lets an office open one."""

    APPEAL = "appeal", _("An appeal")
    ASSIGNMENT_PRESIDENT = "assignment_president", _("An assignment of the President")
    ASSIGNMENT_PG = "assignment_pg", _("An assignment of the Prosecutor General")
    ASSIGNMENT_HIGHER = "assignment_higher", _("An assignment of the office above")
    MEDIA = "media", _("A report in the media")
    OWN_INITIATIVE = "own_initiative", _("The office's own initiative")


class MatterStatus(models.TextChoices):
    """Where a matter stands."""

    OPENED = "opened", _("Opened")
    ASSIGNED = "assigned", _("Assigned")
    IN_WORK = "in_work", _("In work")
    SUSPENDED = "suspended", _("Suspended")
    CLOSED = "closed", _("Closed")


class ViolatorKind(models.TextChoices):
    """Who broke the norm."""

    BODY = "body", _("A body or organisation")
    OFFICIAL = "official", _("An official")
    PERSON = "person", _("A natural person")


class RightsHolder(models.TextChoices):
    """Whose rights or interests were hurt (O.6.1)."""

    PERSON = "person", _("A person")
    INDEFINITE = "indefinite", _("An indefinite circle of people")
    ENTITY = "entity", _("A legal entity")
    SOCIETY = "society", _("Society")
    STATE = "state", _("The state")


class Finding(models.TextChoices):
    """What is known of the causes or the consequences of a violation (O.6.2)."""

    UNKNOWN = "unknown", _("Not yet established")
    NONE = "none", _("None found")
    FOUND = "found", _("Found")
    REMOVED = "removed", _("Removed")


class ProtectedKind(models.TextChoices):
    """Who was protected (L.1.3)."""

    ADULT = "adult", _("An adult")
    MINOR = "minor", _("A minor")
    ENTITY = "entity", _("A legal entity")
    GROUP = "group", _("A group of people")


class ProtectedStatus(models.TextChoices):
    """How far the protection of people has come (L.1.3): hurt, then restored, then told."""

    HURT = "hurt", _("Rights not restored yet")
    RESTORED = "restored", _("Restored, to be told")
    TOLD = "told", _("Restored and told")


class RightHurt(models.TextChoices):
    """Which right of people was hurt (O.6.1)."""

    LIBERTY = "liberty", _("Liberty and security of the person")
    DIGNITY = "dignity", _("Life, health, dignity")
    TRIAL = "trial", _("Fair proceedings and defence")
    LABOUR = "labour", _("Labour and its pay")
    SOCIAL = "social", _("Social security and help")
    HOUSING = "housing", _("Housing")
    PROPERTY = "property", _("Property")
    EDUCATION = "education", _("Education")
    MEDICAL = "medical", _("Medical care")
    NATURE = "nature", _("A healthy environment")
    ANSWER = "answer", _("An answer to an appeal, information")
    BUSINESS = "business", _("Freedom of enterprise")
    OTHER = "other", _("Another right")


class ProtectedSource(models.TextChoices):
    """Where it came to light that people's rights were hurt."""

    MATTER = "matter", _("A matter")
    INSPECTION = "inspection", _("An inspection")
    CUSTODY = "custody", _("A place of custody")
    PRETRIAL = "pretrial", _("A pre-trial investigation")


class LiabilityKind(models.TextChoices):
    """The kinds of liability, counted apart."""

    DISCIPLINARY = "disciplinary", _("Disciplinary")
    ADMINISTRATIVE = "administrative", _("Administrative")
    CRIMINAL = "criminal", _("Criminal")
    MATERIAL = "material", _("Material")


class RecoveredFor(models.TextChoices):
    """Whom recovered money went to."""

    STATE = "state", _("The state")
    PEOPLE = "people", _("People")
    ENTITIES = "entities", _("Legal entities")


class ResultKind(models.TextChoices):
    """The four results every matter ends with (L.1.3)."""

    VIOLATIONS = "violations", _("Violations found")
    REMOVAL = "removal", _("Violations removed")
    PROTECTION = "protection", _("People protected")
    LIABILITY = "liability", _("Liability")


class Outcome(models.TextChoices):
    """How far a result was reached."""

    REACHED = "reached", _("Reached")
    PARTLY = "partly", _("Reached in part")
    NONE = "none", _("Not reached")
    NOT_NEEDED = "not_needed", _("Not called for")


class TransportMode(models.TextChoices):
    """The mode of transport a matter of a transport office is about (L.1.6)."""

    RAIL = "rail", _("Rail")
    WATER = "water", _("Water")
    AIR = "air", _("Air")
    PIPELINE = "pipeline", _("Pipeline")


class TransportTask(models.TextChoices):
    """Which of the five tasks of supervision on transport a matter serves (L.1.6)."""

    STATE_SECURITY = "state_security", _("Interests of the state and national security")
    SAFETY = "transport_safety", _("Safety of transport and its facilities")
    NATURE = "nature", _("Protection of nature from transport")
    CARGO = "strategic_cargo", _("Safety of strategic cargo")
    PASSENGERS = "passengers", _("Rights of passengers and other consumers")


class TermState(models.TextChoices):
    """Whether a term runs."""

    RUNNING = "running", _("Running")
    SUSPENDED = "suspended", _("Suspended")
    FINISHED = "finished", _("Finished")


class MoveGround(models.TextChoices):
    """Why a common higher office gives a matter to another competent office (product rule)."""

    BETTER_PLACED = "better_placed", _("The other competent office is better placed")
    FAILS = "office_fails", _("The office cannot cope or does nothing")


class ToldWay(models.TextChoices):
    """How a person was told of what was decided about their appeal."""

    POST = "post", _("By registered post")
    ELECTRONIC = "electronic", _("By electronic document flow")
    PHONE = "phone", _("By telephone")
    IN_PERSON = "in_person", _("In person")


class SuspendGround(models.TextChoices):
    """Why a matter waits; each is recorded, none is presumed."""

    EXPERTISE = "awaiting_expertise", _("An expert examination is awaited")
    DOCUMENTS = "awaiting_documents", _("Documents are awaited that others hold")
    COURT = "court_decides", _("A court decides a question this matter depends on")


class ServingWay(models.TextChoices):
    """How a document reached its addressee."""

    COURIER = "courier", _("By hand, against a signature")
    POST = "post", _("By registered post")
    ELECTRONIC = "electronic", _("By electronic document flow")
    RECEPTION = "reception", _("At the office, in person")


class ProlongGround(models.TextChoices):
    """Why work needs longer than its term."""

    FURTHER_STUDY = "further_study", _("Further study is needed")
    AWAITING_DOCUMENTS = "awaiting_documents", _("Documents are awaited")
    AWAITING_EXPERTISE = "awaiting_expertise", _("An expert examination is awaited")
