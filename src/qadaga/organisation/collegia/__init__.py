"""Collegia: which office has one, who its members are, under which rules (L.1.5, L.1.11)."""
