"""Help inside the product: what the day of each of the people looks like in it."""
