"""Checks are counted among no uses (O.8.d5); the table repeats a term's last day for a recount."""

from qadaga.authority.uses import naming
from qadaga.matters.due import repeat
from qadaga.supervision.covert.models import CovertCheck

repeat("operative_case", CovertCheck)
# The list of uses names the day, the officer and the card: outside the circle not even a number is told.
naming.keep_private("operative_case")
