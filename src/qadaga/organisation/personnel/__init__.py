"""Ranks, service length and the personal file (L.2.4, L.2.5, L.2.6): what is kept of a person's service."""
