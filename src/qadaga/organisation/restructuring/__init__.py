"""Offices merged, closed and moved, and what follows of it on its day: rows handed over in batches."""
