"""Limits of hours as they are set from a day on, over the figures that the catalogue ships (O.8.d4)."""
