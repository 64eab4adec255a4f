"""Who signs in: users, passwords, lock-out, sessions. No business permissions."""
