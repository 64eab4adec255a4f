"""The day of a person: what waits in the whole house, put together above all domains (decision 2)."""
