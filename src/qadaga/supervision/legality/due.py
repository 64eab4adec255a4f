"""The table that repeats the last day of a term: what a recount of the calendar has to follow."""

from qadaga.matters.due import repeat
from qadaga.supervision.legality.models import LegalAct

repeat("legal_act", LegalAct)
