"""Registers: lists whose cost does not grow with the table (decision 8), and the search over them (decision 9)."""
