"""Pages of duty shifts."""
