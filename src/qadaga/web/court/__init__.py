"""Pages of court work."""
