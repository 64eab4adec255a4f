"""Backups: the database and the stored files, taken while people work, proven by restoring them."""
