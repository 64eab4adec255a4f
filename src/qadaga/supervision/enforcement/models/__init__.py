"""Rows of enforcement proceedings."""

from qadaga.supervision.enforcement.models.bailiff import Bailiff
from qadaga.supervision.enforcement.models.check import Check, CheckProlongation
from qadaga.supervision.enforcement.models.transfer import Recovered, Transfer
from qadaga.supervision.enforcement.models.writ import Writ

__all__ = ["Bailiff", "Check", "CheckProlongation", "Recovered", "Transfer", "Writ"]
