"""Seals, stamps and blanks of an office: their register, holders, inventory, loss, destruction (O.3)."""
