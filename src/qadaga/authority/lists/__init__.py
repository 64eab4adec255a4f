"""Registers: lists whose cost does not grow with the table (decision 8), and search (decision 9)."""
