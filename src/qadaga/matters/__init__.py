"""The case file: number, office, direction, assignee, status log, terms, results (L.1.3)."""
