"""Legality of acts and decisions: the register of legal acts, their review, analyses of legality (L.3.1)."""
