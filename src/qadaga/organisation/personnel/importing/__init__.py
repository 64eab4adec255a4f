"""Bringing in the people of the service and their periods from a table, whole or not at all."""
