"""The table that repeats the last day of an inspection's term: what a recount has to follow."""

from qadaga.matters.due import repeat
from qadaga.supervision.inspections.models import Inspection

repeat("inspection", Inspection)
