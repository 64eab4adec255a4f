"""The closed lists of acts and measures, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActStatus(models.TextChoices):
    """Where an act stands."""

    DRAFT = "draft", _("Draft")
    AGREEMENT = "agreement", _("On agreement")
    AGREED = "agreed", _("Agreed")
    SIGNED = "signed", _("Signed")
    SERVED = "served", _("Served")
    REPLIED = "replied", _("Reply received")
    SATISFIED = "satisfied", _("Satisfied")
    PARTLY = "partly", _("Satisfied in part")
    REFUSED = "refused", _("Refused")
    REMOVED = "removed", _("Removal confirmed")
    ESCALATED = "escalated", _("Sent to the higher office")
    IN_COURT = "in_court", _("In court")
    GRANTED = "granted", _("Granted by the court")
    GRANTED_PART = "granted_part", _("Granted in part by the court")
    DISMISSED = "dismissed", _("Refused by the court")
    UNHEARD = "unheard", _("Left without consideration by the court")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SUSPENDED = "suspended", _("Suspended by the office above")
    CANCELLED = "cancelled", _("Cancelled by the office above")


class Language(models.TextChoices):
    """The language an act is written in."""

    RU = "ru", _("Russian")
    KK = "kk", _("Kazakh")


class Assessment(models.TextChoices):
    """What a reply amounts to."""

    SATISFIED = "satisfied", _("Satisfied")
    PARTLY = "partly", _("Satisfied in part")
    REFUSED = "refused", _("Refused")


class CourtOutcome(models.TextChoices):
    """What the court decided on an act; each is also the status the act then has."""

    GRANTED = "granted", _("Granted")
    GRANTED_PART = "granted_part", _("Granted in part")
    DISMISSED = "dismissed", _("Refused")
    UNHEARD = "unheard", _("Left without consideration")


class TermChangeKind(models.TextChoices):
    """What was done with a term that an addressee has."""

    PROLONG = "prolong", _("Prolonged")
    SUSPEND = "suspend", _("Suspended")
    RESUME = "resume", _("Runs again")


class SuspensionScope(models.TextChoices):
    """How far the protested act's effect is suspended (O.8.8)."""

    WHOLE = "whole", _("Wholly")
    PART = "part", _("In part")


class MeasureKind(models.TextChoices):
    """The measures that gather what an act rests on."""

    REQUEST = "request", _("Request for documents")
    FINDINGS = "findings", _("Note of findings")
    EXAMINATION = "examination", _("Expert examination")
    CHECK = "check", _("Check required of a body")
    LIFTING = "lifting", _("Demand to lift a restriction")
    RIGHT = "right", _("Use of another right")


ORDERED = (MeasureKind.EXAMINATION, MeasureKind.CHECK, MeasureKind.LIFTING, MeasureKind.RIGHT)
"""Measures that bind others: delivered with proof, due by a term, ended by an outcome (O.8.5, 8.8, 8.11)."""


class MeasureOutcome(models.TextChoices):
    """What came of a measure ordered from others."""

    DONE = "done", _("Done as asked")
    PARTLY = "partly", _("Done in part")
    REFUSED = "refused", _("Refused")


class MeasureStatus(models.TextChoices):
    """Where a measure stands."""

    ISSUED = "issued", _("Issued")
    SERVED = "served", _("Served")
    REPLIED = "replied", _("Reply received")
    RECORDED = "recorded", _("Recorded")
    SUSPENDED = "suspended", _("Suspended by the office above")
    CANCELLED = "cancelled", _("Cancelled by the office above")


class Role(models.TextChoices):
    """Who is summoned for explanations (O.8.7)."""

    OFFICIAL = "official", _("An official")
    PERSON = "person", _("A natural person")
    REPRESENTATIVE = "representative", _("A representative of an organisation")


class Appearance(models.TextChoices):
    """How a summons ended."""

    EXPLAINED = "explained", _("Came and explained")
    REFUSED = "refused", _("Came and refused to explain")
    ABSENT = "absent", _("Did not come")
    DEAD = "dead", _("Died before coming")
