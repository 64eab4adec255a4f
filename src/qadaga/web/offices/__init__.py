"""Pages of the structure and of the people in it."""
