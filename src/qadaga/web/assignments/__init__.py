"""Assignments to lower offices on pages."""
