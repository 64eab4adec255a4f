"""Kinds of entries of a personal file and of what is asked as a guarantee, with what each needs."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What a personal file holds besides posts, ranks and periods of service (L.2.5)."""

    EDUCATION = "education", _("Education")
    AWARD = "award", _("Award")
    PENALTY = "penalty", _("Penalty")
    ATTESTATION = "attestation", _("Attestation")
    PROBATION = "probation", _("Probation")
    MILITARY = "military", _("Military register")
    LEAVE = "leave", _("Leave entitlement")


class Guarantee(models.TextChoices):
    """What an officer may ask to be given or protected (L.2.5)."""

    PROTECTION = "protection", _("Protection of the person or the family")
    RIGHTS = "rights", _("Protection of rights and interests")
    HOUSING = "housing", _("Housing")
    HEALTH = "health", _("Medical care")
    SOCIAL = "social", _("Social security")
    OTHER = "other", _("Another guarantee")


class GuaranteeState(models.TextChoices):
    """How a request for a guarantee stands."""

    ASKED = "asked", _("Asked")
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")


class RankHow(models.TextChoices):
    """On which ground a rank came or went: ids of grounds of the catalogue (L.2.4)."""

    FIRST = "rank_first", _("The first rank")
    TERM = "rank_term", _("Time served")
    AHEAD = "rank_ahead", _("Ahead of time, special merit")
    PENALTY = "rank_penalty", _("Disciplinary penalty")
    SENTENCE = "rank_sentence", _("Court sentence")


@dataclass(frozen=True, slots=True)
class EntryRule:
    """What an entry of a kind has beside its title and day: `term` sets its end where none is given."""

    term: str = ""
    ends: bool = False
    counted: bool = False


RULES = {
    EntryKind.EDUCATION: EntryRule(),
    EntryKind.AWARD: EntryRule(),
    EntryKind.PENALTY: EntryRule(term="penalty_effect", ends=True),
    EntryKind.ATTESTATION: EntryRule(term="attestation_interval", ends=True),
    EntryKind.PROBATION: EntryRule(term="probation", ends=True),
    EntryKind.MILITARY: EntryRule(ends=True),
    EntryKind.LEAVE: EntryRule(counted=True),
}
