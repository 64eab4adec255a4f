"""Conduct, gifts and contacts (L.1.10), and reports of interference with a prosecutor's work (L.2.7)."""
