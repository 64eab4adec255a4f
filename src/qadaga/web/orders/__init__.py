"""Pages of orders and directives: the register, the card, the draft, and every step on it."""
