"""Pages of administrative-offence proceedings (O.7.1, O.8.9)."""
