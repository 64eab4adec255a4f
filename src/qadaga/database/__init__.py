"""How statements are sent to PostgreSQL. Nothing of the domain."""
