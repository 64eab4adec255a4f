"""Staff limits and staffing tables of offices, set by order, with their versions over time (O.5)."""
