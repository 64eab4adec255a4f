"""Conduct and interference are counted for nobody: a number alone would tell of one (L.1.10, L.2.7)."""

from qadaga.authority.uses import naming

naming.keep_private("conduct")
naming.keep_private("interference")
