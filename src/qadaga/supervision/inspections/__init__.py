"""Inspections (O.8.4, O.8.10): from their ground and resolution to findings, with what was taken returned."""
