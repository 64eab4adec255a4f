"""Pages of applications to court (O.7.2)."""
