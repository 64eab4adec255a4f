"""Legality of state legal statistics and special records: checks, discrepancies, corrections (L.3.8)."""
