"""The tables that repeat the last day of a term: what a recount has to follow."""

from qadaga.matters.due import repeat
from qadaga.treaties.models import Part, Request, Treaty

repeat("treaty", Treaty)
repeat("treaty_request", Request)
repeat("treaty_part", Part)
