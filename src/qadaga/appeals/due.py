"""The tables that repeat the date of a term, by kind of subject: what a recount has to follow."""

from collections.abc import Mapping

from django.db.models import Model

from qadaga.acts.models import Act, Measure
from qadaga.appeals.models import Appeal

REPEATED: Mapping[str, type[Model]] = {"act": Act, "measure": Measure, "appeal": Appeal}
