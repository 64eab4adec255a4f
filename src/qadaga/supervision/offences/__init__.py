"""Administrative-offence proceedings: files called for, checked, opened and closed (O.7.1, O.8.9)."""
