"""Assignments that a higher office gives to a lower one: with a last day and control (L.1.2, O.13.1)."""
