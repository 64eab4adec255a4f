"""The closed lists of applications to court, each with its words for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """For whom the prosecutor applies (CL155.24, O.7.2)."""

    DEFENCELESS = "defenceless", _("For people who cannot defend themselves")
    MINORS = "minors", _("For the rights of minors")
    INDEFINITE = "indefinite_circle", _("For an indefinite circle of people")
    STATE = "state_interest", _("For the interests of the state")
    REFUSED = "protest_refused", _("A protest was refused")


class ApplicationStatus(models.TextChoices):
    """Where an application stands."""

    FILED = "filed", _("Sent to the court")
    ACCEPTED = "accepted", _("Accepted by the court")
    RETURNED = "returned", _("Returned by the court")
    GRANTED = "granted", _("Granted by the court")
    GRANTED_PART = "granted_part", _("Granted in part by the court")
    DISMISSED = "dismissed", _("Refused by the court")
    ENDED = "ended", _("Proceedings ended")


_ENDS = ("granted", "granted_part", "dismissed", "ended")
DECIDED_AFTER = {"filed": ("accepted", "returned", *_ENDS), "accepted": _ENDS}
"""What may be recorded as the application stands."""
OPEN = (ApplicationStatus.FILED, ApplicationStatus.ACCEPTED)
APPLY, KEEP = "court.apply", "court.keep"
