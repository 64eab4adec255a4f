"""The tables that repeat the date of a term, by kind of subject: what a recount has to follow."""

from qadaga.acts.models import Act, Measure
from qadaga.appeals.models import Appeal
from qadaga.matters.due import REPEATED, repeat

__all__ = ["REPEATED"]

repeat("act", Act)
repeat("measure", Measure)
repeat("appeal", Appeal)
