"""The closed lists of the direction, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceKind(models.TextChoices):
    """Where people are held (L.3.6; the last two by O.8.d6)."""

    PENAL = "penal", _("Penal institution")
    SPECIAL = "special", _("Special institution")
    GUARDHOUSE = "guardhouse", _("Guardhouse")
    COMPULSORY = "compulsory", _("Institution of compulsory measures")
    PREMISES = "premises", _("Service premises")


class PlaceStatus(models.TextChoices):
    """Whether people are held there."""

    OPEN = "open", _("In use")
    CLOSED = "closed", _("No longer used")


class VisitStatus(models.TextChoices):
    """Where a visit stands."""

    PLANNED = "planned", _("Planned")
    GOING = "going", _("Under way")
    DONE = "done", _("Carried out")
    CALLED_OFF = "called_off", _("Called off")


# Visits to come and under way.
TO_COME = (VisitStatus.PLANNED, VisitStatus.GOING)


class VisitGround(models.TextChoices):
    """The grounds of a visit that the law names."""

    SCHEDULED = "scheduled_visit", _("By the plan of visits")
    REPORTED = "holding_reported", _("Unlawful holding was reported")
    APPEAL = "appeal", _("On an appeal")
    RIGHTS = "rights_violated", _("People's rights are violated")


class Verdict(models.TextChoices):
    """The answer to one point of a check list."""

    HELD = "held", _("Kept")
    NOT_HELD = "not_held", _("Not kept")
    UNCHECKED = "unchecked", _("Not checked")


class Standing(models.TextChoices):
    """What became of an answer that was given."""

    TAKEN = "taken", _("Taken")
    DISPUTED = "disputed", _("Somebody else answered meanwhile")
    SET_ASIDE = "set_aside", _("Set aside")
    OFF_LIST = "off_list", _("The visit's list does not ask it")


class Handed(models.TextChoices):
    """How the complaint of somebody held came to the prosecutor."""

    IN_HAND = "in_hand", _("Handed to the prosecutor, nobody else there")
    SEALED = "sealed", _("In a sealed envelope, unopened")
    SAID = "said", _("Said to the prosecutor alone and written down")
    OPENED = "opened", _("Opened or read by the administration")


class Wrong(models.TextChoices):
    """What is unlawful about how the person is held."""

    NO_GROUND = "no_ground", _("Held without a lawful ground")
    EXPIRED = "expired", _("The term of holding has run out")
    ISOLATION = "isolation", _("Put into an isolator or solitary cell unlawfully")
    PENALTY = "penalty", _("An unlawful penalty")
    REWARD = "reward", _("An unlawful reward")


class HeldStatus(models.TextChoices):
    """Where it stands with the person found."""

    FOUND = "found", _("Held unlawfully")
    RESOLVED = "resolved", _("Resolution issued")
    CARRIED_OUT = "carried_out", _("Carried out, the person told")
    LAWFUL = "lawful", _("Lawful on a second check")
    DIED = "died", _("Died while held")


# The power that ends each wrong, and the ground it rests on.
ENDED_BY = {
    Wrong.NO_GROUND: ("detention.release", "held_without_ground"),
    Wrong.EXPIRED: ("detention.release", "hold_expired"),
    Wrong.ISOLATION: ("detention.release_isolation", "penalty_unlawful"),
    Wrong.PENALTY: ("penalty.cancel", "penalty_unlawful"),
    Wrong.REWARD: ("penalty.cancel", "reward_unlawful"),
}
# Of these the law wants the release at once: they run against the clock.
AT_ONCE = (Wrong.NO_GROUND, Wrong.EXPIRED, Wrong.ISOLATION)
