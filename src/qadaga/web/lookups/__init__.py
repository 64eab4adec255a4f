"""Pages of look-ups in outside registers."""
