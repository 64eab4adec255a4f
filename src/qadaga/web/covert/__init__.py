"""Pages of the index of operative-search, counter-intelligence and covert checks (L.3.3)."""
