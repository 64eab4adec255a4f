"""Pages for staff, one package a domain."""
