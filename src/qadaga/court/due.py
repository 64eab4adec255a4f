"""The tables that repeat the last day of a term of court work: what a recount has to follow."""

from qadaga.court.models import Case, Review
from qadaga.matters.due import repeat

repeat("court_case", Case)
repeat("judicial_act", Review)
