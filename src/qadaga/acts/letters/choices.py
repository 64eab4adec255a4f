"""What letters are about, and whose they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LetterKind(models.TextChoices):
    """What a letter asks; each has its title and its request in `wording.yaml`."""

    REQUEST = "request", _("Request for documents")
    EXAMINATION = "examination", _("Expert examination")
    CHECK = "check", _("Check required of a body")
    LIFTING = "lifting", _("Demand to lift a restriction")
    RIGHT = "right", _("Use of another right")
    SUMMONS = "summons", _("Summons for explanations")
    FIGURES = "figures", _("Request for figures")


# Whose a letter is: a measure's, a summons's inside an inspection or an appeal, a check of records'.
MEASURE, SUMMONS, APPEAL_SUMMONS, RECORDS_CHECK = "measure", "summons", "appeal_summons", "records"
OWNERS = (MEASURE, SUMMONS, APPEAL_SUMMONS, RECORDS_CHECK)
