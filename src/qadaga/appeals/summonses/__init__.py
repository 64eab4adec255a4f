"""Summons for explanations while an appeal is under consideration (O.8.7)."""
