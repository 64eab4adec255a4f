"""Pages of legality of acts: the register of legal acts, the review queue, analyses (L.3.1)."""
