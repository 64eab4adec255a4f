"""Warnings: what ends soon in somebody's service is told to them and to who leads them, once a step."""
