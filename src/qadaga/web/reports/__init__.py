"""Pages of period reports: the card with its figures, their lists, what came later, the signature."""
