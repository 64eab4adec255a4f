"""Pages of the case file: the card of a matter and every step on it."""
