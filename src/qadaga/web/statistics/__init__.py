"""Pages of checks of legal statistics and special records (L.3.8)."""
