"""Pages of treaties: requests with their parts, treaties, checks of how they are kept (L.3.7)."""
