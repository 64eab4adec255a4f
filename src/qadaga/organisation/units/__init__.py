"""Departments, directorates and divisions inside an office, changed by order from a day on (L.1.4)."""
