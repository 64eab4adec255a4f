"""Pages of people whose rights were hurt (L.1.3)."""
