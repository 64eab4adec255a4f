"""The tables that repeat the last day of a term: what a recount of the calendar has to follow."""

from qadaga.matters.due import repeat
from qadaga.supervision.pretrial.models import Cancellation, Case, Complaint, Instruction, Party

repeat("investigation", Case)
repeat("case_party", Party)
repeat("instruction", Instruction)
repeat("cancellation", Cancellation)
repeat("complaint", Complaint)
