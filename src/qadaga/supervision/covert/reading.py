"""The table that repeats a term's last day: a recount of the calendar carries it over."""

from qadaga.matters.due import repeat
from qadaga.supervision.covert.models import CovertCheck

repeat("operative_case", CovertCheck)
