"""Plans of work for a half-year or quarter, by office and person; joint plans with bodies (O.13.1, O.7.4)."""
