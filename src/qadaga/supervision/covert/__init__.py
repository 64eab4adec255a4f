"""Operative-search, counter-intelligence, covert actions: index data only (L.3.3, O.8.d5)."""
