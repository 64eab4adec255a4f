"""Pages of plans of work (O.13.1, O.7.4)."""
