"""The court: judicial acts in force, part in cases, criminal prosecution (L.3.4, O.8.3, O.7.2, O.7.3)."""
