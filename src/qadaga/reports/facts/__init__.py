"""What is counted, said once: from which table, when a row counts, on which day, for whom.

The ledger's triggers, its rebuilding and the lists behind the figures are all made from these declarations.
Every piece is SQL over the row `r` of the table and over what `joined` brings in; no value of a person's.
"""

from qadaga.reports.facts.casework import CASEWORK
from qadaga.reports.facts.declaring import Fact, Source
from qadaga.reports.facts.directions import DIRECTIONS

SOURCES: tuple[Source, ...] = (*CASEWORK, *DIRECTIONS)

__all__ = ["SOURCES", "Fact", "Source"]
