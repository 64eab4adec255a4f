"""Direction 2: supervision of pre-trial investigations (L.3.2, O.8.1)."""
