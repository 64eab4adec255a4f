"""What is read of inspections: the card and its parts, those of a matter, what waits for a person."""
