"""Forms of the steps on a matter, one module a subject."""
