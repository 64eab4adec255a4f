"""Reading orders: who may, and what hangs on them."""
